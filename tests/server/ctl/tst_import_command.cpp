// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/book_reader.h"
#include "tests/server/ctl/ctl_run.h"

#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

/// What an import leaves in the book, which is what every board shows.
class TestImportCommand : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void bringsOrdersWithTheirSteps();
    void importingAgainChangesNothing();
    void writesNothingWhenOneLineIsWrong();
    void leavesRowsTouchedSinceAlone();
    void completeRemovesWhatTheFileDoesNotKnow();
    void completeMakesTheNumbersComplete();
    void refusesAPositionAheadOfTheLog();
    void refusesAPositionThatTheLogHasForgotten_data();
    void refusesAPositionThatTheLogHasForgotten();
    void refusesAFileThatIsNotThere();
    void saysWhatItDid();
    void saysWhatItLeftOut();
    void nobodyIsOverwrittenWhoWritesMeanwhile();

private:
    int import(const QByteArray &lines, const QStringList &options = {});
    QString publish(const QString &data);
    void add(const QByteArray &data);
    Book book();

    RedisFixture m_redis;
    QTemporaryDir m_dir;
};

void TestImportCommand::initTestCase()
{
    QVERIFY(m_redis.start());
}

void TestImportCommand::init()
{
    QVERIFY(m_redis.flushAll());
}

int TestImportCommand::import(const QByteArray &lines, const QStringList &options)
{
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    file.open(QIODevice::WriteOnly);
    file.write(lines);
    file.close();
    CtlRun run(m_redis, QStringList{QStringLiteral("import"), file.fileName()} + options);
    return run.end();
}

QString TestImportCommand::publish(const QString &data)
{
    CtlRun run(m_redis, {QStringLiteral("publish"), QStringLiteral("order_notification"), data});
    run.end();
    return run.out().trimmed();
}

/// As a script would, without asking anybody.
void TestImportCommand::add(const QByteArray &data)
{
    m_redis.command({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                     QStringLiteral("*"), QStringLiteral("type"),
                     QStringLiteral("order_notification"), QStringLiteral("data"),
                     QString::fromUtf8(data)});
}

