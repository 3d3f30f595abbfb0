// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "server/auth/user_record.h"
#include "server/redis/subscriber.h"
#include "tests/server/ctl/ctl_run.h"

#include <QFile>
#include <QSettings>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

class TestUserCommands : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void addPrintsATokenThatWorks();
    void addTellsTheServers();
    void addRefusesANameOfTheCrms();
    void addRefusesATakenName();
    void presetHoldsTheTokenInstead();
    void presetOverwritesNothing();
    void presetFollowsNoLink();
    void setChangesWhatIsNamed();
    void setSaysWhatIsWrong_data();
    void setSaysWhatIsWrong();
    void aNewTokenReplacesTheOld();
    void listShowsEverybody();
    void othersTextDoesNothingToTheTerminal();
    void revokeRemovesTheUser();
    void revokeSaysWhenThereIsNobody();

private:
    RedisFixture m_redis;
};

void TestUserCommands::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestUserCommands::init()
{
    QVERIFY(m_redis.flushAll());
}

static Result<UserRecord> stored(const RedisFixture &redis, const QString &name)
{
    return UserRecord::fromJson(
        name, redis.command({QStringLiteral("HGET"), QStringLiteral("pressboard:users"), name}));
}

static QStringList add(const QStringList &more = {})
{
    return QStringList{QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("wang")}
    + more;
}

void TestUserCommands::addPrintsATokenThatWorks()
{
    CtlRun run(m_redis,
               add({QStringLiteral("--display"), QStringLiteral("王芳"), QStringLiteral("--role"),
                    QStringLiteral("operator"), QStringLiteral("--department"), QStringLiteral("3"),
                    QStringLiteral("--department"), QStringLiteral("bind")}));
    QCOMPARE(run.end(), 0);
    const auto user = stored(m_redis, QStringLiteral("wang"));
    QVERIFY(user);
    QCOMPARE(user->display, QStringLiteral("王芳"));
    QCOMPARE(user->role, Role::Operator);
    QCOMPARE(user->departments, QStringList({QStringLiteral("3"), QStringLiteral("bind")}));
    QCOMPARE(user->tokens.size(), 1);
    QCOMPARE(user->tokens.first().hash, tokenHash(run.out().trimmed().toLatin1()));
    // The token itself is nowhere in Redis.
    QVERIFY(!m_redis.command({QStringLiteral("HGETALL"), QStringLiteral("pressboard:users")})
                 .contains(run.out().trimmed().toLatin1()));
}

void TestUserCommands::addTellsTheServers()
{
    redis::Endpoint endpoint;
    endpoint.socketPath = m_redis.socketPath();
    redis::Connection connection(endpoint, QStringLiteral("test"));
    redis::Subscriber control(connection, {"pressboard:control"});
    QSignalSpy heard(&control, &redis::Subscriber::messageReceived);
    connection.open();
    QTRY_VERIFY(control.isSubscribed());
    QCOMPARE(CtlRun(m_redis, add()).end(), 0);
    QTRY_COMPARE(heard.size(), 1);
    QCOMPARE(heard.first().at(1).toByteArray(), QByteArray("users changed"));
}

/// Those are who comes with a code that the CRM has signed.
void TestUserCommands::addRefusesANameOfTheCrms()
{
    CtlRun run(m_redis,
               {QStringLiteral("user"), QStringLiteral("add"), QStringLiteral("jwt.wang")});
    QCOMPARE(run.end(), 2);
    QVERIFY2(run.err().contains(u"does not begin with jwt."), qPrintable(run.err()));
    QCOMPARE(m_redis.number({QStringLiteral("EXISTS"), QStringLiteral("pressboard:users")}), 0);
}

void TestUserCommands::addRefusesATakenName()
{
    QCOMPARE(CtlRun(m_redis, add()).end(), 0);
    const auto before = stored(m_redis, QStringLiteral("wang"));
    CtlRun again(m_redis, add());
    QCOMPARE(again.end(), 1);
    QVERIFY(again.err().contains(QStringLiteral("user token wang")));
    QCOMPARE(again.out(), QString());
    QCOMPARE(*stored(m_redis, QStringLiteral("wang")), *before);
}

