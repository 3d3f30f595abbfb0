// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/certificate_problem.h"

#include <algorithm>

namespace pressboard::client {
namespace {

using Kind = CertificateProblem::Kind;

Kind kindOf(const QSslError &error)
{
    switch (error.error()) {
    case QSslError::UnableToGetIssuerCertificate:
    case QSslError::UnableToGetLocalIssuerCertificate:
    case QSslError::UnableToVerifyFirstCertificate:
    case QSslError::SelfSignedCertificate:
    case QSslError::SelfSignedCertificateInChain:
    case QSslError::CertificateUntrusted:
        return Kind::UnknownAuthority;
    case QSslError::CertificateNotYetValid:
        return Kind::NotYetValid;
    case QSslError::CertificateExpired:
        return Kind::Expired;
    case QSslError::HostNameMismatch:
        return Kind::OtherName;
    default:
        return Kind::Other;
    }
}

/// The last of the chain: nobody else vouches for it.
QSslCertificate authorityIn(const QList<QSslError> &errors)
{
    for (const QSslError &error : errors) {
        if (!error.certificate().isNull() && error.certificate().isSelfSigned())
            return error.certificate();
    }
    return QSslCertificate();
}

} // namespace

std::optional<CertificateProblem> CertificateProblem::of(const QList<QSslError> &errors)
{
    const auto gravest =
        std::max_element(errors.begin(), errors.end(), [](const QSslError &a, const QSslError &b) {
            return kindOf(a) < kindOf(b);
        });
    if (gravest == errors.end())
        return std::nullopt;
    CertificateProblem problem{kindOf(*gravest), gravest->certificate()};
    if (problem.kind == Kind::UnknownAuthority)
        problem.authority = authorityIn(errors);
    return problem;
}

} // namespace pressboard::client