Book TestImportCommand::book()
{
    redis::Endpoint endpoint;
    endpoint.socketPath = m_redis.socketPath();
    redis::Connection connection(endpoint, QStringLiteral("test"));
    ctl::BookReader reader(connection, redis::Keys(), QTimeZone("Asia/Shanghai"));
    Book book;
    bool done = false;
    connect(&connection, &redis::Connection::becameReady, &reader, &ctl::BookReader::start);
    connect(&reader, &ctl::BookReader::read, &reader, [&](const Book &read) {
        book = read;
        done = true;
    });
    connection.open();
    if (!QTest::qWaitFor([&] { return done; }, 30'000))
        qWarning("the book was not read");
    return book;
}

static const QByteArray twoOrders = R"({"order_id":7,"order_no":"PO7","status":2,"steps":[)"
                                    R"({"progress_id":70,"step_name":"印刷","status":3},)"
                                    R"({"progress_id":71,"step_name":"覆膜","status":1}]})"
                                    "\n"
                                    R"({"order_id":8,"order_no":"PO8","status":1})";

void TestImportCommand::bringsOrdersWithTheirSteps()
{
    QCOMPARE(import(twoOrders), 0);
    const Book read = book();
    QCOMPARE(read.orders().size(), 2);
    QCOMPARE(read.order(7)->steps.size(), 2);
    QCOMPARE(read.order(7)->step(70)->status, StepStatus::Completed);
    QVERIFY(!read.order(7)->createdAt); // nobody knows when
}

void TestImportCommand::importingAgainChangesNothing()
{
    QCOMPARE(import(twoOrders), 0);
    const Book once = book();
    QCOMPARE(import(twoOrders), 0);
    QCOMPARE(book().orders(), once.orders());
}

void TestImportCommand::writesNothingWhenOneLineIsWrong()
{
    QCOMPARE(import(twoOrders + "\n{\"order_id\":true}"), 1);
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 0);
}

void TestImportCommand::leavesRowsTouchedSinceAlone()
{
    const QString asOf = publish(QStringLiteral("{\"order_id\":8,\"status\":1}"));
    publish(QStringLiteral("{\"order_id\":7,\"order_no\":\"NEW\",\"status\":3}"));
    QCOMPARE(import(twoOrders, {QStringLiteral("--as-of"), asOf}), 0);
    const Book read = book();
    QCOMPARE(read.order(7)->orderNo, QStringLiteral("NEW"));
    QCOMPARE(read.order(7)->status, OrderStatus::Completed);
    QCOMPARE(read.order(8)->orderNo, QStringLiteral("PO8"));
}

void TestImportCommand::completeRemovesWhatTheFileDoesNotKnow()
{
    publish(QStringLiteral("{\"order_id\":1,\"status\":1}"));
    const QString asOf = publish(QStringLiteral("{\"order_id\":2,\"status\":1}"));
    publish(QStringLiteral("{\"order_id\":3,\"status\":1}"));
    QCOMPARE(import(twoOrders, {QStringLiteral("--as-of"), asOf, QStringLiteral("--complete")}), 0);
    QList<CrmId> left = book().orders().keys();
    std::sort(left.begin(), left.end());
    QCOMPARE(left, QList<CrmId>({3, 7, 8}));
}

void TestImportCommand::completeMakesTheNumbersComplete()
{
    publish(QStringLiteral("{\"order_id\":7,\"status\":1,\"action\":\"updated\"}"));
    QVERIFY(!book().complete);
    QCOMPARE(import(twoOrders), 0);
    QVERIFY(!book().complete);
    QCOMPARE(import(twoOrders, {QStringLiteral("--complete")}), 0);
    QVERIFY(book().complete);
}

void TestImportCommand::refusesAPositionAheadOfTheLog()
{
    const QString last = publish(QStringLiteral("{\"order_id\":1}"));
    QCOMPARE(import(twoOrders, {QStringLiteral("--as-of"), QStringLiteral("99999999999999-0")}), 1);
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 1);
    QVERIFY(!last.isEmpty());
}

/// What was deleted since the file was made must never come back.
void TestImportCommand::refusesAPositionThatTheLogHasForgotten_data()
{
    QTest::addColumn<QStringList>("forget");
    QTest::newRow("trimmed") << QStringList{QStringLiteral("XTRIM"),
                                            QStringLiteral("pressboard:events"),
                                            QStringLiteral("MAXLEN"), QStringLiteral("0")};
    QTest::newRow("new-log") << QStringList{};
}

void TestImportCommand::refusesAPositionThatTheLogHasForgotten()
{
    QFETCH(QStringList, forget);
    const QString asOf = publish(QStringLiteral("{\"order_id\":8,\"status\":1}"));
    publish(QStringLiteral("{\"order_id\":8,\"action\":\"deleted\"}"));
    if (forget.isEmpty())
        QCOMPARE(CtlRun(m_redis, {QStringLiteral("new-log")}).end(), 0);
    else
        m_redis.command(forget);
    publish(QStringLiteral("{\"order_id\":1,\"status\":1}"));
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(twoOrders);
    file.close();
    CtlRun run(m_redis,
               {QStringLiteral("import"), file.fileName(), QStringLiteral("--as-of"), asOf});
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(asOf + QStringLiteral(" is older than what the log still has")),
             qPrintable(run.err()));
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 1);
    QVERIFY(!book().order(8));
}

void TestImportCommand::refusesAFileThatIsNotThere()
{
    CtlRun run(m_redis, {QStringLiteral("import"), m_dir.filePath(QStringLiteral("none.jsonl"))});
    QCOMPARE(run.end(), 1);
    QVERIFY2(run.err().contains(QStringLiteral("none.jsonl cannot be read: ")),
             qPrintable(run.err()));
}

