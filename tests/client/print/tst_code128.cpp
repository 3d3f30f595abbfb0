// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/code128.h"

#include <QImage>
#include <QPainter>
#include <QProcess>
#include <QRandomGenerator>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace pressboard::client;

class TestCode128 : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodes_data();
    void encodes();
    void widthsAreWholeSymbols();
    void saysNothingOfOtherSigns();
    void aScannerReadsIt();
};

namespace {

/// As it would be printed, two dots a module.
QImage drawn(const QString &text)
{
    const QList<int> widths = *code128::widths(text);
    const int modules = std::accumulate(widths.begin(), widths.end(), 2 * code128::quietZone);
    QImage image(2 * modules, 80, QImage::Format_RGB32);
    image.fill(Qt::white);
    QPainter painter(&image);
    int left = 2 * code128::quietZone;
    for (qsizetype i = 0; i < widths.size(); ++i) {
        if (i % 2 == 0)
            painter.fillRect(left, 10, 2 * widths.at(i), 60, Qt::black);
        left += 2 * widths.at(i);
    }
    return image;
}

QString randomNumber(QRandomGenerator &random)
{
    static const QString signs = u"0123456789012345678901234567890123456789ABPOSG-/ .a#"_qs;
    QString text(1 + random.bounded(18), u'0');
    for (QChar &sign : text)
        sign = signs.at(random.bounded(int(signs.size())));
    // A blank at an end is not seen in the output.
    return text.trimmed().isEmpty() ? u"0"_qs : text.trimmed();
}

} // namespace

void TestCode128::encodes_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QList<int>>("symbols");
    // Published examples.
    QTest::newRow("Wikipedia") << u"Wikipedia"_qs
                               << QList<int>{104, 55, 73, 75, 73, 80, 69, 68, 73, 65, 88, 106};
    QTest::newRow("PJJ123C") << u"PJJ123C"_qs
                             << QList<int>{104, 48, 42, 42, 17, 18, 19, 35, 55, 106};
    // By the rules: pairs of digits, an odd one before them, back for the letters.
    QTest::newRow("digits") << u"123456"_qs << QList<int>{105, 12, 34, 56, 44, 106};
    QTest::newRow("an order") << u"PO20261122008"_qs
                              << QList<int>{104, 48, 47, 18, 99, 2, 61, 12, 20, 8, 49, 106};
    QTest::newRow("two digits") << u"42"_qs << QList<int>{105, 42, 44, 106};
}

void TestCode128::encodes()
{
    QFETCH(QString, text);
    const auto symbols = code128::symbols(text);
    QVERIFY(symbols);
    QTEST(*symbols, "symbols");
}

void TestCode128::widthsAreWholeSymbols()
{
    const QList<int> widths = *code128::widths(u"PO20261122008"_qs);
    const qsizetype symbols = code128::symbols(u"PO20261122008"_qs)->size();
    QCOMPARE(widths.size(), 6 * symbols + 1);
    QCOMPARE(std::accumulate(widths.begin(), widths.end(), 0), int(11 * symbols + 2));
}

void TestCode128::saysNothingOfOtherSigns()
{
    QVERIFY(!code128::symbols({}));
    QVERIFY(!code128::symbols(u"订单17"_qs));
    QVERIFY(!code128::symbols(u"a\tb"_qs));
    QVERIFY(!code128::widths(u"é"_qs));
}

void TestCode128::aScannerReadsIt()
{
    if (QStandardPaths::findExecutable(u"zbarimg"_qs).isEmpty())
        QSKIP("zbarimg (zbar-tools) is not installed");
    QTemporaryDir folder;
    QRandomGenerator random(128);
    QStringList texts{u"PO20261122008"_qs, u"SG26110187"_qs, u"1120261122008"_qs, u"A1"_qs};
    for (int i = 0; i < 30; ++i)
        texts.append(randomNumber(random));
    for (const QString &text : std::as_const(texts)) {
        const QString path = folder.filePath(u"code.png"_qs);
        QVERIFY(drawn(text).save(path));
        QProcess scanner;
        scanner.start(u"zbarimg"_qs,
                      {u"--raw"_qs, u"-q"_qs, u"-Sdisable"_qs, u"-Scode128.enable"_qs, path});
        QVERIFY(scanner.waitForFinished());
        QCOMPARE(QString::fromLatin1(scanner.readAllStandardOutput()).chopped(1), text);
    }
}

QTEST_APPLESS_MAIN(TestCode128)
#include "tst_code128.moc"
