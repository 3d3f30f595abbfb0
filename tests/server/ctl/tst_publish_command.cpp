// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"
#include "tests/support/redis/losing_port.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTest>

using namespace pressboard::test;

/// `publish` and `notify`: what they write, and what they refuse to write.
class TestPublishCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void writesTheEventAndSaysItsId();
    void normalisesAsTheServerWould();
    void namesTheFieldThatIsWrong();
    void saysWhatItLeftOut();
    void neverWritesTheLogsOwnTypes();
    void notifyFillsInSenderAndTime();
    void notifySaysWhoSaysIt();
    void notifyRings();
    void notifyTakesItsKeyBack();
    void notifyRefusesAKeyThatIsNone();
    void notifyRefusesAnUnknownLevel();
    void usesThePrefix();
    void storesARefOnce();
    void refusesAnOddRef_data();
    void refusesAnOddRef();
    void saysTheIdThoughTheFirstAnswerWasLost_data();
    void saysTheIdThoughTheFirstAnswerWasLost();
    void saysWhenNobodyKnows();
    void saysWhenNothingWasPublished();
    void saysWhenNoReplicaHasIt();

private:
    QJsonObject lastData() const;

    RedisFixture m_redis;
};

void TestPublishCommand::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestPublishCommand::init()
{
    QVERIFY(m_redis.flushAll());
}

static QStringList lines(const QByteArray &raw)
{
    return QString::fromUtf8(raw).split(u'\n');
}

static QStringList lastEntry(const RedisFixture &redis)
{
    return lines(redis.command({QStringLiteral("XREVRANGE"), QStringLiteral("pressboard:events"),
                                QStringLiteral("+"), QStringLiteral("-"), QStringLiteral("COUNT"),
                                QStringLiteral("1")}));
}

QJsonObject TestPublishCommand::lastData() const
{
    const QStringList entry = lastEntry(m_redis);
    const qsizetype at = entry.indexOf(QStringLiteral("data"));
    return QJsonDocument::fromJson(entry.value(at + 1).toUtf8()).object();
}

void TestPublishCommand::writesTheEventAndSaysItsId()
{
    CtlRun run(m_redis,
               {QStringLiteral("publish"), QStringLiteral("order_notification"),
                QStringLiteral("{\"order_id\":7}"), QStringLiteral("--group"),
                QStringLiteral("dept_3"), QStringLiteral("--group"), QStringLiteral("role_admin")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(lastEntry(m_redis),
             QStringList({run.out().trimmed(), QStringLiteral("type"),
                          QStringLiteral("order_notification"), QStringLiteral("data"),
                          QStringLiteral("{\"order_id\":7}"), QStringLiteral("groups"),
                          QStringLiteral("dept_3,role_admin"), QStringLiteral("src"),
                          QStringLiteral("ctl")}));
}

void TestPublishCommand::normalisesAsTheServerWould()
{
    CtlRun run(m_redis,
               {QStringLiteral("publish"), QStringLiteral("order_notification"),
                QStringLiteral("{\"order_id\":\"7\",\"delivery_date\":\"2026/12/05 10:00\"}")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(lastData(),
             QJsonObject({{QStringLiteral("order_id"), 7},
                          {QStringLiteral("delivery_date"), QStringLiteral("2026-12-05")}}));
}

void TestPublishCommand::namesTheFieldThatIsWrong()
{
    CtlRun run(m_redis,
               {QStringLiteral("publish"), QStringLiteral("order_notification"),
                QStringLiteral("{\"order_id\":1.5,\"status\":2}")});
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("order_id: found 1.5")), qPrintable(run.err()));
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 0);
}

void TestPublishCommand::saysWhatItLeftOut()
{
    CtlRun run(m_redis,
               {QStringLiteral("publish"), QStringLiteral("order_notification"),
                QStringLiteral("{\"order_id\":7,\"status\":9,\"quantity\":\"2.50\"}")});
    QCOMPARE(run.end(), 0);
    QVERIFY2(run.err().contains(QStringLiteral("shown as it is: status (found 9")),
             qPrintable(run.err()));
    QVERIFY(run.err().contains(QStringLiteral("left out: quantity (found \"2.50\"")));
    QCOMPARE(lastData(),
             QJsonObject({{QStringLiteral("order_id"), 7},
                          {QStringLiteral("status"), 0},
                          {QStringLiteral("status_display"), QStringLiteral("9")}}));
    CtlRun known(m_redis,
                 {QStringLiteral("--status-words"), QStringLiteral("9=completed"),
                  QStringLiteral("publish"), QStringLiteral("order_notification"),
                  QStringLiteral("{\"order_id\":7,\"status\":9}")});
    QCOMPARE(known.end(), 0);
    QCOMPARE(lastData().value(u"status").toInt(), 3);
    CtlRun wrong(m_redis,
                 {QStringLiteral("--status-words"), QStringLiteral("9=somewhere"),
                  QStringLiteral("status")});
    QCOMPARE(wrong.end(), 1);
    QVERIFY(wrong.err().contains(QStringLiteral("status-words: found \"9=somewhere\"")));
}

void TestPublishCommand::neverWritesTheLogsOwnTypes()
{
    for (const QString &type : {QStringLiteral("pressboard.retire"), QStringLiteral("ping")}) {
        CtlRun run(m_redis, {QStringLiteral("publish"), type, QStringLiteral("{}")});
        QCOMPARE(run.end(), 1);
    }
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 0);
}