void TestImportCommand::saysWhatItDid()
{
    publish(QStringLiteral("{\"order_id\":1}"));
    const QString asOf =
        publish(QStringLiteral("{\"order_id\":8,\"order_no\":\"PO8\",\"status\":1}"));
    publish(QStringLiteral("{\"order_id\":7,\"order_no\":\"NEW\"}"));
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(twoOrders);
    file.close();
    CtlRun run(m_redis,
               {QStringLiteral("import"), file.fileName(), QStringLiteral("--as-of"), asOf,
                QStringLiteral("--complete")});
    QCOMPARE(run.end(), 0);
    QCOMPARE(run.err(), QString());
    const QStringList said = run.out().split(u'\n');
    QCOMPARE(said.first(),
             QStringLiteral("Imported: 1 order new or changed, 1 as before, 1 removed."));
    QVERIFY2(said.at(1).startsWith(QStringLiteral("In 1 order something is newer than ") + asOf),
             qPrintable(said.at(1)));
}

void TestImportCommand::saysWhatItLeftOut()
{
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(twoOrders + "\n{\"order_id\":9,\"quantity\":\"2.50\",\"status\":\"外发中\"}");
    file.close();
    CtlRun strict(m_redis, {QStringLiteral("import"), file.fileName(), QStringLiteral("--strict")});
    QCOMPARE(strict.end(), 1);
    QVERIFY(strict.err().contains(QStringLiteral(":3: status: found \"外发中\"")));
    QCOMPARE(m_redis.number({QStringLiteral("XLEN"), QStringLiteral("pressboard:events")}), 0);

    CtlRun run(m_redis, {QStringLiteral("import"), file.fileName()});
    QCOMPARE(run.end(), 0);
    const QStringList said = run.out().split(u'\n');
    QCOMPARE(said.at(0), QStringLiteral("Imported: 3 orders new or changed, 0 as before."));
    QCOMPARE(said.at(1), QStringLiteral("Not taken as it is written: 2:"));
    QVERIFY(said.at(2).contains(QStringLiteral(":3: shown as it is: status (found \"外发中\"")));
    QVERIFY(said.at(3).contains(QStringLiteral(":3: left out: quantity (found \"2.50\"")));
    const Book read = book();
    QCOMPARE(read.order(9)->status, OrderStatus::Unknown);
    QCOMPARE(read.order(9)->statusDisplay, QStringLiteral("外发中"));
}

/// Each batch of the import stands right behind what it was judged by, however the others hurry.
void TestImportCommand::nobodyIsOverwrittenWhoWritesMeanwhile()
{
    constexpr int count = 1000;
    QByteArray lines;
    for (int id = 1; id <= count; ++id)
        lines += "{\"order_id\":" + QByteArray::number(id) + ",\"status\":1}\n";
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(lines);
    file.close();
    const QString asOf = publish(QStringLiteral("{\"order_id\":1,\"status\":2}"));
    CtlRun run(m_redis,
               {QStringLiteral("import"), file.fileName(), QStringLiteral("--as-of"), asOf});
    bool ended = false;
    connect(&run.program(), &ctl::Program::finished, this, [&] { ended = true; });
    run.start();
    QList<int> finished;
    QList<int> deleted;
    for (int id = 2; !ended && id + 10 < count; id += 20) {
        add("{\"order_id\":" + QByteArray::number(id) + ",\"status\":3}");
        add("{\"order_id\":" + QByteArray::number(id + 10) + ",\"action\":\"deleted\"}");
        finished << id;
        deleted << id + 10;
        QCoreApplication::processEvents();
    }
    QCOMPARE(run.waitForEnd(), 0);
    const Book read = book();
    QVERIFY(!finished.isEmpty());
    QCOMPARE(read.orders().size(), count - deleted.size());
    for (const int id : std::as_const(finished))
        QCOMPARE(read.order(id)->status, OrderStatus::Completed);
    for (const int id : std::as_const(deleted))
        QVERIFY(!read.order(id));
}

QTEST_GUILESS_MAIN(TestImportCommand)
#include "tst_import_command.moc"
