// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/single_instance.h"

#include <QCryptographicHash>
#include <QDeadlineTimer>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLocalSocket>
#include <QRegularExpression>
#include <QStandardPaths>
#include <QSysInfo>

namespace pressboard::client {

namespace {

constexpr int connectWithinMs = 1000;

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

QString SingleInstance::ownScreen()
{
    const QString wayland = qEnvironmentVariable("WAYLAND_DISPLAY");
    if (!wayland.isEmpty())
        return wayland;
    static const QRegularExpression monitor(QStringLiteral("\\.\\d+$")); // :0.0 is :0
    return qEnvironmentVariable("DISPLAY").remove(monitor);
}

std::optional<SingleInstance::Claim> SingleInstance::askOther(const QStringList &arguments,
                                                              const QString &screen)
{
    QLocalSocket other;
    other.connectToServer(m_place);
    if (!other.waitForConnected(connectWithinMs))
        return std::nullopt;
    const QJsonObject question{
        {QStringLiteral("screen"), screen},
        {QStringLiteral("arguments"), QJsonArray::fromStringList(arguments)}};
    other.write(QJsonDocument(question).toJson(QJsonDocument::Compact) + '\n');
    QDeadlineTimer deadline(patience);
    while (!other.canReadLine()) {
        if (!other.waitForReadyRead(int(deadline.remainingTime())))
            // One that ended meanwhile is nobody.
            return other.state() == QLocalSocket::ConnectedState ? std::optional(Claim::Hangs)
                                                                 : std::nullopt;
    }
    m_otherScreen = QString::fromUtf8(other.readLine()).trimmed();
    return m_otherScreen == screen ? Claim::HandedOver : Claim::OnOtherScreen;
}

// Without a socket the program still works, only not as a single one.
SingleInstance::Claim SingleInstance::claim(const QStringList &arguments, const QString &screen)
{
    m_screen = screen;
    if (m_place.isEmpty())
        return Claim::First;
    if (const std::optional<Claim> answer = askOther(arguments, screen))
        return *answer;
    if (m_server.listen(m_place))
        return Claim::First;
    // A crashed one left its socket behind; whoever answers was asked above.
    QLocalServer::removeServer(m_place);
    m_server.listen(m_place);
    return Claim::First;
}

QString SingleInstance::problem(Claim claim) const
{
    switch (claim) {
    case Claim::First:
    case Claim::HandedOver:
        return {};
    case Claim::OnOtherScreen:
        //: 1: a screen, as ":0"
        return tr("Pressboard runs already, on the screen %1. Quit it there first.")
            .arg(m_otherScreen);
    case Claim::Hangs:
        break;
    }
    return tr("Pressboard runs already and does not answer. End it in the system's list of "
              "programs, then start it again.");
}

void SingleInstance::greet()
{
    while (QLocalSocket *other = m_server.nextPendingConnection()) {
        connect(other, &QLocalSocket::disconnected, other, &QObject::deleteLater);
        connect(other, &QLocalSocket::readyRead, this, [this, other] { answer(*other); });
        if (other->canReadLine())
            answer(*other);
    }
}

void SingleInstance::answer(QLocalSocket &other)
{
    if (!other.canReadLine())
        return;
    const QJsonObject question = QJsonDocument::fromJson(other.readLine()).object();
    other.write(m_screen.toUtf8() + '\n');
    other.flush();
    if (question.value(QLatin1StringView("screen")).toString() == m_screen)
        Q_EMIT startedAgain(
            question.value(QLatin1StringView("arguments")).toVariant().toStringList());
}

} // namespace pressboard::client
