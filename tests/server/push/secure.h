// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/server/push/test_certificate.h"

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace pressboard::test {

/// What a server with TLS needs.
inline QSslConfiguration selfSigned()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(QByteArray(certificate)));
    tls.setPrivateKey(QSslKey(QByteArray(certificateKey), QSsl::Ec));
    return tls;
}

} // namespace pressboard::test
