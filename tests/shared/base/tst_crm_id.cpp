// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/crm_id.h"
#include "shared/base/json_writer.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <thread>

using namespace pressboard;

static_assert(sizeof(CrmId) == 8); // a desk keeps six hundred thousand of them

namespace {

constexpr qint64 most = qint64(1) << 53;

CrmId text(const QString &said)
{
    return CrmId::fromText(said);
}

/// All kinds, and what is nearly the same.
QList<CrmId> manyIds()
{
    QList<CrmId> ids{CrmId(), 0, 1, -1, 7, 17, -7, -17, most, -most};
    for (const char *said : {"007",
                             "07",
                             " 7",
                             "7 ",
                             "+7",
                             "-0",
                             "-07",
                             "7.0",
                             "1e3",
                             "A-9",
                             "A-17",
                             "a-17",
                             "A-017",
                             "A-17b",
                             "A-17-2",
                             "A",
                             "a",
                             "b",
                             "-10x",
                             "9007199254740993",
                             "1234567890123456789",
                             "c0ffee00-0000-4000-8000-000000000001",
                             "c0ffee00-0000-4000-8000-000000000002",
                             "单-42",
                             "单-9",
                             "é",
                             "e\u0301",
                             "😀",
                             "７"})
        ids.append(text(QString::fromUtf8(said)));
    return ids;
}

} // namespace

class TestCrmId : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void readsTexts_data();
    void readsTexts();
    void refuses_data();
    void refuses();
    void readsNumbers_data();
    void readsNumbers();
    void comesBackFromJson();
    void isOneOfManyOrTheSame();
    void sortsNaturally();
    void hasOneOrder();
    void isSharedBetweenThreads();
};

void TestCrmId::readsTexts_data()
{
    QTest::addColumn<QString>("said");
    QTest::addColumn<bool>("isNumber");
    const auto row = [](const char *said, bool isNumber) {
        QTest::newRow(said) << QString::fromUtf8(said) << isNumber;
    };
    for (const char *number : {"0", "7", "-7", "1784", "9007199254740992", "-9007199254740992"})
        row(number, true);
    for (const char *said : {"007",
                             " 7",
                             "7 ",
                             "+7",
                             "-0",
                             "-07",
                             "00",
                             "7.0",
                             "1e3",
                             "1,500",
                             "0x10",
                             "７",
                             "A-17",
                             "c0ffee00-0000-4000-8000-000000000001",
                             "9007199254740993",
                             "-9007199254740993",
                             "1234567890123456789",
                             "99999999999999999999",
                             "null",
                             "😀",
                             "e\u0301",
                             "a b",
                             "-",
                             "."})
        row(said, false);
    QTest::newRow("64 characters") << QString(64, u'x') << false;
    QTest::newRow("64 digits") << QString(64, u'9') << false;
}

void TestCrmId::readsTexts()
{
    QFETCH(QString, said);
    QFETCH(bool, isNumber);
    const CrmId id = text(said);
    QVERIFY(!id.isNull());
    QCOMPARE(id.isNumber(), isNumber);
    QCOMPARE(id.isText(), !isNumber);
    QCOMPARE(id.toString(), said); // case and blanks kept
    if (isNumber)
        QCOMPARE(id, CrmId(said.toLongLong()));
    else
        QVERIFY(id != CrmId(said.toLongLong() % most)); // 007 is not 7
}

void TestCrmId::refuses_data()
{
    QTest::addColumn<QJsonValue>("value");
    QTest::newRow("nothing") << QJsonValue(QJsonValue::Undefined);
    QTest::newRow("null") << QJsonValue(QJsonValue::Null);
    QTest::newRow("true") << QJsonValue(true);
    QTest::newRow("empty") << QJsonValue(QString());
    QTest::newRow("65 characters") << QJsonValue(QString(65, u'x'));
    QTest::newRow("33 emoji") << QJsonValue(QStringLiteral("😀").repeated(33));
    QTest::newRow("a line end") << QJsonValue(QStringLiteral("A\n17"));
    QTest::newRow("an escape") << QJsonValue(QStringLiteral("A\x1b[2J"));
    QTest::newRow("a C1 control") << QJsonValue(QString(QChar(0x9b)));
    QTest::newRow("half a pair") << QJsonValue(QString(QChar(0xd83d)));
    QTest::newRow("a fraction") << QJsonValue(7.5);
    QTest::newRow("beyond 64 bits") << QJsonValue(1e20);
    QTest::newRow("a list") << QJsonValue(QJsonArray{7});
    QTest::newRow("an object") << QJsonValue(QJsonObject{{QStringLiteral("id"), 7}});
}

