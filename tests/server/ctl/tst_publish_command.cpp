// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"

#include <QJsonDocument>
#include <QJsonObject>
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
    void notifyRefusesAnUnknownLevel();
    void usesThePrefix();

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
                QStringLiteral("{\"order_id\":\"x\",\"status\":2}")});
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("order_id: found \"x\"")), qPrintable(run.err()));
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

QTEST_GUILESS_MAIN(TestPublishCommand)
#include "tst_publish_command.moc"
