// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/single_instance.h"

#include <QCryptographicHash>
#include <QDir>
#include <QLocalSocket>
#include <QStandardPaths>
#include <QSysInfo>

namespace pressboard::client {

namespace {

constexpr int answerWithinMs = 1000;

/// Socket names are short on every system; the person's home makes it theirs.
QString nameFor(const QString &key)
{
    const QByteArray whole = (QDir::homePath() + u'\n' + key).toUtf8();
    const QByteArray hash = QCryptographicHash::hash(whole, QCryptographicHash::Sha256).toHex();
    return QStringLiteral("pressboard-") + QString::fromLatin1(hash.left(16));
}

/// In the folder that the system gives this person for such things, where nobody else can put a
/// socket: in the one for temporary files anybody could be there first, and a program that believes
/// him would end. Empty where there is none. Windows knows no places for them, only names, and
/// keeps these apart by itself.
QString placeFor(const QString &key)
{
    if (QSysInfo::kernelType() == QLatin1StringView("winnt"))
        return nameFor(key);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::RuntimeLocation);
    return folder.isEmpty() ? QString() : folder + u'/' + nameFor(key);
}

} // namespace

SingleInstance::SingleInstance(const QString &key, QObject *parent)
    : QObject(parent)
    , m_place(placeFor(key))
{
    m_server.setSocketOptions(QLocalServer::UserAccessOption);
    connect(&m_server, &QLocalServer::newConnection, this, &SingleInstance::greet);
}

bool SingleInstance::askOther() const
{
    QLocalSocket other;
    other.connectToServer(m_place);
    return other.waitForConnected(answerWithinMs);
}

// Without a socket the program still works, only not as a single one.
bool SingleInstance::claim()
{
    if (m_place.isEmpty())
        return true;
    if (askOther())
        return false;
    if (m_server.listen(m_place))
        return true;
    // A crashed one left its socket behind; whoever answers was asked above.
    QLocalServer::removeServer(m_place);
    m_server.listen(m_place);
    return true;
}

void SingleInstance::greet()
{
    while (QLocalSocket *other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        Q_EMIT raiseRequested();
    }
}

} // namespace pressboard::client
