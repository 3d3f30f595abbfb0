// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ctl/ctl_run.h"
#include "tests/support/redis/losing_port.h"
#include "tests/support/redis/redis_fault.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryFile>
#include <QTest>

#include <cstdio>

using namespace pressboard::test;

/// `publish -`: what it makes of the lines on stdin, and what it answers to each.
class TestPublishLines : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void answersEachLineInItsOrder();
    void refusesALineAndTakesTheOthers_data();
    void refusesALineAndTakesTheOthers();
    void takesManyMoreThanABatch();
    void storesALineOnceThoughItsAnswerWasLost();
    void answersNothingThatIsNotKnown();
    void takesNothingAtAll();

private:
    int publish(const QByteArray &lines, const QString &url = {});
    static QByteArray line(const QString &ref, int order);
    qint64 stored() const { return m_redis.number(words("XLEN pressboard:events")); }

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    QList<QJsonObject> m_answers;
    QString m_err;
};

void TestPublishLines::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestPublishLines::init()
{
    QVERIFY(m_redis.flushAll());
}

int TestPublishLines::publish(const QByteArray &lines, const QString &url)
{
    QTemporaryFile file;
    if (!file.open() || file.write(lines) < 0 || !file.flush())
        return -1;
    if (!std::freopen(qPrintable(file.fileName()), "r", stdin))
        return -1;
    CtlRun run({QStringLiteral("--redis"), url.isEmpty() ? m_redis.url() : url,
                QStringLiteral("publish"), QStringLiteral("-")});
    const int exitCode = run.end();
    m_answers.clear();
    for (const QString &answer : run.out().split(u'\n', Qt::SkipEmptyParts))
        m_answers.append(QJsonDocument::fromJson(answer.toUtf8()).object());
    m_err = run.err();
    return exitCode;
}

QByteArray TestPublishLines::line(const QString &ref, int order)
{
    return QStringLiteral("{\"ref\":\"%1\",\"type\":\"order_notification\",\"data\":{\"order_id\":"
                          "%2}}\n")
        .arg(ref)
        .arg(order)
        .toUtf8();
}

void TestPublishLines::answersEachLineInItsOrder()
{
    const QByteArray lines = line(QStringLiteral("a"), 1) + "\r\n" + line(QStringLiteral("b"), 2)
        + R"({"ref":"c","type":"order_notification","data":{"order_id":3},"groups":["dept_3"]})";
    QCOMPARE(publish(lines), 0);
    QCOMPARE(m_answers.size(), 3);
    QByteArray expected;
    for (const QJsonObject &answer : std::as_const(m_answers))
        expected += answer.value(QStringLiteral("id")).toString().toUtf8() + '\n';
    const QByteArray log = m_redis.command(words("XRANGE pressboard:events - +"));
    QByteArray ids;
    for (const QByteArray &each : log.split('\n')) {
        if (each.startsWith("1") && each.contains('-'))
            ids += each + '\n';
    }
    QCOMPARE(ids, expected);
    QVERIFY(log.contains("{\"order_id\":3}\ngroups\ndept_3\nsrc\nctl"));
    QCOMPARE(m_answers.at(1).value(QStringLiteral("ref")).toString(), QStringLiteral("b"));
    // The same once more: nothing is stored, and the answers are the same.
    const auto before = m_answers;
    QCOMPARE(publish(lines), 0);
    QCOMPARE(m_answers, before);
    QCOMPARE(stored(), 3);
}

void TestPublishLines::refusesALineAndTakesTheOthers_data()
{
    QTest::addColumn<QByteArray>("bad");
    QTest::addColumn<QString>("reason");
    const auto row = [](const char *name, const QByteArray &bad, const char *reason) {
        QTest::newRow(name) << bad << QString::fromUtf8(reason);
    };
    row("no JSON", "order 7", "JSON");
    row("no object", "[1]", "object");
    row("no ref", R"({"type":"order_notification","data":{"order_id":7}})", "ref: ");
    row("a ref that is too long",
        "{\"ref\":\"" + QByteArray(65, 'r') + R"(","type":"x","data":{}})", "ref: ");
    row("no type", R"({"ref":"r","data":{"order_id":7}})", "type: ");
    row("no data", R"({"ref":"r","type":"order_notification"})", "data: ");
    row("data as text", R"({"ref":"r","type":"order_notification","data":"{}"})", "data: ");
    row("no id", R"({"ref":"r","type":"order_notification","data":{}})", "order_id: ");
    row("groups of another kind",
        R"({"ref":"r","type":"order_notification","data":{"order_id":7},"groups":"dept_3"})",
        "groups: ");
    row("the log's own type", R"({"ref":"r","type":"pressboard.retire","data":{"order_ids":[]}})",
        "type: ");
    row("a line without an end", QByteArray(2'000'000, 'x'), "longer than 1048576 bytes");
}

void TestPublishLines::refusesALineAndTakesTheOthers()
{
    QFETCH(QByteArray, bad);
    QFETCH(QString, reason);
    QCOMPARE(publish(line(QStringLiteral("a"), 1) + bad + '\n' + line(QStringLiteral("b"), 2)), 1);
    QCOMPARE(m_answers.size(), 3);
    QVERIFY(m_answers.at(0).contains(QStringLiteral("id")));
    QVERIFY(m_answers.at(2).contains(QStringLiteral("id")));
    QVERIFY(!m_answers.at(1).contains(QStringLiteral("id")));
    const QString said = m_answers.at(1).value(QStringLiteral("refused")).toString();
    QVERIFY2(said.contains(reason), qPrintable(said));
    QVERIFY2(m_err.contains(QStringLiteral("Events refused: 1")), qPrintable(m_err));
    QCOMPARE(stored(), 2);
}

void TestPublishLines::takesManyMoreThanABatch()
{
    QByteArray lines;
    for (int order = 1; order <= 1234; ++order)
        lines += line(QStringLiteral("r%1").arg(order), order);
    QCOMPARE(publish(lines), 0);
    QCOMPARE(m_answers.size(), 1234);
    QCOMPARE(m_answers.last().value(QStringLiteral("ref")).toString(), QStringLiteral("r1234"));
    QCOMPARE(stored(), 1234);
}

void TestPublishLines::storesALineOnceThoughItsAnswerWasLost()
{
    LosingPort port(m_redis);
    port.loseNext(1);
    QCOMPARE(publish(line(QStringLiteral("a"), 1) + line(QStringLiteral("b"), 2), port.url()), 0);
    QCOMPARE(port.lost(), 1);
    QCOMPARE(m_answers.size(), 2);
    QCOMPARE(stored(), 2);
}

void TestPublishLines::answersNothingThatIsNotKnown()
{
    QVERIFY(inject(m_redis, RedisFault::Full));
    QCOMPARE(publish(line(QStringLiteral("a"), 1)), 1);
    QVERIFY(m_answers.isEmpty());
    QVERIFY2(m_err.contains(QStringLiteral("OOM")), qPrintable(m_err));
    QVERIFY(lift(m_redis, RedisFault::Full));
    QCOMPARE(publish(line(QStringLiteral("a"), 1)), 0);
    QCOMPARE(stored(), 1);
}

void TestPublishLines::takesNothingAtAll()
{
    QCOMPARE(publish({}), 0);
    QVERIFY(m_answers.isEmpty());
    QVERIFY(m_err.isEmpty());
}

QTEST_GUILESS_MAIN(TestPublishLines)
#include "tst_publish_lines.moc"
