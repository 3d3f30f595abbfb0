// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"

#include <QTest>

using namespace pressboard;

class TestJsonText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsLevels_data();
    void countsLevels();
    void refusesWhatIsNoObject();
};

void TestJsonText::countsLevels_data()
{
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<bool>("tooDeep"); // for 2 levels

    QTest::newRow("two") << QByteArray("{\"a\":[1],\"b\":[2]}") << false;
    QTest::newRow("three") << QByteArray("{\"a\":[{}]}") << true;
    QTest::newRow("in a string") << QByteArray("{\"a\":\"[[[{{{\"}") << false;
    QTest::newRow("behind an escaped quote") << QByteArray("{\"a\":\"\\\"[[[\"}") << false;
    QTest::newRow("escape at the end") << QByteArray("\"\\") << false;
    QTest::newRow("closed too often") << QByteArray("]]]]{\"a\":[]}") << false;
}

void TestJsonText::countsLevels()
{
    QFETCH(QByteArray, json);
    QFETCH(bool, tooDeep);
    QCOMPARE(nestsDeeperThan(json, 2), tooDeep);
}

void TestJsonText::refusesWhatIsNoObject()
{
    QVERIFY(parseObject("{\"a\":1}", 16).ok());
    for (const char *text : {"", "[]", "1", "null", "{", "{\"a\":}", "{\"a\":1}x", "\xff\xfe"}) {
        const auto parsed = parseObject(text, 16);
        QVERIFY2(!parsed.ok(), text);
        QVERIFY(!parsed.error().message.isEmpty());
        QVERIFY(!parsed.error().transient);
    }
    const QByteArray bomb = QByteArray(1'000'000, '[');
    QVERIFY(!parseObject(bomb, 16).ok());
}

QTEST_APPLESS_MAIN(TestJsonText)
#include "tst_json_text.moc"
