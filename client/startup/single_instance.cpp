// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>

namespace pressboard::client {

namespace {

constexpr int answerWithinMs = 1000;

/// Socket names are short on every system; the person's home makes it theirs.
QString socketName(const QString &key)
{
    const QByteArray whole = (QDir::homePath() + u'\n' + key).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("pressboard-") + QString::fromLatin1(hash.left(16));
}

} // namespace

SingleInstance::SingleInstance(const QString &key, QObject *parent)
    : QObject(parent)
    , m_name(socketName(key))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

bool SingleInstance::askOther() const
{
    QLocalSocket other;
    other.connectToServer(m_name);
    return other.waitForConnected(answerWithinMs);
}

bool SingleInstance::claim()
{
    if (askOther())
        return false;
    if (m_server.listen(m_name))
        return true;
    // A crashed one left its socket behind; whoever answers was asked above.
    QLocalServer::removeServer(m_name);
    m_server.listen(m_name);
    return true; // without the socket the program still works, only not as a single one
}

void SingleInstance::greet()
{
    while (QLocalSocket *other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        Q_EMIT raiseRequested();
    }
}

} // namespace pressboard::client