void TestPublishCommand::notifyFillsInSenderAndTime()
{
    CtlRun run(m_redis,
               {QStringLiteral("notify"), QStringLiteral("19:00 停机检修"),
                QStringLiteral("--level"), QStringLiteral("warning")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(lastData(),
             QJsonObject({{QStringLiteral("message"), QStringLiteral("19:00 停机检修")},
                          {QStringLiteral("type"), QStringLiteral("warning")},
                          {QStringLiteral("sender"), QStringLiteral("wang")},
                          {QStringLiteral("timestamp"), QStringLiteral("2026-11-23T02:34:00Z")}}));
}

/// Who is at the server's keyboard as root is somebody in the shop.
void TestPublishCommand::notifySaysWhoSaysIt()
{
    CtlRun run(m_redis,
               {QStringLiteral("notify"), QStringLiteral("19:00 停机检修"),
                QStringLiteral("--sender"), QStringLiteral("王芳")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(lastData().value(QStringLiteral("sender")).toString(), QStringLiteral("王芳"));
}

/// An alarm is an error, unless somebody says otherwise.
void TestPublishCommand::notifyRings()
{
    CtlRun rings(m_redis,
                 {QStringLiteral("notify"), QStringLiteral("火警"), QStringLiteral("--alarm"),
                  QStringLiteral("--confirm")});
    QCOMPARE(rings.end(), 0);
    QVERIFY(lastData().contains(QStringLiteral("alarm")));
    QVERIFY(lastData().value(QStringLiteral("confirm")).toBool());
    QVERIFY(lastData().value(QStringLiteral("type")).toString(QStringLiteral("error"))
            == QStringLiteral("error"));
    CtlRun softly(m_redis,
                  {QStringLiteral("notify"), QStringLiteral("开饭"), QStringLiteral("--alarm"),
                   QStringLiteral("--level"), QStringLiteral("info")});
    QCOMPARE(softly.end(), 0);
    QCOMPARE(lastData().value(QStringLiteral("type")).toString(), QStringLiteral("info"));
}

void TestPublishCommand::notifyTakesItsKeyBack()
{
    for (const QString &message : {QStringLiteral("停机"), QString()}) {
        CtlRun run(m_redis,
                   {QStringLiteral("notify"), message, QStringLiteral("--key"),
                    QStringLiteral("downtime")});
        QCOMPARE(run.end(), 0);
        QCOMPARE(lastData().value(QStringLiteral("message")).toString(), message);
        QCOMPARE(lastData().value(QStringLiteral("key")).toString(), QStringLiteral("downtime"));
    }
}

void TestPublishCommand::notifyRefusesAKeyThatIsNone()
{
    CtlRun run(m_redis,
               {QStringLiteral("notify"), QStringLiteral("a"), QStringLiteral("--key"),
                QStringLiteral("two words")});
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("key")), qPrintable(run.err()));
}

void TestPublishCommand::notifyRefusesAnUnknownLevel()
{
    CtlRun run(m_redis,
               {QStringLiteral("notify"), QStringLiteral("a"), QStringLiteral("--level"),
                QStringLiteral("loud")});
    QCOMPARE(run.end(), 1);
    QVERIFY(run.err().contains(QStringLiteral("info, success, warning or error")));
}

void TestPublishCommand::usesThePrefix()
{
    CtlRun run(m_redis,
               {QStringLiteral("--prefix"), QStringLiteral("other:"), QStringLiteral("notify"),
                QStringLiteral("a")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("other:events")}), 1);
}

void TestPublishCommand::storesARefOnce()
{
    const QStringList arguments{QStringLiteral("publish"), QStringLiteral("order_notification"),
                                QStringLiteral("{\"order_id\":7}"), QStringLiteral("--ref"),
                                QStringLiteral("row-17")};
    CtlRun first(m_redis, arguments);
    CtlRun second(m_redis, arguments);
    QCOMPARE(first.end(), 0);
    QCOMPARE(second.end(), 0);
    QCOMPARE(second.out(), first.out());
    QCOMPARE(m_redis.number(words("XLEN pressboard:events")), 1);
    const qint64 seconds = m_redis.number(words("TTL pressboard:ref:pressboardctl:row-17"));
    QVERIFY(seconds > 86'000 && seconds <= 86'400);
}

void TestPublishCommand::refusesAnOddRef_data()
{
    QTest::addColumn<QString>("ref");
    QTest::newRow("empty") << QString();
    QTest::newRow("too long") << QString(65, u'r');
}

void TestPublishCommand::refusesAnOddRef()
{
    QFETCH(QString, ref);
    CtlRun run(m_redis,
               {QStringLiteral("notify"), QStringLiteral("a"), QStringLiteral("--ref=") + ref});
    QCOMPARE(run.end(), 2);
    QVERIFY(run.err().contains(QStringLiteral("--ref: expected 1 to 64 characters")));
}

void TestPublishCommand::saysTheIdThoughTheFirstAnswerWasLost_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("publish") << QStringList{QStringLiteral("publish"),
                                            QStringLiteral("order_notification"),
                                            QStringLiteral("{\"order_id\":7}")};
    QTest::newRow("notify") << QStringList{QStringLiteral("notify"), QStringLiteral("a")};
}

