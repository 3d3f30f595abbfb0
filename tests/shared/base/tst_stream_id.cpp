// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/stream_id.h"

#include <QTest>

using namespace pressboard;

class TestStreamId : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void parses_data();
    void parses();
    void sorts();
    void isAMoment();
};

void TestStreamId::parses_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("valid");

    QTest::newRow("usual") << u"1795423846000-0"_qs << true;
    QTest::newRow("zero") << u"0-0"_qs << true;
    QTest::newRow("largest") << u"18446744073709551615-18446744073709551615"_qs << true;
    QTest::newRow("too large") << u"18446744073709551616-0"_qs << false;
    QTest::newRow("far too large") << u"99999999999999999999999-0"_qs << false;
    QTest::newRow("no sequence") << u"1795423846000"_qs << false;
    QTest::newRow("empty sequence") << u"1795423846000-"_qs << false;
    QTest::newRow("empty milliseconds") << u"-1"_qs << false;
    QTest::newRow("two dashes") << u"1-2-3"_qs << false;
    QTest::newRow("sign") << u"+1-0"_qs << false;
    QTest::newRow("blank") << u" 1-0"_qs << false;
    QTest::newRow("star") << u"*"_qs << false;
    QTest::newRow("foreign digits") << u"١-٢"_qs << false;
    QTest::newRow("empty") << QString() << false;
}

void TestStreamId::parses()
{
    QFETCH(QString, text);
    QFETCH(bool, valid);
    const auto fromString = StreamId::parse(QStringView(text));
    const auto fromBytes = StreamId::parse(QByteArrayView(text.toUtf8()));
    QCOMPARE(fromString.has_value(), valid);
    QCOMPARE(fromBytes, fromString);
    if (valid) {
        QCOMPARE(fromString->toString(), text);
        QCOMPARE(fromString->toBytes(), text.toUtf8());
    }
}

void TestStreamId::sorts()
{
    QVERIFY((StreamId{1, 2} < StreamId{1, 10}));
    QVERIFY((StreamId{9, 9} < StreamId{10, 0}));
    QVERIFY(StreamId{}.isNull());
}

void TestStreamId::isAMoment()
{
    QCOMPARE(toWire(momentOf({1'795'423'846'000, 7})), u"2026-11-23T08:50:46Z"_qs);
    QCOMPARE(toWire(momentOf({~quint64(0), 0})), u"9999-12-31T23:59:59.999Z"_qs);
}

QTEST_APPLESS_MAIN(TestStreamId)
#include "tst_stream_id.moc"
