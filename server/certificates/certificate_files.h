// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace pressboard::server {

/// Where a certificate (with its chain) and its private key stand, both PEM. Both paths or none.
struct CertificateFiles
{
    /// What the settings' names begin with, for sentences: "tls" of tls-cert and tls-key.
    QString settings = QStringLiteral("tls");
    QString certificate;
    QString key;

    bool isEmpty() const { return certificate.isEmpty(); }
    QString certificateSetting() const { return settings + QStringLiteral("-cert"); }
    QString keySetting() const { return settings + QStringLiteral("-key"); }
    bool operator==(const CertificateFiles &) const = default;
};

} // namespace pressboard::server
