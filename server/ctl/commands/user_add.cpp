// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/user_add.h"

#include "server/auth/signed_tokens.h"
#include "server/auth/token.h"
#include "server/auth/user_store.h"
#include "server/ctl/cli/user_options.h"

#include <QDir>
#include <QFile>
#include <QSettings>
#include <QSysInfo>
#include <QTemporaryDir>

namespace pressboard::server::ctl {

MadeCommand UserAdd::make(const Arguments &arguments, const Tools &tools)
{
    UserRecord user;
    user.name = arguments.plain().first();
    user.display = arguments.value("display");
    if (!isValidName(user.name))
        return user_options::notAName(QStringLiteral("NAME"), user.name);
    if (user.name.startsWith(signedUserPrefix)) {
        return Error{
            QStringLiteral("NAME: found %1, expected one that does not begin with %2: those "
                           "are who comes with a code that the CRM has signed")
                .arg(user.name, signedUserPrefix)};
    }
    const auto departments = user_options::departments(arguments);
    if (!departments)
        return departments.error();
    const auto role = user_options::role(arguments);
    if (!role)
        return role.error();
    user.departments = *departments;
    user.role = *role;
    return std::unique_ptr<Command>(new UserAdd(tools, user, arguments.value("preset")));
}

UserAdd::UserAdd(const Tools &tools, UserRecord user, QString presetDir)
    : Command(tools)
    , m_user(std::move(user))
    , m_presetDir(std::move(presetDir))
{
}

void UserAdd::start()
{
    m_token = newToken();
    m_user.tokens = {{tokenHash(m_token.toLatin1()), m_tools.clock.now()}};
    // The file first: a user whose token nobody has would have to be revoked.
    if (!m_presetDir.isEmpty() && !writePreset(presetPath()))
        return;
    // He is wanted again: before he is there, or a loss in between would take him for revoked.
    ask({"SREM", m_tools.keys.revoked(), m_user.name.toUtf8()},
        [this](const redis::Reply &) { store(); });
}

void UserAdd::store()
{
    ask({"HSETNX", m_tools.keys.users(), m_user.name.toUtf8(), m_user.toJson()},
        [this](const redis::Reply &reply) {
            if (reply.integer == 1) {
                handOver();
                return;
            }
            if (!m_presetDir.isEmpty())
                QFile::remove(presetPath());
            fail(QStringLiteral(
                     "There is a user %1 already. \"pressboardctl user token %1\" gives it a "
                     "new token, \"pressboardctl user set %1\" changes what it is.")
                     .arg(m_user.name));
        });
}

void UserAdd::handOver()
{
    ask({"PUBLISH", m_tools.keys.controlChannel(), UserStore::changedMessage.toByteArray()},
        [this](const redis::Reply &) {
            if (m_presetDir.isEmpty()) {
                say(m_token);
                m_tools.err << "Shown only this once: it goes into the desktop's first dialog, "
                               "or after ?token= of a browser's address."
                            << Qt::endl;
            } else {
                say(QStringLiteral("%1 is written. On that PC: pressboard --settings %2")
                        .arg(presetPath(), QFileInfo(presetPath()).fileName()));
            }
            succeed();
        });
}

QString UserAdd::presetPath() const
{
    return QDir(m_presetDir).filePath(m_user.name + QStringLiteral(".ini"));
}

/// An address to listen on need not be one to connect to: then this machine's name is.
QString UserAdd::serverAddress() const
{
    const ListenAddress &listen = m_tools.config.listen;
    const bool everywhere = listen.host == QHostAddress::AnyIPv4
        || listen.host == QHostAddress::AnyIPv6 || listen.host == QHostAddress::Any;
    const QString scheme =
        m_tools.config.tlsCert.isEmpty() ? QStringLiteral("ws://") : QStringLiteral("wss://");
    return scheme
        + (everywhere ? QStringLiteral("%1:%2").arg(QSysInfo::machineHostName()).arg(listen.port)
                      : listen.toString());
}

bool UserAdd::writePreset(const QString &path)
{
    if (QFile::exists(path)) {
        fail(QStringLiteral("%1 is there already: remove it, or choose another folder.").arg(path));
        return false;
    }
    const QByteArray text = presetText();
    QFile file(path);
    // It holds the token: private from the first moment, and never where a link leads, since what
    // is written goes into the very file that was made.
    const bool isWhole = !text.isEmpty() && QDir().mkpath(m_presetDir)
        && file.open(QIODevice::WriteOnly | QIODevice::NewOnly,
                     QFile::ReadOwner | QFile::WriteOwner)
        && file.write(text) == text.size() && file.flush();
    return isWhole || cannotWrite(path);
}

/// As QSettings writes it, in a folder that nobody else can look into; empty where that failed.
QByteArray UserAdd::presetText() const
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("preset.ini"));
    QSettings settings(path, QSettings::IniFormat);
    settings.setValue(QStringLiteral("connection/server"), serverAddress());
    settings.setValue(QStringLiteral("connection/token"), m_token);
    settings.setValue(QStringLiteral("station/name"),
                      m_user.display.isEmpty() ? m_user.name : m_user.display);
    settings.sync();
    QFile file(path);
    const bool isRead = settings.status() == QSettings::NoError && file.open(QIODevice::ReadOnly);
    return isRead ? file.readAll() : QByteArray();
}

bool UserAdd::cannotWrite(const QString &path)
{
    fail(QStringLiteral("%1 cannot be written: choose a folder that can. No user was added.")
             .arg(path));
    return false;
}

} // namespace pressboard::server::ctl
