// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/user_store.h"

#include "server/auth/user_directory.h"
#include "server/logging/logging.h"
#include "server/redis/connection.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

namespace {

// The users and whether there is a log, as of one moment.
const QByteArray readUsers =
    QByteArrayLiteral("return {redis.call('EXISTS', KEYS[2]), redis.call('HGETALL', KEYS[1])}");

const QByteArray addFirstUser =
    QByteArrayLiteral("if redis.call('HLEN', KEYS[1]) > 0 then return 0 end\n"
                      "if redis.call('GET', KEYS[2]) == ARGV[3] then return -1 end\n"
                      "redis.call('SET', KEYS[2], ARGV[3])\n"
                      "return redis.call('HSET', KEYS[1], ARGV[1], ARGV[2])");

Result<UserStore::FirstUser> firstUserOf(const redis::Reply &reply)
{
    if (reply.failed())
        return Error{
            QStringLiteral("Cannot add the first admin: %1").arg(QString::fromUtf8(reply.text)),
            reply.isLost()};
    if (reply.integer < 0)
        return UserStore::FirstUser::CodeSpent;
    return reply.integer > 0 ? UserStore::FirstUser::Added : UserStore::FirstUser::NotNeeded;
}

const QByteArray writeBack = QByteArrayLiteral(
    "if redis.call('EXISTS', KEYS[1]) == 1 then return 0 end\n"
    "for i = 1, #ARGV, 2 do redis.call('HSET', KEYS[1], ARGV[i], ARGV[i + 1]) end\n"
    "return 1");

UserStore::RawUsers fieldsOf(const redis::Reply &hash)
{
    UserStore::RawUsers raw;
    for (qsizetype i = 0; i + 1 < hash.items.size(); i += 2)
        raw.append({hash.items[i].text, hash.items[i + 1].text});
    // Redis gives no order: sorted, so that the same users compare equal.
    std::sort(raw.begin(), raw.end());
    return raw;
}

} // namespace

UserStore::UserStore(redis::Connection &connection, redis::Keys keys, UserDirectory &directory,
                     QObject *parent)
    : QObject(parent)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_directory(directory)
{
    connect(&m_connection, &redis::Connection::becameReady, this, &UserStore::reload);
    connect(&m_timer, &QTimer::timeout, this, &UserStore::reload);
    m_timer.start(interval);
}

void UserStore::reload()
{
    if (!m_connection.isReady())
        return; // becameReady comes back here
    if (m_reading) {
        m_readAgain = true;
        return;
    }
    m_reading = true;
    m_connection.command({"EVAL", readUsers, "2", m_keys.users(), m_keys.epoch()}, this,
                         [this](const redis::Reply &reply) {
                             m_reading = false;
                             handleReply(reply);
                             if (std::exchange(m_readAgain, false))
                                 reload();
                         });
}

void UserStore::handleControl(QByteArrayView message)
{
    if (message == changedMessage)
        reload();
}

void UserStore::handleReply(const redis::Reply &reply)
{
    if (reply.isError()) {
        if (std::exchange(m_lastError, reply.text) != reply.text)
            qCWarning(lcAuth).noquote() << "Cannot read the users from Redis:" << reply.text;
        m_overwritten = m_overwritten || reply.text.startsWith("WRONGTYPE");
        return;
    }
    if (reply.items.size() != 2)
        return; // lost: becameReady reads again
    const bool hasLog = reply.items[0].integer > 0;
    RawUsers raw = fieldsOf(reply.items[1]);
    m_lastError.clear();
    if (raw.isEmpty() && !hasLog && !m_raw.isEmpty())
        return;
    if (std::exchange(m_overwritten, false) && raw.isEmpty() && !m_raw.isEmpty()) {
        restore();
        return;
    }
    replaceUsers(std::move(raw));
    Q_EMIT loaded();
}

void UserStore::restore()
{
    qCWarning(lcAuth) << "the users were written over and are gone: writing them back";
    QByteArrayList arguments{"EVAL", writeBack, "1", m_keys.users()};
    for (const auto &[name, json] : m_raw)
        arguments << name << json;
    m_connection.command(arguments, nullptr, nullptr);
    reload();
}

void UserStore::replaceUsers(RawUsers raw)
{
    if (m_directory.isLoaded() && raw == m_raw)
        return;
    QList<UserRecord> users;
    for (const auto &[name, json] : raw) {
        const auto user = UserRecord::fromJson(QString::fromUtf8(name), json);
        if (user)
            users << *user;
        else
            qCWarning(lcAuth).noquote()
                << user.error().message << "Nobody can log in as this user.";
    }
    m_raw = std::move(raw);
    m_directory.replace(std::move(users));
}

void UserStore::ensureAdmin(const QString &name, const QByteArray &hash, Moment created,
                            Ensured ensured)
{
    UserRecord admin;
    admin.name = name;
    admin.role = Role::Admin;
    admin.tokens = {{hash, created}};
    m_connection.command({"EVAL", addFirstUser, "2", m_keys.users(), m_keys.firstAdmin(),
                          name.toUtf8(), admin.toJson(), hash},
                         this, [this, ensured = std::move(ensured)](const redis::Reply &reply) {
                             if (!reply.failed())
                                 reload();
                             ensured(firstUserOf(reply));
                         });
}

} // namespace pressboard::server
