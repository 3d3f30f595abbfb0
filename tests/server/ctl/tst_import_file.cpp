// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import/import_file.h"

#include <QJsonArray>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server::ctl;

class TestImportFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsOrdersWithTheirSteps();
    void takesGroupsOutOfTheData();
    void badGroupsDoNotBecomeEveryone();
    void namesEveryWrongLine();
    void takesWhatItCannotReadWhole();
    void refusesThatWhenStrict();
    void stopsCountingMistakes();
    void refusesAnEmptyFile();
    void readsWhatWindowsWrites();
    void cutsLinesWhereverThePiecesEnd();
    void saysWhatAnotherFormatIs_data();
    void saysWhatAnotherFormatIs();
    void skipsALineThatIsFarTooLong();
    void refusesAStepThatIsNotTheOrdersOwn();
    void refusesAStepTwice();
    void takesTextsAsIds();

private:
    ImportFile read(const QByteArray &lines, qsizetype pieceBytes = 1'000'000);
};

/// In pieces of `pieceBytes`, as a pipe gives them.
ImportFile TestImportFile::read(const QByteArray &lines, qsizetype pieceBytes)
{
    ImportFile file(QStringLiteral("orders.jsonl"), QTimeZone("Asia/Shanghai"));
    for (qsizetype at = 0; at < lines.size() && !file.isHopeless(); at += pieceBytes)
        file.feed(lines.mid(at, pieceBytes));
    file.finish();
    return file;
}

void TestImportFile::readsOrdersWithTheirSteps()
{
    const ImportFile file = read(R"({"order_id": "7", "delivery_date": "2026/11/30", "steps": [)"
                                 R"({"progress_id": 70, "status": "2"}]})"
                                 "\r\n\n"
                                 R"({"order_id": 8})");
    QCOMPARE(file.problems(), QStringList());
    QCOMPARE(file.orders().size(), 2);
    const Event &order = file.orders().first();
    QVERIFY(order.isImported());
    QCOMPARE(order.type, QString(event_type::order));
    QCOMPARE(order.data.value(QStringLiteral("order_id")).toInteger(), 7);
    QCOMPARE(order.data.value(QStringLiteral("delivery_date")).toString(),
             QStringLiteral("2026-11-30"));
    QCOMPARE(order.data.value(QStringLiteral("steps"))
                 .toArray()
                 .first()
                 .toObject()
                 .value(QStringLiteral("status"))
                 .toInteger(),
             2);
}

void TestImportFile::takesGroupsOutOfTheData()
{
    const ImportFile file = read(R"({"order_id": 7, "groups": ["dept_3"]})");
    QCOMPARE(file.orders().first().groups, Audience({QStringLiteral("dept_3")}));
    QVERIFY(!file.orders().first().data.contains(QStringLiteral("groups")));
}

void TestImportFile::badGroupsDoNotBecomeEveryone()
{
    for (const char *groups : {R"("dept_3")", R"({"a": 1})", "[3]", "null"}) {
        const ImportFile file = read(QByteArray("{\"order_id\": 7, \"groups\": ") + groups + '}');
        QCOMPARE(file.problems().size(), 1);
        QVERIFY(file.problems().first().contains(QStringLiteral("groups")));
    }
}

void TestImportFile::namesEveryWrongLine()
{
    const ImportFile file = read("{\"order_id\": 7}\n"
                                 "{\"order_no\": \"PO1\"}\n"
                                 "not json\n"
                                 "{\"order_id\": 7}\n"
                                 "{\"order_id\": 9, \"steps\": [{\"progress_id\": 1.5}]}\n");
    QCOMPARE(file.problems().size(), 4);
    QVERIFY(file.problems().at(0).startsWith(
        QStringLiteral("orders.jsonl:2: order_id: found nothing")));
    QVERIFY(file.problems().at(1).startsWith(QStringLiteral("orders.jsonl:3: ")));
    QCOMPARE(file.problems().at(2),
             QStringLiteral("orders.jsonl:4: order_id: 7 was in line 1 already"));
    QVERIFY(file.problems().at(3).startsWith(
        QStringLiteral("orders.jsonl:5: steps[0].progress_id: found 1.5")));
}

static const QByteArray oddLines =
    "{\"order_id\": 7, \"quantity\": \"2.50\", \"delivery_date\": \"待定\", \"order_no\": "
    "\"PO7\"}\n"
    "{\"order_id\": 8}\n"
    "{\"order_id\": 9, \"steps\": [{\"progress_id\": 1, \"status\": 9}]}\n";

/// One odd order among twenty thousand must not keep the others out.
void TestImportFile::takesWhatItCannotReadWhole()
{
    const ImportFile file = read(oddLines);
    QCOMPARE(file.problems(), QStringList());
    QCOMPARE(file.orders().size(), 3);
    QCOMPARE(file.orders().first().data.keys(),
             QStringList({QStringLiteral("order_id"), QStringLiteral("order_no")}));
    QCOMPARE(file.oddityCount(), 3);
    QVERIFY2(file.oddities().at(0).startsWith(
                 QStringLiteral("orders.jsonl:1: left out: quantity (found \"2.50\"")),
             qPrintable(file.oddities().at(0)));
    QVERIFY(file.oddities().at(1).startsWith(
        QStringLiteral("orders.jsonl:1: left out: delivery_date (found \"待定\"")));
    QVERIFY(file.oddities().at(2).startsWith(
        QStringLiteral("orders.jsonl:3: shown as it is: steps[0].status (found 9")));

    const ImportFile many = read(QByteArray("{\"order_id\": 7, \"quantity\": -1}\n"), 7);
    QCOMPARE(many.oddities().size(), 1);
}