void TestCrmId::refuses()
{
    QFETCH(QJsonValue, value);
    QVERIFY(CrmId::fromJson(value).isNull());
}

void TestCrmId::readsNumbers_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<CrmId>("id");
    const auto row = [](const char *json, const CrmId &id) {
        QTest::newRow(json) << QByteArray(json) << id;
    };
    row("7", 7);
    row("7.0", 7);
    row("1e3", 1000);
    row("0", 0);
    row("-0", 0);
    row("-7", -7);
    row("9007199254740992", most);
    row("-9007199254740992", -most);
    row("9007199254740993", text(QStringLiteral("9007199254740993")));
    row("-9007199254740993", text(QStringLiteral("-9007199254740993")));
    row("1234567890123456789", text(QStringLiteral("1234567890123456789")));
    row("\"7\"", 7);
    row("\"007\"", text(QStringLiteral("007")));
}

void TestCrmId::readsNumbers()
{
    QFETCH(QByteArray, json);
    QFETCH(CrmId, id);
    const QJsonDocument document = QJsonDocument::fromJson("[" + json + "]");
    QCOMPARE(CrmId::fromJson(document[0]), id);
}

void TestCrmId::comesBackFromJson()
{
    const QList<CrmId> ids = manyIds();
    for (const CrmId &id : ids) {
        JsonWriter writer;
        writer.beginArray();
        writer.value(id);
        writer.endArray();
        const QJsonDocument written = QJsonDocument::fromJson(writer.take());
        QCOMPARE(written[0], id.toJson());
        QCOMPARE(CrmId::fromJson(written[0]), id);
    }
}

void TestCrmId::isOneOfManyOrTheSame()
{
    const QList<CrmId> ids = manyIds();
    QCOMPARE(QSet<CrmId>(ids.begin(), ids.end()).size(), ids.size());
    for (const CrmId &id : ids) {
        const CrmId again = CrmId::fromJson(id.toJson()); // another text in memory
        QCOMPARE(again, id);
        QCOMPARE(qHash(again, 42), qHash(id, 42));
        QCOMPARE(std::hash<CrmId>()(again), std::hash<CrmId>()(id));
    }
}

void TestCrmId::sortsNaturally()
{
    QList<CrmId> ids;
    const QStringList texts{QStringLiteral("7a"),    QStringLiteral("a-9"),
                            QStringLiteral("A-17"),  QStringLiteral("A-17-2"),
                            QStringLiteral("a-17b"), QStringLiteral("B-1"),
                            QStringLiteral("单-9"),  QStringLiteral("单-42")};
    ids << CrmId() << -17 << -7 << 0 << 9 << 17;
    for (const QString &each : texts)
        ids << text(each);
    QList<CrmId> sorted(ids.rbegin(), ids.rend());
    std::sort(sorted.begin(), sorted.end());
    QCOMPARE(sorted, ids);
}

/// Any two are one way round, and no three go in a circle.
void TestCrmId::hasOneOrder()
{
    const QList<CrmId> ids = manyIds();
    for (const CrmId &a : ids) {
        for (const CrmId &b : ids) {
            QCOMPARE(a<b, b> a);
            QCOMPARE(a == b, !(a < b) && !(b < a));
            for (const CrmId &c : ids)
                QVERIFY(!(a < b && b < c) || a < c);
        }
    }
}

void TestCrmId::isSharedBetweenThreads()
{
    const CrmId id = text(QStringLiteral("A-17"));
    const auto copyOften = [&id] {
        QList<CrmId> copies;
        for (int i = 0; i < 100'000; ++i)
            copies.append(id);
    };
    std::thread other(copyOften);
    copyOften();
    other.join();
    QCOMPARE(id.toString(), QStringLiteral("A-17"));
}

QTEST_APPLESS_MAIN(TestCrmId)
#include "tst_crm_id.moc"
