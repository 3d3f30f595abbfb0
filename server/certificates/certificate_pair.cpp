// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/certificates/certificate_pair.h"

#include <QDateTime>
#include <QFile>
#include <QSslCipher>

#include <openssl/err.h>
#include <openssl/ssl.h>

#include <algorithm>
#include <memory>

namespace pressboard::server {

namespace {

struct FreeContext
{
    void operator()(SSL_CTX *context) const { SSL_CTX_free(context); }
};
using ContextPointer = std::unique_ptr<SSL_CTX, FreeContext>;

QByteArray contentOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QSslKey keyOf(const QByteArray &pem)
{
    for (const QSsl::KeyAlgorithm algorithm : {QSsl::Rsa, QSsl::Ec, QSsl::Dsa}) {
        const QSslKey key(pem, algorithm);
        if (!key.isNull())
            return key;
    }
    return {};
}

Moment momentOf(const QDateTime &time)
{
    return Moment(std::chrono::milliseconds(time.toMSecsSinceEpoch()));
}

/// In OpenSSL's words; it has one at least whenever it refuses.
QString reasonOfOpenSsl()
{
    const unsigned long code = ERR_peek_error();
    ERR_clear_error();
    const char *reason = ERR_reason_error_string(code);
    return reason ? QString::fromLatin1(reason) : QStringLiteral("OpenSSL does not say why");
}

/// Tries what a handshake will need: OpenSSL knows better than any rule of ours which keys and
/// signatures it takes. Empty: all is well.
QString refusalOf(const QSslCertificate &certificate, const QByteArray &keyPem)
{
    ERR_clear_error(); // of whoever asked before
    const ContextPointer context(SSL_CTX_new(TLS_server_method()));
    const QByteArray der = certificate.toDer();
    const auto *bytes = reinterpret_cast<const unsigned char *>(der.constData());
    if (!context || SSL_CTX_use_certificate_ASN1(context.get(), int(der.size()), bytes) != 1)
        return reasonOfOpenSsl();
    const std::unique_ptr<BIO, decltype(&BIO_free)> text(
        BIO_new_mem_buf(keyPem.constData(), int(keyPem.size())), &BIO_free);
    const std::unique_ptr<EVP_PKEY, decltype(&EVP_PKEY_free)> key(
        PEM_read_bio_PrivateKey(text.get(), nullptr, nullptr, const_cast<char *>("")),
        &EVP_PKEY_free);
    if (!key || SSL_CTX_use_PrivateKey(context.get(), key.get()) != 1
        || SSL_CTX_check_private_key(context.get()) != 1)
        return reasonOfOpenSsl();
    return {};
}

bool isForwardSecret(const QSslCipher &cipher)
{
    // TLS 1.3 knows no others, and leaves the key exchange open: "any".
    static const QStringList exchanges{QStringLiteral("any"), QStringLiteral("ECDH"),
                                       QStringLiteral("DH")};
    return exchanges.contains(cipher.keyExchangeMethod());
}

QList<QSslCipher> forwardSecretCiphers()
{
    QList<QSslCipher> ciphers = QSslConfiguration::defaultConfiguration().ciphers();
    ciphers.removeIf([](const QSslCipher &cipher) { return !isForwardSecret(cipher); });
    return ciphers;
}

} // namespace

Result<CertificatePair> CertificatePair::read(const CertificateFiles &files)
{
    CertificatePair pair;
    pair.m_files = files;
    const QByteArray certificatePem = contentOf(files.certificate);
    const QByteArray keyPem = contentOf(files.key);
    pair.m_pem = certificatePem + '\0' + keyPem;
    pair.m_chain = QSslCertificate::fromData(certificatePem);
    pair.m_key = keyOf(keyPem);
    if (pair.m_chain.isEmpty()) {
        return Error{QStringLiteral("%1: there is no certificate (PEM) in %2")
                         .arg(files.certificateSetting(), files.certificate)};
    }
    if (pair.m_key.isNull()) {
        return Error{QStringLiteral("%1: there is no private key (PEM, without passphrase) in %2")
                         .arg(files.keySetting(), files.key)};
    }
    if (const QString why = refusalOf(pair.m_chain.first(), keyPem); !why.isEmpty()) {
        return Error{QStringLiteral("%1: the private key in %2 does not go with the certificate "
                                    "in %3 (%4)")
                         .arg(files.keySetting(), files.key, files.certificate, why)};
    }
    pair.m_begins = momentOf(pair.m_chain.first().effectiveDate());
    pair.m_ends = momentOf(pair.m_chain.first().expiryDate());
    for (const QSslCertificate &certificate : std::as_const(pair.m_chain)) {
        pair.m_begins = std::max(pair.m_begins, momentOf(certificate.effectiveDate()));
        pair.m_ends = std::min(pair.m_ends, momentOf(certificate.expiryDate()));
    }
    return pair;
}

QSslConfiguration CertificatePair::forServer() const
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setProtocol(QSsl::TlsV1_2OrLater);
    tls.setCiphers(forwardSecretCiphers());
    addTo(tls);
    return tls;
}

void CertificatePair::addTo(QSslConfiguration &tls) const
{
    tls.setLocalCertificateChain(m_chain);
    tls.setPrivateKey(m_key);
}

int CertificatePair::daysLeft(Moment now) const
{
    return int(std::chrono::floor<std::chrono::days>(m_ends - now).count());
}

QString CertificatePair::doubt(Moment now) const
{
    if (now >= m_ends) {
        return QStringLiteral("%1: the certificate in %2 ended %3: nobody believes it any more. "
                              "Renew it; a new one is taken up by itself")
            .arg(m_files.certificateSetting(), m_files.certificate, toWire(m_ends));
    }
    if (now < m_begins) {
        return QStringLiteral("%1: the certificate in %2 counts only from %3 on. Is this "
                              "machine's clock right?")
            .arg(m_files.certificateSetting(), m_files.certificate, toWire(m_begins));
    }
    return {};
}

} // namespace pressboard::server
