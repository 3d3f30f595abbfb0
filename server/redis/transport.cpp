// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/transport.h"

#include "server/certificates/certificate_pair.h"
#include "server/redis/sentences.h"

#include <QFile>
#include <QLocalSocket>
#include <QScopedValueRollback>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslSocket>
#include <QTcpSocket>

namespace pressboard::server::redis {

/// What cannot be read is not there: Redis then refuses us, or we it, and its sentence is told.
static QSslConfiguration configurationFor(const TlsFiles &files)
{
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    if (!files.authorities.isEmpty()) {
        QFile file(files.authorities);
        const bool isOpen = file.open(QIODevice::ReadOnly);
        tls.setCaCertificates(QSslCertificate::fromData(isOpen ? file.readAll() : QByteArray()));
    }
    if (files.own.isEmpty())
        return tls;
    if (const auto own = CertificatePair::read(files.own))
        own->addTo(tls);
    return tls;
}

template<typename Action> void Transport::busyWith(Action action)
{
    const QScopedValueRollback busy(m_busy, true);
    action();
}

Transport::Transport(const Endpoint &endpoint)
    : m_endpoint(endpoint)
{
    if (m_endpoint.isLocal())
        makeLocal();
    else if (m_endpoint.tls)
        makeTls();
    else
        makeTcp();
    connect(m_device, &QIODevice::readyRead, this,
            [this] { busyWith([this] { Q_EMIT readyRead(); }); });
}

void Transport::makeLocal()
{
    m_local = new QLocalSocket(this);
    m_device = m_local;
    connect(m_local, &QLocalSocket::connected, this,
            [this] { busyWith([this] { Q_EMIT opened(); }); });
    connect(m_local, &QLocalSocket::errorOccurred, this, [this](auto error) {
        // QLocalSocket's errors have QAbstractSocket's numbers.
        fail(QAbstractSocket::SocketError(int(error)), m_local->errorString());
    });
}

void Transport::makeTcp()
{
    auto *socket = new QTcpSocket(this);
    connect(socket, &QTcpSocket::connected, this,
            [this] { busyWith([this] { Q_EMIT opened(); }); });
    follow(socket);
}

void Transport::makeTls()
{
    auto *socket = new QSslSocket(this);
    socket->setSslConfiguration(configurationFor(m_endpoint.tlsFiles));
    connect(socket, &QSslSocket::encrypted, this,
            [this] { busyWith([this] { Q_EMIT opened(); }); });
    follow(socket);
}

void Transport::follow(QAbstractSocket *socket)
{
    m_socket = socket;
    m_device = socket;
    connect(socket, &QAbstractSocket::connected, this, [socket] {
        socket->setSocketOption(QAbstractSocket::LowDelayOption, 1);
        socket->setSocketOption(QAbstractSocket::KeepAliveOption, 1);
    });
    connect(socket, &QAbstractSocket::errorOccurred, this,
            [this](auto error) { fail(error, m_socket->errorString()); });
}

void Transport::fail(QAbstractSocket::SocketError error, const QString &system)
{
    // Qt takes "nothing there yet" for an error when it is asked without time to wait.
    if (m_polling && error == QAbstractSocket::SocketTimeoutError)
        return;
    const QString why = sentences::socketFailed(m_endpoint, error, system);
    busyWith([this, &why] { Q_EMIT failed(why); });
}

void Transport::discard()
{
    disconnect();
    m_device->disconnect(this);
    if (m_local)
        m_local->abort();
    else
        m_socket->abort();
    if (m_busy)
        deleteLater();
    else
        delete this;
}

void Transport::open()
{
    busyWith([this] {
        if (m_local)
            m_local->connectToServer(m_endpoint.socketPath);
        else if (auto *tls = qobject_cast<QSslSocket *>(m_socket))
            tls->connectToHostEncrypted(m_endpoint.host, m_endpoint.port);
        else
            m_socket->connectToHost(m_endpoint.host, m_endpoint.port);
    });
}

void Transport::write(const QByteArray &bytes)
{
    busyWith([this, &bytes] { m_device->write(bytes); });
}

QByteArray Transport::readAll()
{
    return m_device->readAll();
}

qint64 Transport::unsentBytes() const
{
    const auto *tls = qobject_cast<const QSslSocket *>(m_socket);
    return m_device->bytesToWrite() + (tls ? tls->encryptedBytesToWrite() : 0);
}

QHostAddress Transport::peerAddress() const
{
    return m_socket ? m_socket->peerAddress() : QHostAddress();
}

bool Transport::poll()
{
    const QScopedValueRollback polling(m_polling, true);
    bool came = false;
    busyWith([this, &came] { came = m_device->waitForReadyRead(0); });
    return came;
}

} // namespace pressboard::server::redis