void TestUserCommands::presetHoldsTheTokenInstead()
{
    QTemporaryDir dir;
    CtlRun run(m_redis,
               add({QStringLiteral("--preset"), dir.filePath(QStringLiteral("pcs")),
                    QStringLiteral("--listen"), QStringLiteral("192.168.1.10:5173"),
                    QStringLiteral("--display"), QStringLiteral("印刷机 1")}));
    QCOMPARE(run.end(), 0);
    const QString path = dir.filePath(QStringLiteral("pcs/wang.ini"));
    const QSettings settings(path, QSettings::IniFormat);
    const QString token = settings.value(QStringLiteral("connection/token")).toString();
    QCOMPARE(settings.value(QStringLiteral("connection/server")).toString(),
             QStringLiteral("ws://192.168.1.10:5173"));
    QCOMPARE(settings.value(QStringLiteral("station/name")).toString(), QStringLiteral("印刷机 1"));
    QCOMPARE(stored(m_redis, QStringLiteral("wang"))->tokens.first().hash,
             tokenHash(token.toLatin1()));
    QVERIFY(!run.out().contains(token));
    const auto othersMay = QFile::ReadGroup | QFile::ReadOther;
    QCOMPARE(QFile::permissions(path) & othersMay, QFile::Permissions());
}

void TestUserCommands::presetOverwritesNothing()
{
    QTemporaryDir dir;
    QFile there(dir.filePath(QStringLiteral("wang.ini")));
    QVERIFY(there.open(QIODevice::WriteOnly));
    there.write("mine");
    there.close();
    CtlRun run(m_redis, add({QStringLiteral("--preset"), dir.path()}));
    QCOMPARE(run.end(), 1);
    QVERIFY(there.open(QIODevice::ReadOnly));
    QCOMPARE(there.readAll(), QByteArray("mine"));
    QCOMPARE(m_redis.number({QStringLiteral("HLEN"), QStringLiteral("pressboard:users")}), 0);
}

/// Nor one that leads to nothing: the token would be written there.
void TestUserCommands::presetFollowsNoLink()
{
    QTemporaryDir dir;
    const QString target = dir.filePath(QStringLiteral("elsewhere"));
    QVERIFY(QFile::link(target, dir.filePath(QStringLiteral("wang.ini"))));
    CtlRun run(m_redis, add({QStringLiteral("--preset"), dir.path()}));
    QCOMPARE(run.end(), 1);
    QVERIFY(!QFile::exists(target));
    QCOMPARE(m_redis.number({QStringLiteral("HLEN"), QStringLiteral("pressboard:users")}), 0);
}

static QStringList change(const QString &what, const QStringList &more = {},
                          const QString &name = QStringLiteral("wang"))
{
    return QStringList{QStringLiteral("user"), what, name} + more;
}

/// The code is what it was, and so is all that is not named.
void TestUserCommands::setChangesWhatIsNamed()
{
    const QStringList before{QStringLiteral("--display"), QStringLiteral("王芳"),
                             QStringLiteral("--department"), QStringLiteral("3")};
    QCOMPARE(CtlRun(m_redis, add(before)).end(), 0);
    UserRecord expected = *stored(m_redis, QStringLiteral("wang"));
    const auto set = [this](const QStringList &options) {
        return CtlRun(m_redis, change(QStringLiteral("set"), options)).end();
    };
    QCOMPARE(set({QStringLiteral("--role"), QStringLiteral("operator")}), 0);
    expected.role = Role::Operator;
    QCOMPARE(*stored(m_redis, QStringLiteral("wang")), expected);
    QCOMPARE(
        set({QStringLiteral("--department"), QStringLiteral("4"), QStringLiteral("--department"),
             QStringLiteral("bind"), QStringLiteral("--display"), QStringLiteral("王")}),
        0);
    expected.departments = {QStringLiteral("4"), QStringLiteral("bind")};
    expected.display = QStringLiteral("王");
    QCOMPARE(*stored(m_redis, QStringLiteral("wang")), expected);
    QCOMPARE(set({QStringLiteral("--department"), QString()}), 0);
    expected.departments.clear();
    QCOMPARE(*stored(m_redis, QStringLiteral("wang")), expected);
}

