// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/visible_text.h"

#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>

using namespace pressboard;

class TestVisibleText : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void staysAsItIs();
    void isMadeVisible_data();
    void isMadeVisible();
    void nothingIsLeftThatActs();
    void jsonStaysTheSame();
};

void TestVisibleText::staysAsItIs()
{
    const QString text = QStringLiteral("PO20231201001 客户（上海）é \U0001f5a8 — “印刷” \\n 100%");
    QCOMPARE(visibleText(text), text);
    QCOMPARE(visibleText({}), QString());
}

void TestVisibleText::isMadeVisible_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("visible");
    const auto row = [](const char *name, const QString &text, const char *visible) {
        QTest::newRow(name) << text << QString::fromLatin1(visible);
    };
    row("a colour", QStringLiteral("a\x1b[31mb"), "a\\u001b[31mb");
    row("the window's title", QStringLiteral("\x1b]0;x\x07"), "\\u001b]0;x\\u0007");
    row("the same in one unit", QString(QChar(0x9b)) + QStringLiteral("2J"), "\\u009b2J");
    row("another line", QStringLiteral("a\nb"), "a\\nb");
    row("the same line again", QStringLiteral("a\rb"), "a\\rb");
    row("a line of Unicode's", QStringLiteral("a\u2028b\u2029c"), "a\\u2028b\\u2029c");
    row("backwards", QStringLiteral("a\u202eb\u2066c\u200fd"), "a\\u202eb\\u2066c\\u200fd");
    row("what nobody sees", QStringLiteral("a\u200bb\ufeffc\u00add"), "a\\u200bb\\ufeffc\\u00add");
    row("tags", QStringLiteral("a\U000e0041b"), "a\\udb40\\udc41b");
    row("nothing at all", QString(QChar(0)) + QChar(0x7f), "\\u0000\\u007f");
    row("half a character", QString(QChar(0xd83d)) + u'a' + QChar(0xdda8), "\\ud83da\\udda8");
    row("half at the end", QString(u'a') + QChar(0xd83d), "a\\ud83d");
}

void TestVisibleText::isMadeVisible()
{
    QFETCH(QString, text);
    QFETCH(QString, visible);
    QCOMPARE(visibleText(text), visible);
    QCOMPARE(visibleText(visible), visible);
}

void TestVisibleText::nothingIsLeftThatActs()
{
    for (uint unit = 0; unit <= 0xffff; ++unit) {
        const QString visible = visibleText(QString(QChar(unit)));
        for (const QChar letter : visible) {
            QVERIFY2(letter.isPrint() || letter.category() == QChar::Other_PrivateUse,
                     qPrintable(QString::number(unit, 16)));
        }
    }
}

/// For lines that a program reads.
void TestVisibleText::jsonStaysTheSame()
{
    const QJsonObject object{{QStringLiteral("a\u202e"),
                              QString(QChar(0x9b)) + QStringLiteral("\x1b\n\u2028\U000e0041客\\")}};
    const QString text = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    QCOMPARE(QJsonDocument::fromJson(visibleText(text).toUtf8()).object(), object);
}

QTEST_APPLESS_MAIN(TestVisibleText)
#include "tst_visible_text.moc"
