// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/plain_line.h"

#include <QTest>

using namespace pressboard::server;

/// What other people wrote is text in a chat group, and nothing else.
class TestPlainLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isOneLine_data();
    void isOneLine();
    void isBounded();
    void callsNobody_data();
    void callsNobody();
};

void TestPlainLine::isOneLine_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("line");
    QTest::newRow("as it is") << u"新华书店 <3>"_qs << u"新华书店 <3>"_qs;
    QTest::newRow("lines of its own") << u"a\n【看板】b\r\n\tc"_qs << u"a 【看板】b c"_qs;
    QTest::newRow("other ends of lines") << u"a\u2028b\u2029c\u0085d"_qs << u"a b c d"_qs;
    QTest::newRow("control") << u"a\u0007\u001bb"_qs << u"ab"_qs;
    QTest::newRow("turned round") << u"a\u202Etxt\u2066b\u200Bc\uFEFF"_qs << u"atxtbc"_qs;
    QTest::newRow("blanks") << u"  a    b  "_qs << u"a b"_qs;
}

void TestPlainLine::isOneLine()
{
    QFETCH(QString, text);
    QTEST(plainLine(text, 100), "line");
}

void TestPlainLine::isBounded()
{
    QCOMPARE(plainLine(QString(1'000'000, u'a'), 10), u"aaaaaaaaa…"_qs);
    QVERIFY(plainLine(QString(1'000'000, u'\u0301'), 10).size() <= 10);
}

void TestPlainLine::callsNobody_data()
{
    QTest::addColumn<QString>("text");
    for (const char16_t *text :
         {u"@all", u"@所有人 请看", u"<@zhang>", u"<@all>", u"<at user_id=\"all\">所有人</at>",
          u"<at id=all></at>", u"<font color=\"warning\">a</font>", u"@13800000000"})
        QTest::addRow("%s", qPrintable(QString::fromUtf16(text))) << QString::fromUtf16(text);
}

void TestPlainLine::callsNobody()
{
    QFETCH(QString, text);
    const QString plain = withoutCalls(text);
    QVERIFY(!plain.contains(u'@') && !plain.contains(u'<') && !plain.contains(u'>'));
    QCOMPARE(plain.size(), text.size());
}

QTEST_APPLESS_MAIN(TestPlainLine)
#include "tst_plain_line.moc"
