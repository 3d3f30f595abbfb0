// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QSslCertificate>
#include <QSslError>

#include <optional>

namespace pressboard::client {

/// Why a server's certificate was not believed, as far as a person can do something about it.
struct CertificateProblem
{
    /// The later ones weigh more: only who has no other fault is asked about his authority.
    enum class Kind {
        UnknownAuthority, ///< nobody whom this PC believes vouches for it
        NotYetValid,
        Expired,
        OtherName, ///< it is made out to other names than the one that was typed
        Other,
    };

    Kind kind = Kind::Other;
    /// The one at fault, of the server's chain; null where the system does not tell.
    QSslCertificate certificate = QSslCertificate();
    /// With UnknownAuthority: whom to believe, if it is the shop's own. Null when the server does
    /// not send it.
    QSslCertificate authority = QSslCertificate();

    bool operator==(const CertificateProblem &) const = default;

    /// The gravest of them; nothing when there are none.
    static std::optional<CertificateProblem> of(const QList<QSslError> &errors);
};

} // namespace pressboard::client
