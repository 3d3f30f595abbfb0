// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import_file.h"

#include <QFile>
#include <QJsonArray>
#include <QTemporaryDir>
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
    void refusesAFileThatIsNotThere();
    void stopsCountingMistakes();
    void refusesAnEmptyFile();

private:
    ImportFile read(const QByteArray &lines);

    QTemporaryDir m_dir;
};

ImportFile TestImportFile::read(const QByteArray &lines)
{
    QFile file(m_dir.filePath(QStringLiteral("orders.jsonl")));
    file.open(QIODevice::WriteOnly);
    file.write(lines);
    file.close();
    return ImportFile::read(file.fileName(), QTimeZone("Asia/Shanghai"));
}

void TestImportFile::readsOrdersWithTheirSteps()
{
    const ImportFile file = read(R"({"order_id": "7", "delivery_date": "2026/11/30", "steps": [)"
                                 R"({"progress_id": 70, "status": "2"}]})"
                                 "\r\n\n"
                                 R"({"order_id": 8})");
    QCOMPARE(file.problems, QStringList());
    QCOMPARE(file.orders.size(), 2);
    const Event &order = file.orders.first();
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
    QCOMPARE(file.orders.first().groups, Audience({QStringLiteral("dept_3")}));
    QVERIFY(!file.orders.first().data.contains(QStringLiteral("groups")));
}

void TestImportFile::badGroupsDoNotBecomeEveryone()
{
    for (const char *groups : {R"("dept_3")", R"({"a": 1})", "[3]", "null"}) {
        const ImportFile file = read(QByteArray("{\"order_id\": 7, \"groups\": ") + groups + '}');
        QCOMPARE(file.problems.size(), 1);
        QVERIFY(file.problems.first().contains(QStringLiteral("groups")));
    }
}

void TestImportFile::namesEveryWrongLine()
{
    const ImportFile file
        = read("{\"order_id\": 7}\n"
               "{\"order_no\": \"PO1\"}\n"
               "not json\n"
               "{\"order_id\": 7}\n"
               "{\"order_id\": 9, \"steps\": [{\"progress_id\": 1, \"status\": 9}]}\n");
    QCOMPARE(file.problems.size(), 4);
    QVERIFY(
        file.problems.at(0).startsWith(QStringLiteral("orders.jsonl:2: order_id: found nothing")));
    QVERIFY(file.problems.at(1).startsWith(QStringLiteral("orders.jsonl:3: ")));
    QCOMPARE(file.problems.at(2),
             QStringLiteral("orders.jsonl:4: order_id: 7 was in an earlier line already"));
    QVERIFY(
        file.problems.at(3).startsWith(QStringLiteral("orders.jsonl:5: steps[0].status: found 9")));
}

void TestImportFile::refusesAFileThatIsNotThere()
{
    const ImportFile file
        = ImportFile::read(m_dir.filePath(QStringLiteral("none")), QTimeZone::utc());
    QCOMPARE(file.problems.size(), 1);
    QVERIFY(file.problems.first().contains(QStringLiteral("none cannot be read")));
}

void TestImportFile::stopsCountingMistakes()
{
    QCOMPARE(read(QByteArray("x\n").repeated(1000)).problems.size(), 20);
}

void TestImportFile::refusesAnEmptyFile()
{
    QCOMPARE(read("\n\n").problems, QStringList{QStringLiteral("orders.jsonl has no orders")});
}

QTEST_APPLESS_MAIN(TestImportFile)
#include "tst_import_file.moc"