void TestUserCommands::setSaysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<int>("exit");
    QTest::addColumn<QString>("named");
    const auto row = [](const char *name, const QStringList &arguments, int exit,
                        const char *named) {
        QTest::newRow(name) << arguments << exit << QString::fromLatin1(named);
    };
    const QString set = QStringLiteral("set");
    row("nothing", change(set), 2, "nothing to set");
    row("no role", change(set, {QStringLiteral("--role"), QStringLiteral("boss")}), 2, "--role");
    row("no department", change(set, {QStringLiteral("--department"), QStringLiteral("a b")}), 2,
        "--department");
    row("nobody",
        change(set, {QStringLiteral("--role"), QStringLiteral("page")}, QStringLiteral("nobody")),
        1, "user list");
    row("nobody's token", change(QStringLiteral("token"), {}, QStringLiteral("nobody")), 1,
        "user list");
}

void TestUserCommands::setSaysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(int, exit);
    QFETCH(QString, named);
    QCOMPARE(CtlRun(m_redis, add()).end(), 0);
    const auto before = stored(m_redis, QStringLiteral("wang"));
    CtlRun run(m_redis, arguments);
    QCOMPARE(run.end(), exit);
    QVERIFY2(run.err().contains(named), qPrintable(run.err()));
    QCOMPARE(*stored(m_redis, QStringLiteral("wang")), *before);
}

void TestUserCommands::aNewTokenReplacesTheOld()
{
    QCOMPARE(CtlRun(m_redis, add({QStringLiteral("--role"), QStringLiteral("admin")})).end(), 0);
    const auto before = stored(m_redis, QStringLiteral("wang"));
    CtlRun run(m_redis, change(QStringLiteral("token")));
    QCOMPARE(run.end(), 0);
    const auto now = stored(m_redis, QStringLiteral("wang"));
    QCOMPARE(now->tokens.size(), 1);
    QCOMPARE(now->tokens.first().hash, tokenHash(run.out().trimmed().toLatin1()));
    QVERIFY(now->tokens.first().hash != before->tokens.first().hash);
    QCOMPARE(now->role, Role::Admin);
}

void TestUserCommands::listShowsEverybody()
{
    QCOMPARE(CtlRun(m_redis, add({QStringLiteral("--role"), QStringLiteral("admin")})).end(), 0);
    m_redis.command({QStringLiteral("HSET"), QStringLiteral("pressboard:users"),
                     QStringLiteral("broken"), QStringLiteral("{")});
    CtlRun run(m_redis, {QStringLiteral("user"), QStringLiteral("list")});
    QCOMPARE(run.end(), 0);
    const QStringList lines = run.out().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 2);
    QVERIFY2(lines.at(0).startsWith(QStringLiteral("broken cannot be read: ")),
             qPrintable(lines.at(0)));
    QCOMPARE(lines.at(1), QStringLiteral("wang             admin    since 2026-11-23"));
}

/// Whatever somebody wrote into Redis.
void TestUserCommands::othersTextDoesNothingToTheTerminal()
{
    const QString hostile = QStringLiteral("a\x1b[2J\u202e\nadmin");
    QCOMPARE(CtlRun(m_redis, add({QStringLiteral("--display"), hostile})).end(), 0);
    m_redis.command(
        {QStringLiteral("HSET"), QStringLiteral("pressboard:users"), hostile, QStringLiteral("{")});
    CtlRun run(m_redis, {QStringLiteral("user"), QStringLiteral("list")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(run.out().trimmed().split(u'\n').size(), 2);
    CtlRun revoke(m_redis, {QStringLiteral("user"), QStringLiteral("revoke"), hostile + u'x'});
    QCOMPARE(revoke.end(), 1);
    for (const QString &said : {run.out(), revoke.err()}) {
        QVERIFY(!said.contains(QChar(0x1b)) && !said.contains(QChar(0x202e)));
        QVERIFY2(said.contains(QStringLiteral("a\\u001b[2J\\u202e\\nadmin")), qPrintable(said));
    }
}

void TestUserCommands::revokeRemovesTheUser()
{
    QCOMPARE(CtlRun(m_redis, add()).end(), 0);
    CtlRun run(m_redis, {QStringLiteral("user"), QStringLiteral("revoke"), QStringLiteral("wang")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(m_redis.number({QStringLiteral("HLEN"), QStringLiteral("pressboard:users")}), 0);
}

void TestUserCommands::revokeSaysWhenThereIsNobody()
{
    CtlRun run(m_redis, {QStringLiteral("user"), QStringLiteral("revoke"), QStringLiteral("wang")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().contains(QStringLiteral("user list")));
}

QTEST_GUILESS_MAIN(TestUserCommands)
#include "tst_user_commands.moc"
