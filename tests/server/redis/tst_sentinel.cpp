// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/connection.h"
#include "server/redis/master_finder.h"
#include "server/redis/sentinel_url.h"
#include "tests/support/redis/redis_fixture.h"
#include "tests/support/redis/sentinel_fixture.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

using namespace pressboard::server::redis;
using namespace pressboard::test;

class TestSentinel : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsItsUrl();
    void refusesWrongUrls_data();
    void refusesWrongUrls();
    void showsNoPassword();
    void findsTheMaster();
    void followsAFailover();
    void asksAgainAboutAMasterThatWasFrozen();
    void asksTheNextSentinel();
    void tellsAnUnknownNameFromNobodyThere();
    void isNotToldEachTimeItIsAsked();
};

namespace {

Endpoint watched(const QStringList &sentinels, const QString &name = QStringLiteral("shop"))
{
    return Endpoint::parse(QStringLiteral("sentinel://%1/%2").arg(sentinels.join(u','), name))
        .value();
}

} // namespace

void TestSentinel::readsItsUrl()
{
    const auto endpoint =
        Endpoint::parse(QStringLiteral("sentinel://me:p%40ss@h1:26380,h2,[::1]:5/shop?db=3&tls=yes"
                                       "&sentinel-user=u&sentinel-password=s"));
    QVERIFY(endpoint);
    QVERIFY(endpoint->isSentinel());
    QCOMPARE(endpoint->masterName, QStringLiteral("shop"));
    QCOMPARE(endpoint->user, QStringLiteral("me"));
    QCOMPARE(endpoint->password, QStringLiteral("p@ss"));
    QCOMPARE(endpoint->database, 3);
    QVERIFY(endpoint->tls);
    QCOMPARE(endpoint->sentinels.size(), 3);
    QCOMPARE(endpoint->sentinel(0).port, 26380);
    QCOMPARE(endpoint->sentinel(1).host, QStringLiteral("h2"));
    QCOMPARE(endpoint->sentinel(1).port, 26379);
    QCOMPARE(endpoint->sentinel(2).host, QStringLiteral("::1"));
    QCOMPARE(endpoint->sentinel(2).password, QStringLiteral("s"));
    QVERIFY(endpoint->sentinel(2).tls && !endpoint->sentinel(2).isSentinel());
    QCOMPARE(endpoint->sentinel(2).database, 0);
}

void TestSentinel::refusesWrongUrls_data()
{
    QTest::addColumn<QString>("url");
    QTest::addColumn<QString>("says");
    QTest::newRow("no name") << "sentinel://h1"
                             << "which master";
    QTest::newRow("empty name") << "sentinel://h1/"
                                << "which master";
    QTest::newRow("no host") << "sentinel:///shop"
                             << "no host and port";
    QTest::newRow("empty host") << "sentinel://h1,,h2/shop"
                                << "no host and port";
    QTest::newRow("port") << "sentinel://h1:x/shop"
                          << "no host and port";
    QTest::newRow("option") << "sentinel://h1/shop?database=1"
                            << "\"database=\"";
    QTest::newRow("db") << "sentinel://h1/shop?db=x"
                        << "\"db=\"";
    QTest::newRow("user alone") << "sentinel://me@h1/shop"
                                << "no password";
}

void TestSentinel::refusesWrongUrls()
{
    QFETCH(QString, url);
    QFETCH(QString, says);
    const auto endpoint = Endpoint::parse(url);
    QVERIFY(!endpoint);
    QVERIFY2(endpoint.error().message.contains(says), qPrintable(endpoint.error().message));
}

void TestSentinel::showsNoPassword()
{
    const auto endpoint = Endpoint::parse(
        QStringLiteral("sentinel://me:secret@h1,h2:5/shop?db=2&sentinel-password=secret"));
    QCOMPARE(endpoint->toDisplay(), QStringLiteral("sentinel://h1:26379,h2:5/shop?db=2"));
    QVERIFY(!Endpoint::parse(QStringLiteral("sentinel://me:secret@h1"))
                 .error()
                 .message.contains(QStringLiteral("secret")));
}

void TestSentinel::findsTheMaster()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    SentinelFixture sentinel(master);
    QVERIFY(sentinel.start());
    master.command(words("SET name first"));
    Connection connection(watched({sentinel.address()}), QStringLiteral("test:sentinel"));
    connection.open();
    QTRY_VERIFY(connection.isReady());
    QByteArray name;
    connection.command({"GET", "name"}, this, [&](const Reply &reply) { name = reply.text; });
    QTRY_COMPARE(name, QByteArray("first"));
}