void TestPublishCommand::saysTheIdThoughTheFirstAnswerWasLost()
{
    QFETCH(QStringList, arguments);
    LosingPort port(m_redis);
    port.loseNext(1);
    CtlRun run(QStringList{QStringLiteral("--redis"), port.url()} + arguments);
    QCOMPARE(run.end(), 0);
    QCOMPARE(port.lost(), 1);
    QCOMPARE(m_redis.number(words("XLEN pressboard:events")), 1);
    QCOMPARE(lastEntry(m_redis).first(), run.out().trimmed());
}

void TestPublishCommand::saysWhenNobodyKnows()
{
    LosingPort port(m_redis);
    port.loseNext(1'000'000);
    CtlRun run(
        {QStringLiteral("--redis"), port.url(), QStringLiteral("notify"), QStringLiteral("a")});
    run.start();
    QTRY_VERIFY(port.lost() > 0);
    run.stop();
    QCOMPARE(run.waitForEnd(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("Whether it was published is not known.")),
             qPrintable(run.err()));
    // What it says to type, typed: it was stored, and is not stored again.
    static const QRegularExpression advised(QStringLiteral("--ref ([0-9a-f-]{36})"));
    const QString ref = advised.match(run.err()).captured(1);
    QVERIFY2(!ref.isEmpty(), qPrintable(run.err()));
    CtlRun again(m_redis,
                 {QStringLiteral("notify"), QStringLiteral("a"), QStringLiteral("--ref"), ref});
    QCOMPARE(again.end(), 0);
    QCOMPARE(m_redis.number(words("XLEN pressboard:events")), 1);
}

void TestPublishCommand::saysWhenNothingWasPublished()
{
    m_redis.command(words("CONFIG SET maxmemory 1"));
    CtlRun run(m_redis, {QStringLiteral("notify"), QStringLiteral("a")});
    QCOMPARE(run.end(), 1);
    QCOMPARE(m_redis.command(words("CONFIG SET maxmemory 0")), QByteArray("OK"));
    QVERIFY2(run.err().startsWith(QStringLiteral("Nothing was published. Redis refused it: OOM")),
             qPrintable(run.err()));
}

void TestPublishCommand::saysWhenNoReplicaHasIt()
{
    RedisFixture master({}, RedisFixture::Tcp::Yes);
    QVERIFY(master.start());
    RedisFixture replica({QStringLiteral("--replicaof"), QStringLiteral("127.0.0.1"),
                          QString::number(master.port())});
    QVERIFY(replica.start());
    QTRY_VERIFY(master.command(words("INFO replication")).contains("state=online"));
    const QStringList publish{QStringLiteral("publish"), QStringLiteral("order_notification"),
                              QStringLiteral("{\"order_id\":7}")};
    CtlRun both(master, publish);
    QCOMPARE(both.end(), 0);
    QCOMPARE(both.err(), QString());
    replica.pause();
    CtlRun alone(master, publish);
    QCOMPARE(alone.end(), 0);
    QVERIFY(alone.out().contains(u'-')); // it has an ID
    QVERIFY2(alone.err().contains(QStringLiteral("no replica has it yet")),
             qPrintable(alone.err()));
    replica.resume();
}

QTEST_GUILESS_MAIN(TestPublishCommand)
#include "tst_publish_command.moc"
