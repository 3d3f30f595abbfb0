// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/orders_paper.h"
#include "client/print/print_dialog.h"
#include "client/theme/theme.h"
#include "client/translations.h"

#include <QApplication>
#include <QDir>
#include <QPrinter>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard::client;

class TestOrdersPaper : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void hasAsManySheetsAsItNeeds();
    void printsIntoAPdf();
    void saysWhatTheSheetsSay();
    void everyBarcodeIsRead();
    void saysThatItWasNotPrinted();

private:
    void printTo(const QString &path, int orders);

    QTemporaryDir m_folder;
    Translations m_translations;
};

namespace {

const QSizeF sheet(186, 273); ///< A4 within its margins

OrdersPaper paperOf(int orders)
{
    QList<OrdersPaper::Row> rows;
    for (int i = 0; i < orders; ++i) {
        const QString number = i == 1 ? u"订单17"_qs // has no barcode
                                      : u"PO20261122%1"_qs.arg(i, 3, 10, QLatin1Char('0'));
        rows.append(
            {number, i == 2 ? u"四季酒店管理（集团）有限公司江南分公司采购中心"_qs : u"新知书局"_qs,
             u"《江南纪事》精装书"_qs, u"3000册"_qs, u"12-01 周二"_qs, u"正在覆膜、锁线"_qs});
    }
    return {{u"红旗印刷厂"_qs, u"处理中 · %1 单"_qs.arg(orders), u"2026-11-23 10:34"_qs}, rows};
}

QByteArray outputOf(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    return process.waitForFinished() ? process.readAllStandardOutput() : QByteArray();
}

bool isInstalled(const QString &program)
{
    return !QStandardPaths::findExecutable(program).isEmpty();
}

} // namespace

void TestOrdersPaper::initTestCase()
{
    m_translations.use(u"zh_CN"_qs);
    const Theme theme;
    QApplication::setFont(theme.font(14));
}

void TestOrdersPaper::printTo(const QString &path, int orders)
{
    const PrintJob job = PrintJob::of(paperOf(orders), u"打印订单"_qs);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(path);
    PrintDialog::setUp(job, printer);
    QVERIFY(PrintDialog::print(job, printer));
}

void TestOrdersPaper::hasAsManySheetsAsItNeeds()
{
    QCOMPARE(paperOf(0).sheets(sheet), 1);
    QCOMPARE(paperOf(17).sheets(sheet), 1);
    QCOMPARE(paperOf(18).sheets(sheet), 2);
    QCOMPARE(paperOf(35).sheets(sheet), 3);
    QCOMPARE(paperOf(3).sheets({50, 5}), 3); // however little room there is
}

void TestOrdersPaper::printsIntoAPdf()
{
    const QString path = m_folder.filePath(u"orders.pdf"_qs);
    printTo(path, 20);
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QVERIFY(file.readAll().startsWith("%PDF-"));
    if (!isInstalled(u"pdftoppm"_qs))
        QSKIP("pdftoppm (poppler-utils) is not installed");
    QDir folder(QStringLiteral(PRESSBOARD_SCREENSHOTS));
    QVERIFY(folder.mkpath(u"."_qs));
    outputOf(u"pdftoppm"_qs,
             {u"-png"_qs, u"-r"_qs, u"100"_qs, path, folder.filePath(u"print-orders"_qs)});
    QCOMPARE(folder.entryList({u"print-orders-?.png"_qs}).size(), 2);
}

void TestOrdersPaper::saysWhatTheSheetsSay()
{
    if (!isInstalled(u"pdftotext"_qs))
        QSKIP("pdftotext (poppler-utils) is not installed");
    const QString path = m_folder.filePath(u"words.pdf"_qs);
    printTo(path, 20);
    const QString read =
        QString::fromUtf8(outputOf(u"pdftotext"_qs, {u"-layout"_qs, path, u"-"_qs}));
    // The font has one glyph for a sign and the radical that looks like it.
    // And where a blank is, is guessed.
    const QString words = read.normalized(QString::NormalizationForm_KC).remove(u' ');
    for (const QString &word :
         {u"红旗印刷厂"_qs, u"2026-11-23 10:34"_qs, u"处理中 · 20 单"_qs, u"订单17"_qs,
          u"《江南纪事》精装书"_qs, u"正在覆膜、锁线"_qs, u"2 / 2"_qs})
        QVERIFY2(words.contains(QString(word).remove(u' ')), qPrintable(word + u'\n' + words));
    QVERIFY(read.contains(u'…')); // what is too long is cut, and says so
}

void TestOrdersPaper::everyBarcodeIsRead()
{
    if (!isInstalled(u"zbarimg"_qs) || !isInstalled(u"pdftoppm"_qs))
        QSKIP("zbarimg (zbar-tools) or pdftoppm (poppler-utils) is not installed");
    const QString path = m_folder.filePath(u"codes.pdf"_qs);
    printTo(path, 17);
    // An office printer has 600; at 300 what is read here is read everywhere.
    outputOf(u"pdftoppm"_qs,
             {u"-png"_qs, u"-r"_qs, u"300"_qs, path, m_folder.filePath(u"codes"_qs)});
    const QByteArray read =
        outputOf(u"zbarimg"_qs,
                 {u"--raw"_qs, u"-q"_qs, u"-Sdisable"_qs, u"-Scode128.enable"_qs,
                  m_folder.filePath(u"codes-1.png"_qs)});
    QByteArrayList numbers = read.trimmed().split('\n');
    std::sort(numbers.begin(), numbers.end());
    QByteArrayList expected;
    for (int i = 0; i < 17; ++i) {
        if (i != 1)
            expected.append("PO20261122" + QByteArray::number(1000 + i).mid(1));
    }
    QCOMPARE(numbers, expected);
}

void TestOrdersPaper::saysThatItWasNotPrinted()
{
    const PrintJob job = PrintJob::of(paperOf(1), u"x"_qs);
    QPrinter printer(QPrinter::HighResolution);
    printer.setOutputFormat(QPrinter::PdfFormat);
    printer.setOutputFileName(m_folder.filePath(u"no/such/folder.pdf"_qs));
    QVERIFY(!PrintDialog::print(job, printer));
}

QTEST_MAIN(TestOrdersPaper)
#include "tst_orders_paper.moc"