void TestSentinel::followsAFailover()
{
    RedisFixture first({}, RedisFixture::Tcp::Yes);
    RedisFixture second({}, RedisFixture::Tcp::Yes);
    QVERIFY(first.start() && second.start());
    second.command(
        {QStringLiteral("REPLICAOF"), QStringLiteral("127.0.0.1"), QString::number(first.port())});
    SentinelFixture sentinel(first);
    QVERIFY(sentinel.start());
    QTRY_VERIFY_WITH_TIMEOUT(sentinel.replicas() == 1, 30'000); // it asks every ten seconds
    Connection connection(watched({sentinel.address()}), QStringLiteral("test:sentinel"));
    connection.insistOnMaster("absent");
    connection.open();
    QTRY_VERIFY(connection.isReady());
    first.kill();
    QTRY_VERIFY_WITH_TIMEOUT(sentinel.masterPort() == second.port(), 30'000);
    QTRY_VERIFY_WITH_TIMEOUT(connection.isReady(), 20'000);
    Reply reply;
    connection.command({"SET", "name", "second"}, this, [&](const Reply &to) { reply = to; });
    QTRY_COMPARE(reply.text, QByteArray("OK"));
    QCOMPARE(second.command(words("GET name")), QByteArray("second"));
}

/// It was a master when the sentinels named it, and answers before anybody told it that it is none
/// any more: what it takes then is in no log.
void TestSentinel::asksAgainAboutAMasterThatWasFrozen()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    SentinelFixture sentinel(master);
    QVERIFY(sentinel.start());
    Connection connection(watched({sentinel.address()}), QStringLiteral("test:sentinel"));
    QStringList reasons;
    connect(&connection, &Connection::connectFailed, this,
            [&](const QString &reason) { reasons.append(reason); });
    master.pause();
    connection.open();
    QTimer thaw;
    thaw.setSingleShot(true);
    thaw.callOnTimeout([&] { master.resume(); });
    thaw.start((Connection::sentinelsWord + Connection::connectTimeout) / 2);
    QTRY_VERIFY_WITH_TIMEOUT(connection.isReady(), 20'000);
    QVERIFY2(reasons.join(u'\n').contains(QStringLiteral("was slow to answer")),
             qPrintable(reasons.join(u'\n')));
}

void TestSentinel::asksTheNextSentinel()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    SentinelFixture sentinel(master);
    QVERIFY(sentinel.start());
    Connection connection(watched({QStringLiteral("127.0.0.1:1"), sentinel.address()}),
                          QStringLiteral("test:sentinel"));
    connection.open();
    QTRY_VERIFY(connection.isReady());
}

void TestSentinel::tellsAnUnknownNameFromNobodyThere()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    SentinelFixture sentinel(master);
    QVERIFY(sentinel.start());
    Connection stranger(
        watched({QStringLiteral("127.0.0.1:1"), sentinel.address()}, QStringLiteral("other")),
        QStringLiteral("test:sentinel"));
    stranger.open();
    QTRY_VERIFY2(stranger.lostReason().contains(
                     QStringLiteral("No sentinel knows a master called \"other\"")),
                 qPrintable(stranger.lostReason()));
    Connection alone(watched({QStringLiteral("127.0.0.1:1"), QStringLiteral("127.0.0.1:2")}),
                     QStringLiteral("test:sentinel"));
    alone.open();
    QTRY_VERIFY2(alone.lostReason().startsWith(QStringLiteral(
                     "No sentinel of sentinel://127.0.0.1:1,127.0.0.1:2/shop can be asked.")),
                 qPrintable(alone.lostReason()));
}

/// Every two seconds, as long as the server runs.
void TestSentinel::isNotToldEachTimeItIsAsked()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    SentinelFixture sentinel(master);
    QVERIFY(sentinel.start());
    static QStringList lines;
    lines.clear();
    QtMessageHandler before =
        qInstallMessageHandler([](QtMsgType type, const QMessageLogContext &, const QString &text) {
            if (type != QtDebugMsg)
                lines.append(text);
        });
    MasterFinder finder(watched({QStringLiteral("127.0.0.1:1"), sentinel.address()}));
    QSignalSpy found(&finder, &MasterFinder::found);
    bool isFound = true;
    for (int round = 1; round <= 3 && isFound; ++round) {
        finder.find();
        isFound = QTest::qWaitFor([&] { return found.size() == round; }, 20'000);
    }
    qInstallMessageHandler(before);
    QVERIFY(isFound);
    QVERIFY2(lines.isEmpty(), qPrintable(lines.join(u'\n')));
}

QTEST_GUILESS_MAIN(TestSentinel)
#include "tst_sentinel.moc"
