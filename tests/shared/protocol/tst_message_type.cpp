// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message_type.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pressboard;
using namespace pressboard::protocol;

class TestMessageType : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatParsingFinds_data();
    void isWhatParsingFinds();
    void isNotFound_data();
    void isNotFound();
    void everyPrefixEnds();
    void countsValues_data();
    void countsValues();
};

namespace {

QByteArray typeOf(const QByteArray &text)
{
    const auto type = messageType(text);
    return type ? type->toByteArray() : QByteArray();
}

} // namespace

void TestMessageType::isWhatParsingFinds_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const QByteArray text :
         {R"({"type":"ping"})", R"( { "type" : "ping" } )", "\t{\r\n\"type\"\n:\n\"hello\"}",
          R"({"a":1,"type":"ping"})", R"({"a":-1.5e7,"b":true,"c":null,"type":"ping"})",
          R"({"a":{"type":"inner"},"type":"outer"})", R"({"a":[{"type":"inner"}],"type":"outer"})",
          R"({"a":"\"type\":\"no\"","type":"yes"})", R"({"a":"\\","type":"yes"})",
          R"({"a":"}{][,","type":"yes"})", R"({"typ":"no","type":"yes"})", R"({"type":""})",
          R"({"a":[],"b":{},"c":[[],[{}]],"type":"yes","d":{"type":"no"}})",
          R"({"a":"客户","type":"工序"})"})
        QTest::newRow(text) << text;
}

void TestMessageType::isWhatParsingFinds()
{
    QFETCH(QByteArray, text);
    const QJsonObject object = QJsonDocument::fromJson(text).object();
    QVERIFY(!object.isEmpty());
    QVERIFY(messageType(text).has_value());
    QCOMPARE(QString::fromUtf8(typeOf(text)), object.value(QLatin1StringView("type")).toString());
}

void TestMessageType::countsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<int>("count");
    QTest::newRow("one member") << QByteArray(R"({"type":"ping"})") << 1;
    QTest::newRow("members") << QByteArray(R"({"a":1,"b":[1,2,{"c":3}],"d":4})") << 5;
    QTest::newRow("the same member again") << QByteArray(R"({"a":1,"a":1,"a":1})") << 3;
    QTest::newRow("commas in texts") << QByteArray(R"({"a,b":"c,d","e":"\",","f":"\\,"})") << 3;
    QTest::newRow("behind a text that ends in a stroke") << QByteArray(R"({"a":"\\","b":1})") << 2;
    QTest::newRow("nothing") << QByteArray() << 1;
    QTest::newRow("a text without an end") << QByteArray(R"(["a,b)") << 1;
    QTest::newRow("ends amid an escape") << QByteArray("[1,\"a\\") << 2;
}

void TestMessageType::countsValues()
{
    QFETCH(QByteArray, text);
    QTEST(int(valueCount(text)), "count");
}

void TestMessageType::isNotFound_data()
{
    QTest::addColumn<QByteArray>("text");
    for (const QByteArray text : {"",
                                  " ",
                                  "{",
                                  "{}",
                                  "[]",
                                  R"(["type","ping"])",
                                  R"("type")",
                                  R"({"type":7})",
                                  R"({"type":["ping"]})",
                                  R"({"type":{"type":"ping"}})",
                                  R"({"Type":"ping"})",
                                  R"({"a":{"type":"ping"}})",
                                  R"({"type")",
                                  R"({"type":)",
                                  R"({"type":"ping)",
                                  R"({"type":"p\u0069ng"})",
                                  R"({"a":1 "type":"ping"})",
                                  R"({"a":"type":"ping"})",
                                  R"({"a":[,"type":"ping"})",
                                  "not JSON"})
        QTest::newRow(text.isEmpty() ? "nothing" : text.constData()) << text;
}

void TestMessageType::isNotFound()
{
    QFETCH(QByteArray, text);
    QVERIFY2(!messageType(text), typeOf(text));
}

/// However it ends, nothing is read behind its end.
void TestMessageType::everyPrefixEnds()
{
    const QByteArray text = R"({"a":["\"",{"b":"\\"}],"type":"publish","c":1})";
    const qsizetype found = text.indexOf("publish\"") + 8;
    for (qsizetype length = 0; length <= text.size(); ++length) {
        const QByteArray prefix(text.constData(), length);
        QCOMPARE(typeOf(prefix), length >= found ? QByteArray("publish") : QByteArray());
    }
}

QTEST_APPLESS_MAIN(TestMessageType)
#include "tst_message_type.moc"
