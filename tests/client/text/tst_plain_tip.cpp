// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/text/plain_label.h"
#include "client/text/plain_tip.h"

#include <QTest>
#include <QTextDocument>

using namespace pressboard::client;

/// Text of others is shown letter by letter.
class TestPlainTip : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsWhatIsWritten_data();
    void showsWhatIsWritten();
    void leavesPlainTextAlone();
    void labelsAreNeverHtml();
    void noMarkupForOthers();
};

void TestPlainTip::showsWhatIsWritten_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"<img src=\"/dev/zero\">", "<img src='//host/share/x.png'>", "a<br>b",
                             "<b>bold</b>", "<html><body>x", "<a href=\"file:///etc/passwd\">x</a>",
                             "<!-- x -->", "<qt>x</qt>", "a < b && c > d", "&lt;b&gt;",
                             "<b>one</b>\n<i>two</i>", "&amp;<br>", "<table background='//h/s'>"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

/// As Qt shows a tooltip: as HTML if it looks like it, else as it is.
void TestPlainTip::showsWhatIsWritten()
{
    QFETCH(QString, text);
    const QString tip = plainTip(text);
    if (!Qt::mightBeRichText(tip)) {
        QCOMPARE(tip, text);
        return;
    }
    QTextDocument document;
    document.setHtml(tip);
    QCOMPARE(document.toPlainText(), text);
    QVERIFY(!tip.contains(QLatin1StringView("<img")));
}

void TestPlainTip::leavesPlainTextAlone()
{
    for (const QString &text : {QString(), QStringLiteral("客户 <上海>"), QStringLiteral("3 < 5"),
                                QStringLiteral("一\n二"), QStringLiteral("A & B")})
        QCOMPARE(plainTip(text), text);
}

void TestPlainTip::labelsAreNeverHtml()
{
    PlainLabel label(QStringLiteral("<b>x</b>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
    label.setText(QStringLiteral("<img src=x>"));
    QCOMPARE(label.textFormat(), Qt::PlainText);
}

void TestPlainTip::noMarkupForOthers()
{
    const QString text = withoutMarkup(QStringLiteral("<b>a & b</b>"));
    QVERIFY(!text.contains(u'<') && !text.contains(u'&'));
}

QTEST_MAIN(TestPlainTip)
#include "tst_plain_tip.moc"
