// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>

namespace pressboard::test {

/// Self-signed for "localhost", for tests only; valid for a hundred years.
inline constexpr char certificate[] =
    "-----BEGIN CERTIFICATE-----\n"
    "MIIBfzCCASWgAwIBAgIUd0pyBHFVOVqO92D7se2y/f9xecYwCgYIKoZIzj0EAwIw\n"
    "FDESMBAGA1UEAwwJbG9jYWxob3N0MCAXDTI2MTEyMzEyMjI0MVoYDzIxMjYxMDMw\n"
    "MTIyMjQxWjAUMRIwEAYDVQQDDAlsb2NhbGhvc3QwWTATBgcqhkjOPQIBBggqhkjO\n"
    "PQMBBwNCAATq+rcEaYVdsVkaImfOmU1sy3K7e5Afabdk64vnqoSGNQEPNVCEiOV4\n"
    "YC0aBtIi45sBeqCMSXfS/dpIAI3UYrTTo1MwUTAdBgNVHQ4EFgQUaa14JFM+9eY0\n"
    "F3oRh+j+yWE0iv4wHwYDVR0jBBgwFoAUaa14JFM+9eY0F3oRh+j+yWE0iv4wDwYD\n"
    "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNIADBFAiEAlkk3jC5KWFCreeJcNEto\n"
    "e5Zi/D3qsFPMSREX+Z1sq+MCICuvzxN+a+bqUCuQ8NUwRFxKdlfC8Qx4t7p5NE0w\n"
    "NRiR\n"
    "-----END CERTIFICATE-----\n";

inline constexpr char certificateKey[] =
    "-----BEGIN PRIVATE KEY-----\n"
    "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgi0arTPK2AudSEHbg\n"
    "VdG9erXr2Chi3XvhWYEqm/ht6iihRANCAATq+rcEaYVdsVkaImfOmU1sy3K7e5Af\n"
    "abdk64vnqoSGNQEPNVCEiOV4YC0aBtIi45sBeqCMSXfS/dpIAI3UYrTT\n"
    "-----END PRIVATE KEY-----\n";

/// A server's, with the two above.
inline QSslConfiguration testTls()
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setLocalCertificate(QSslCertificate(QByteArray(certificate)));
    tls.setPrivateKey(QSslKey(QByteArray(certificateKey), QSsl::Ec));
    return tls;
}

} // namespace pressboard::test
