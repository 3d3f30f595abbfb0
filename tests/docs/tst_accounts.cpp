// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The accounts of docs/redis.md, typed as they stand there: each may do its work, and nothing
/// else. That of the channel layer is tst_channels_rights' business.
class Accounts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void bothLanguagesTellTheSame();
    void serversNeedNoMore();
    void publishersMayOnlyPublish();
    void ctlPublishesOnce();

private:
    Outcome make(const QString &recipe);
    QString urlOf(const QString &user) const;
    QByteArray as(const QString &user, const QStringList &command) const;
    QByteArray refusedTo(const QString &user) const;

    std::unique_ptr<RedisFixture> m_redis;
    const Page m_page{u"redis.md"_qs};
};

void Accounts::init()
{
    m_redis = std::make_unique<RedisFixture>(QStringList(), RedisFixture::Tcp::Yes);
    QVERIFY(m_redis->start());
}

Outcome Accounts::make(const QString &recipe)
{
    QString line = m_page.recipe(recipe);
    line.replace(u"redis-cli "_qs, u"redis-cli -s %1 "_qs.arg(m_redis->socketPath()));
    return runTool(u"sh"_qs, {u"-c"_qs, line});
}

QString Accounts::urlOf(const QString &user) const
{
    return u"redis://%1:PASSWORD@127.0.0.1:%2"_qs.arg(user).arg(m_redis->port());
}

QByteArray Accounts::as(const QString &user, const QStringList &command) const
{
    return m_redis->command(
        QStringList{u"--user"_qs, user, u"--pass"_qs, u"PASSWORD"_qs, u"--no-auth-warning"_qs}
        + command);
}

/// What Redis remembers to have refused; empty: nothing.
QByteArray Accounts::refusedTo(const QString &user) const
{
    const QByteArray log = m_redis->command(words("ACL LOG"));
    return log.contains("username\n" + user.toUtf8() + '\n') ? log : QByteArray();
}

void Accounts::bothLanguagesTellTheSame()
{
    QCOMPARE(m_page.recipes().size(), 4);
    QCOMPARE(Page(u"redis.zh_CN.md"_qs).recipes(), m_page.recipes());
}

/// A day of a server and its admin, and Redis refused nothing.
void Accounts::serversNeedNoMore()
{
    QCOMPARE(make(u"acl-server"_qs).out.trimmed(), u"OK"_qs);
    ServerProcess server;
    server.setRedisUrl(urlOf(u"pressboard"_qs));
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(server.url(server.adminToken())));
    client.publish(u"r1"_qs, u"order_notification"_qs, {{u"order_id"_qs, 1}});
    m_redis->command({u"PUBLISH"_qs, u"pressboard:publish"_qs,
                      u"{\"type\":\"order_notification\",\"data\":{\"order_id\":2}}"_qs});
    m_redis->command(words("XADD pressboard:events * type order_notification data rubbish"));
    QVERIFY(client.waitFor([&] { return client.book().order(1) && client.book().order(2); }));
    QVERIFY(client.waitFor([&] {
        return m_redis->number(words("HEXISTS pressboard:book order:2")) == 1
            && m_redis->number(words("XLEN pressboard:rejected")) == 1;
    }));
    const QList<QStringList> commands{
        words("user add lina"),    words("user set lina --role operator"),
        words("user token lina"),  words("user list"),
        words("user revoke lina"), words("notify hello"),
        words("new-log"),          words("reset --yes"),
    };
    for (const QStringList &command : commands) {
        const Outcome outcome = server.ctl(command);
        QVERIFY2(outcome.exitCode == 0, qPrintable(command.join(u' ') + u": "_qs + outcome.err));
    }
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
    const Outcome status = server.ctl({u"status"_qs});
    QVERIFY2(!status.out.contains(u"ACL SETUSER"_qs), qPrintable(status.out));
    QCOMPARE(server.terminateWhileLooping(), 0);
    QCOMPARE(refusedTo(u"pressboard"_qs), QByteArray());
}

void Accounts::publishersMayOnlyPublish()
{
    QCOMPARE(make(u"acl-publisher"_qs).out.trimmed(), u"OK"_qs);
    QVERIFY(as(u"crm"_qs, words("XADD pressboard:events * type t data {}")).contains('-'));
    QCOMPARE(as(u"crm"_qs, words("PUBLISH pressboard:publish {}")), QByteArray("0"));
    for (const char *forbidden : {"HSET pressboard:users eve {}", "HSET pressboard:book meta {}",
                                  "DEL pressboard:events", "XTRIM pressboard:events MAXLEN 0",
                                  "XRANGE pressboard:events - +", "SET pressboard:writer eve",
                                  "PUBLISH pressboard:control eve", "FLUSHALL", "CONFIG GET *"})
        QVERIFY2(as(u"crm"_qs, words(forbidden)).startsWith("NOPERM"), forbidden);
}

void Accounts::ctlPublishesOnce()
{
    QCOMPARE(make(u"acl-ctl-publisher"_qs).out.trimmed(), u"OK"_qs);
    ServerProcess tools; // never started
    tools.setRedisUrl(urlOf(u"script"_qs));
    for (int i = 0; i < 2; ++i) {
        const Outcome published = tools.ctl({u"publish"_qs, u"order_notification"_qs,
                                             u"{\"order_id\":1}"_qs, u"--ref"_qs, u"r"_qs});
        QVERIFY2(published.exitCode == 0, qPrintable(published.err));
    }
    QCOMPARE(m_redis->number(words("XLEN pressboard:events")), 1);
    QCOMPARE(refusedTo(u"script"_qs), QByteArray());
    QVERIFY(as(u"script"_qs, words("HGET pressboard:users wang")).startsWith("NOPERM"));
}

QTEST_GUILESS_MAIN(Accounts)
#include "tst_accounts.moc"