void TestImportFile::refusesThatWhenStrict()
{
    ImportFile file(QStringLiteral("orders.jsonl"), QTimeZone("Asia/Shanghai"),
                    ImportFile::Reading::Strict);
    file.feed(oddLines);
    file.finish();
    QCOMPARE(file.problems().size(), 2);
    QVERIFY(file.problems().at(0).startsWith(
        QStringLiteral("orders.jsonl:1: quantity: found \"2.50\", expected an integer")));
    QVERIFY2(file.problems().at(1).startsWith(QStringLiteral(
                 "orders.jsonl:3: steps[0].status: found 9, expected 1 (waiting), 2")),
             qPrintable(file.problems().at(1)));
    QVERIFY(file.oddities().isEmpty());
}

void TestImportFile::stopsCountingMistakes()
{
    QCOMPARE(read(QByteArray("x\n").repeated(1000)).problems().size(), 20);
}

void TestImportFile::refusesAnEmptyFile()
{
    QCOMPARE(read("\n\n").problems(), QStringList{QStringLiteral("orders.jsonl has no orders")});
}

void TestImportFile::readsWhatWindowsWrites()
{
    const ImportFile file =
        read("\xEF\xBB\xBF{\"order_id\": 7}\r\n\r\n   \r\n{\"order_id\": 8}\r\n");
    QCOMPARE(file.problems(), QStringList());
    QCOMPARE(file.orders().size(), 2);
}

void TestImportFile::cutsLinesWhereverThePiecesEnd()
{
    const QByteArray lines = "\xEF\xBB\xBF{\"order_id\": 7, \"order_no\": \"印刷\"}\n\n"
                             "{\"order_id\": 8}\nnot json\n{\"order_id\": 9}";
    for (qsizetype pieceBytes = 1; pieceBytes <= lines.size(); ++pieceBytes) {
        const ImportFile file = read(lines, pieceBytes);
        QCOMPARE(file.orders().size(), 3);
        QCOMPARE(file.orders().first().data.value(u"order_no").toString(), QStringLiteral("印刷"));
        QCOMPARE(file.problems().size(), 1);
        QVERIFY(file.problems().first().startsWith(QStringLiteral("orders.jsonl:4: ")));
    }
}

void TestImportFile::saysWhatAnotherFormatIs_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("advice");
    QTest::newRow("array") << QByteArray("\n[\n{\"order_id\": 7}\n]") << QStringLiteral("jq -c");
    QTest::newRow("little-endian UTF-16")
        << QByteArray("\xFF\xFE{\0", 4) << QStringLiteral("UTF-8");
    QTest::newRow("big-endian UTF-16") << QByteArray("\xFE\xFF\0{", 4) << QStringLiteral("UTF-8");
    QTest::newRow("gzip") << QByteArray("\x1F\x8B\x08\0", 4) << QStringLiteral("gunzip");
}

void TestImportFile::saysWhatAnotherFormatIs()
{
    QFETCH(QByteArray, bytes);
    QFETCH(QString, advice);
    const ImportFile file = read(bytes);
    QCOMPARE(file.problems().size(), 1);
    QVERIFY2(file.problems().first().contains(advice), qPrintable(file.problems().first()));
}

void TestImportFile::skipsALineThatIsFarTooLong()
{
    const QByteArray lines = "{\"order_id\": 7, \"note\": \"" + QByteArray(10'000'000, 'x')
        + "\"}\n{\"order_id\": 8}\nx\n";
    const ImportFile file = read(lines, 65'536);
    QCOMPARE(file.orders().size(), 1);
    QCOMPARE(file.problems().size(), 2);
    QVERIFY2(file.problems().at(0).startsWith(
                 QStringLiteral("orders.jsonl:1: the line is longer than 1048576 bytes")),
             qPrintable(file.problems().at(0)));
    QVERIFY(file.problems().at(1).startsWith(QStringLiteral("orders.jsonl:3: ")));
}

void TestImportFile::refusesAStepThatIsNotTheOrdersOwn()
{
    const ImportFile file = read(R"({"order_id": 7, "steps": [{"progress_id": 70, "order_id": 7},)"
                                 R"({"progress_id": 71, "order_id": 8}]})");
    QCOMPARE(file.problems(),
             QStringList{QStringLiteral(
                 "orders.jsonl:1: steps[1].order_id: found 8, but this line is order 7")});
}

void TestImportFile::refusesAStepTwice()
{
    const ImportFile file = read(R"({"order_id": 7, "steps": [{"progress_id": 70}]})"
                                 "\n"
                                 R"({"order_id": 8, "steps": [{"progress_id": 70}]})");
    QCOMPARE(file.problems(),
             QStringList{
                 QStringLiteral("orders.jsonl:2: steps[0].progress_id: 70 was in line 1 already")});
}

void TestImportFile::takesTextsAsIds()
{
    const ImportFile file = read(R"({"order_id": "A-17", "steps": [{"progress_id": "007"}]})"
                                 "\n"
                                 R"({"order_id": 7, "steps": [{"progress_id": 7}]})"
                                 "\n"
                                 R"({"order_id": "a-17", "steps": [{"progress_id": "%1"}]})"
                                 "\n"
                                 R"({"order_id": "7"})"
                                 "\n"
                                 R"({"order_id": 8, "steps": [{"progress_id": "%1"}]})");
    QCOMPARE(file.orders().size(), 3);
    QCOMPARE(file.problems(),
             (QStringList{QStringLiteral("orders.jsonl:4: order_id: 7 was in line 2 already"),
                          QStringLiteral(
                              "orders.jsonl:5: steps[0].progress_id: %1 was in line 3 already")}));
}

QTEST_APPLESS_MAIN(TestImportFile)
#include "tst_import_file.moc"
