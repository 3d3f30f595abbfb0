// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/answer_columns.h"
#include "client/charts/chart_card.h"
#include "client/charts/chart_items.h"
#include "client/charts/charts_page.h"
#include "client/charts/charts_sheet.h"
#include "client/charts/range_choice.h"
#include "client/charts/shift_rows.h"
#include "client/controls/segmented_control.h"
#include "client/models/format.h"
#include "client/orders/orders_page.h"
#include "client/print/paper.h"
#include "client/print/print_dialog.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_shop.h"
#include "tests/window/shop_history.h"
#include "tests/window/text_audit.h"
#include "tests/window/text_recorder.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QDir>
#include <QPrinter>
#include <QProcess>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestChartsPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isNotMadeBeforeItIsOpened();
    void isDrawn_data();
    void isDrawn();
    void dueColumnsAreWhatIsOpen();
    void namesTomorrowAndTheBusiestDay_data();
    void namesTomorrowAndTheBusiestDay();
    void leadsToTheOrders();
    void worksByKey();
    void isReadAloud();
    void copiesAnImage();
    void aPictureSaysWhoseAndWhenWithoutButtons();
    void isPrinted();
    void rangeIsChosen();
    void aShiftIsAskedAbout();
    void withoutShiftsThereIsNothingOfThem();
    void speaksAnotherLanguage();
    void drainsWhileStale();
    void callsAreForShopsThatCall();
};

namespace {

enum class Stock { History, Empty, FirstMorning };

/// The desktop with the page of charts in front, answered.
struct ChartsDesktop : test::DesktopFixture
{
    explicit ChartsDesktop(const QString &language = u"zh_CN"_qs, Stock stock = Stock::History,
                           const QStringList &shifts = {})
        : DesktopFixture(language)
    {
        StoreImage image;
        image.book = stock == Stock::History ? test::shopHistory()
            : stock == Stock::FirstMorning   ? test::firstMorning()
                                             : Book();
        image.shop = test::sampleShop();
        image.shop.shifts = shifts;
        image.dataAsOf = image.lastChange = test::sampleNow() - 2min;
        store.restore(image);
        setState(ConnectionState::Live);
    }
    void open(QSize size)
    {
        show(size);
        window.showPage(&pages.charts());
        QTRY_VERIFY(pages.charts().answers()->isReady());
        settle();
    }
    ChartsSheet &sheet() { return *pages.charts().sheet(); }
    ChartItems &chart(int card) { return sheet().cards().at(card)->chart(); }
};

void save(QWidget &widget, const QString &name)
{
    QDir folder(QStringLiteral(PRESSBOARD_SCREENSHOTS));
    QVERIFY(folder.mkpath(QStringLiteral(".")));
    QVERIFY(widget.grab().save(folder.filePath(name + QStringLiteral(".png"))));
}

/// No word is cut off or written over another, nothing has less room than it asks for.
void checkWords(ChartsSheet &sheet)
{
    for (ChartCard *card : sheet.cards())
        QVERIFY(card->isHidden() || card->height() >= card->heightNeeded(card->width()));
    // The sentences say PO…017 for a number.
    const QStringList faults = test::textFaults(sheet, {u"PO2026"_qs});
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
}

} // namespace

void TestChartsPage::isNotMadeBeforeItIsOpened()
{
    ChartsDesktop desktop;
    desktop.show({1280, 720});
    QVERIFY(desktop.pages.charts().sheet() == nullptr);
    QVERIFY(desktop.pages.charts().answers() == nullptr);
    desktop.window.showPage(&desktop.pages.charts());
    QVERIFY(desktop.pages.charts().sheet() != nullptr);
}

void TestChartsPage::isDrawn_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<bool>("dark");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("textScale");
    QTest::addColumn<Stock>("stock");
    const auto row = [](const QString &language, bool dark, QSize size, int scale, Stock stock) {
        const QString kind = stock == Stock::Empty ? u"-empty"_qs
            : stock == Stock::FirstMorning         ? u"-few"_qs
                                                   : QString();
        const QString text = scale == 100 ? QString() : u"-text%1"_qs.arg(scale);
        const QString name = u"charts%1-%2-%3-%4x%5%6"_qs.arg(
            kind, language, dark ? u"dark"_qs : u"light"_qs, QString::number(size.width()),
            QString::number(size.height()), text);
        QTest::newRow(qPrintable(name)) << language << dark << size << scale << stock;
    };
    for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
        for (const bool dark : {false, true}) {
            for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1920, 1080)})
                row(language, dark, size, 100, Stock::History);
            row(language, dark, {1280, 720}, 200, Stock::History);
        }
        row(language, false, {1280, 720}, 100, Stock::Empty);
        row(language, false, {1280, 720}, 100, Stock::FirstMorning);
    }
    row(u"zh_CN"_qs, false, {3840, 2160}, 100, Stock::History);
    row(u"en"_qs, false, {960, 540}, 200, Stock::History);
}

void TestChartsPage::isDrawn()
{
    QFETCH(QString, language);
    QFETCH(bool, dark);
    QFETCH(QSize, size);
    QFETCH(int, textScale);
    QFETCH(Stock, stock);
    ChartsDesktop desktop(language, stock);
    desktop.setDark(dark);
    desktop.theme.setTextScale(textScale);
    desktop.open(size);
    const QString name = QString::fromUtf8(QTest::currentDataTag());
    save(desktop.window, name);
    if (size.width() == 1280 && !dark)
        save(desktop.sheet(), name + u"-whole"_qs);
    checkWords(desktop.sheet());
}

/// Finished work is no part of the height: the tallest day is the busiest.
void TestChartsPage::dueColumnsAreWhatIsOpen()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    const DueColumns &answer = desktop.pages.charts().answers()->sheet().due;
    const ColumnData data = AnswerColumns::of(answer);
    for (int i = 0; i < DueColumns::count; ++i) {
        double height = 0;
        for (const ColumnData::Stack &stack : data.stacks)
            height += stack.values.at(i);
        QCOMPARE(int(height), answer.columns[size_t(i)].open());
    }
    for (const ColumnData::Stack &stack : data.stacks)
        QVERIFY2(stack.name != u"已完成", "nothing in the legend that is not in the columns");
}

void TestChartsPage::namesTomorrowAndTheBusiestDay_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    for (const char *language : {"zh_CN", "en"}) {
        for (const QSize size : {QSize(960, 540), QSize(1280, 720), QSize(1366, 768),
                                 QSize(1920, 1080), QSize(3840, 2160)})
            QTest::addRow("%s %d", language, size.width()) << QString::fromLatin1(language) << size;
    }
}

void TestChartsPage::namesTomorrowAndTheBusiestDay()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    ChartsDesktop desktop(language);
    desktop.open(size);
    const DueColumns &answer = desktop.pages.charts().answers()->sheet().due;
    QStringList painted;
    for (const test::PaintedText &text : test::paintedTexts(desktop.chart(0)))
        painted.append(text.text);
    for (const int column : {DueColumns::today + 1, answer.busiest()}) {
        const QString name = format::date(answer.columns[size_t(column)].day);
        QVERIFY2(painted.contains(name), qPrintable(name + u": "_qs + painted.join(u' ')));
    }
}

void TestChartsPage::leadsToTheOrders()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    QSignalSpy wanted(&desktop.orderActions, &OrderActions::listRequested);
    const AnswerSheet &answers = desktop.pages.charts().answers()->sheet();
    const QPoint today = desktop.chart(0).itemRect(DueColumns::today).center();
    QTest::mouseClick(&desktop.chart(0), Qt::LeftButton, {}, today);
    QCOMPARE(wanted.count(), 1);
    const DueColumns::Column &column = answers.due.columns[DueColumns::today];
    QVERIFY(column.completed > 0); // and yet: as many as the number over the column says
    QCOMPARE(wanted.first().first().value<QList<CrmId>>().size(), column.open());
    QCOMPARE(wanted.first().last().toString(), u"11-23 周一 交"_qs);
    QCOMPARE(desktop.window.currentPage(), static_cast<Page *>(&desktop.pages.orders()));
    // Each chart leads somewhere.
    for (int card : {1, 2, 4, 5, 6, 7}) {
        wanted.clear();
        Q_EMIT desktop.chart(card).chosen(0);
        QCOMPARE(wanted.count(), 1);
        QVERIFY(!wanted.first().last().toString().isEmpty());
    }
    // A forgotten step is one order.
    QSignalSpy opened(&desktop.orderActions, &OrderActions::openRequested);
    Q_EMIT desktop.chart(3).chosen(0);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<CrmId>(), answers.forgotten.rows.first().orderId);
}

void TestChartsPage::worksByKey()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    desktop.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    ChartItems &due = desktop.chart(0);
    due.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(due.hasFocus());
    QCOMPARE(due.currentItem(), 0);
    QTest::keyClick(&due, Qt::Key_Right);
    QCOMPARE(due.currentItem(), 1);
    QCOMPARE(due.accessibleDescription(), due.itemText(1));
    QTest::keyClick(&due, Qt::Key_End);
    QCOMPARE(due.currentItem(), DueColumns::count - 1);
    QTest::keyClick(&due, Qt::Key_Right);
    QCOMPARE(due.currentItem(), DueColumns::count - 1);
    QSignalSpy wanted(&desktop.orderActions, &OrderActions::listRequested);
    QTest::keyClick(&due, Qt::Key_Home);
    QTest::keyClick(&due, Qt::Key_Return);
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.first().last().toString(), u"逾期"_qs);
    // Tab goes through all cards, as they are read.
    desktop.window.showPage(&desktop.pages.charts());
    desktop.chart(0).setFocus(Qt::TabFocusReason);
    QList<QWidget *> visited;
    constexpr int more = 100; // than there are
    do {
        visited.append(QApplication::focusWidget());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
    } while (!desktop.chart(0).hasFocus() && visited.size() < more);
    for (int card = 0; card < desktop.sheet().cards().size(); ++card)
        QVERIFY2(visited.contains(&desktop.chart(card)), qPrintable(QString::number(card)));
    QVERIFY(visited.contains(&desktop.sheet().range()));
}

void TestChartsPage::callsAreForShopsThatCall()
{
    ChartsDesktop calling;
    calling.open({1280, 720});
    const ChartCard &calls = *calling.sheet().cards().last();
    QVERIFY(!calls.isHidden());
    QVERIFY2(calls.sentence().startsWith(u"近7天呼叫 15 次，通常 5分后有人处理，最久 41分"),
             qPrintable(calls.sentence()));
    QVERIFY(calls.sentence().endsWith(u"1 次没人处理"));
    ChartsDesktop silent(u"zh_CN"_qs, Stock::FirstMorning);
    silent.open({1280, 720});
    QVERIFY(silent.sheet().cards().last()->isHidden());
}

void TestChartsPage::isReadAloud()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    for (ChartCard *card : desktop.sheet().cards()) {
        QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&card->chart());
        QVERIFY(heard != nullptr);
        QCOMPARE(heard->role(), QAccessible::Chart);
        QVERIFY(!heard->text(QAccessible::Name).isEmpty());
        QCOMPARE(heard->text(QAccessible::Description), card->sentence());
        QCOMPARE(heard->text(QAccessible::Value).count(u'\n') + 1, card->chart().itemCount());
    }
    for (const auto *button : desktop.sheet().findChildren<QAbstractButton *>())
        QVERIFY(!button->accessibleName().isEmpty());
    QVERIFY(!desktop.sheet().range().accessibleName().isEmpty());
}

void TestChartsPage::copiesAnImage()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    ChartCard &card = *desktop.sheet().cards().first();
    card.copyImage();
    const QImage copied = QApplication::clipboard()->image();
    QCOMPARE(copied.size(), card.pictureSize() * 2);
    save(card, u"chart-card"_qs);
    QVERIFY(copied.save(QStringLiteral(PRESSBOARD_SCREENSHOTS "/chart-copied.png")));
    // The button is not on it.
    const QColor ground = desktop.theme.tokens().surface;
    const int edge = copied.width() - 40;
    for (int y = 20; y < 60; ++y)
        QCOMPARE(copied.pixelColor(edge, y), ground);
}

void TestChartsPage::aPictureSaysWhoseAndWhenWithoutButtons()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    for (ChartCard *card : desktop.sheet().cards()) {
        card->chart().setFocus();
        test::TextRecorder sheet(card->pictureSize());
        QPainter painter(&sheet);
        card->paintPicture(painter);
        painter.end();
        QStringList painted;
        for (const test::PaintedText &text : sheet.texts())
            painted.append(text.text);
        const QString words = painted.join(u' ');
        QVERIFY2(words.contains(test::sampleShop().name), qPrintable(words));
        QVERIFY2(words.contains(u"2026-11-23 10:34"), qPrintable(words));
        QVERIFY2(!words.contains(u"昨天"), qPrintable(words)); // the choice of a range
        QVERIFY(words.contains(card->sentence()));
    }
    // Sent to somebody, the range's card shows what it speaks of, and no empty place for buttons.
    ChartCard &finished = *desktop.sheet().cards().at(2);
    QVERIFY(finished.pictureSize().height() <= finished.height() + desktop.theme.px(40));
}

/// Light, whatever the board looks like; all of the card on one sheet.
void TestChartsPage::isPrinted()
{
    ChartsDesktop desktop;
    desktop.setDark(true);
    desktop.open({960, 540});
    for (const int card : {0, 2, 3}) {
        const PrintJob job = desktop.sheet().printJob(card);
        QCOMPARE(job.sheets({273, 186}), 1);
        test::TextRecorder recorder({1280, 720});
        QPainter painter(&recorder);
        job.paint(Paper(painter, {273, 186}), 0);
        painter.end();
        // The chart is there in its size, not only the words around it.
        QVERIFY2(recorder.texts().size() >= 15,
                 qPrintable(QString::number(recorder.texts().size())));
        QPrinter printer(QPrinter::HighResolution);
        const QString name = QStringLiteral(PRESSBOARD_SCREENSHOTS "/print-chart-%1").arg(card);
        printer.setOutputFormat(QPrinter::PdfFormat);
        printer.setOutputFileName(name + u".pdf"_qs);
        PrintDialog::setUp(job, printer);
        QVERIFY(PrintDialog::print(job, printer));
        QVERIFY(QFileInfo(name + u".pdf"_qs).size() > 1000);
        QProcess::execute(
            u"pdftoppm"_qs,
            {u"-png"_qs, u"-singlefile"_qs, u"-r"_qs, u"80"_qs, name + u".pdf"_qs, name});
    }
}

void TestChartsPage::rangeIsChosen()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    QCOMPARE(desktop.sheet().range().current(), int(TimeRange::Last24Hours)); // before noon
    desktop.sheet().range().setCurrent(int(TimeRange::Last7Days));
    QCOMPARE(desktop.pages.charts().answers()->range(), TimeRange::Last7Days);
    QCOMPARE(desktop.chart(2).itemCount(), 7);
    QVERIFY(desktop.sheet().cards().at(2)->sentence().startsWith(u"近7天完工"));
    desktop.settle(); // a refresh keeps what was chosen
    QCOMPARE(desktop.sheet().range().current(), int(TimeRange::Last7Days));
}

void TestChartsPage::aShiftIsAskedAbout()
{
    ChartsDesktop desktop(u"zh_CN"_qs, Stock::History,
                          {u"白班 08:00-20:00"_qs, u"夜班 20:00-08:00"_qs});
    desktop.open({1280, 720});
    RangeChoice &choice = desktop.sheet().choice();
    QStringList names;
    for (const SegmentedControl::Segment &segment : choice.shifts().segments())
        names.append(segment.text);
    QCOMPARE(names, (QStringList{u"昨夜夜班"_qs, u"本班白班"_qs})); // at 10:34
    QVERIFY(choice.handover().isHidden());
    choice.shifts().setCurrent(0);
    desktop.settle();
    const ChartCard &card = *desktop.sheet().cards().at(2);
    QVERIFY2(card.sentence().startsWith(u"昨夜夜班完工"), qPrintable(card.sentence()));
    QCOMPARE(&card.chart(), &desktop.sheet().shiftRows());
    QCOMPARE(choice.ranges().current(), -1);
    checkWords(desktop.sheet());
    save(desktop.sheet(), u"charts-shift-zh_CN-light"_qs);
    choice.handover().click();
    const QString text = QApplication::clipboard()->text();
    QVERIFY2(text.contains(u"11-22 20:00–11-23 08:00"), qPrintable(text));
    QVERIFY(text.contains(card.sentence()));
    QSignalSpy wanted(&desktop.orderActions, &OrderActions::listRequested);
    Q_EMIT card.chart().chosen(0);
    QCOMPARE(wanted.count(), 1);
    QVERIFY(wanted.first().last().toString().startsWith(u"昨夜夜班"));
    // And back to a range.
    desktop.window.showPage(&desktop.pages.charts());
    choice.ranges().setCurrent(int(TimeRange::Yesterday));
    desktop.settle();
    QVERIFY(card.sentence().startsWith(u"昨天完工"));
    QCOMPARE(choice.shifts().current(), -1);
    QVERIFY(choice.handover().isHidden());
    // However narrow, dark, large or foreign it is.
    choice.shifts().setCurrent(1);
    for (const char *language : {"en", "zh_CN"}) {
        desktop.translations.use(QString::fromLatin1(language));
        for (const int scale : {100, 200}) {
            desktop.theme.setTextScale(scale);
            desktop.setDark(scale == 200 || language[0] == 'e');
            desktop.window.resize(scale == 200 ? QSize(1280, 720) : QSize(960, 540));
            desktop.settle();
            checkWords(desktop.sheet());
            QVERIFY(choice.handover().width() >= choice.handover().sizeHint().width());
            save(desktop.sheet(),
                 u"charts-shift-%1-text%2"_qs.arg(QLatin1StringView(language)).arg(scale));
        }
    }
}

void TestChartsPage::withoutShiftsThereIsNothingOfThem()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    QVERIFY(desktop.sheet().choice().shifts().isHidden());
    QVERIFY(desktop.sheet().choice().handover().isHidden());
}

void TestChartsPage::speaksAnotherLanguage()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    QVERIFY(desktop.sheet().cards().first()->sentence().contains(u"今天"));
    desktop.translations.use(u"en"_qs);
    QTRY_VERIFY(desktop.sheet().cards().first()->sentence().contains(u"today"));
}

void TestChartsPage::drainsWhileStale()
{
    ChartsDesktop desktop;
    desktop.open({1280, 720});
    desktop.setState(ConnectionState::Waiting, Trouble::Cut, 3, 5s);
    desktop.settle();
    save(desktop.window, u"charts-stale-1280x720"_qs);
    const QImage shown = desktop.chart(0).grab().toImage();
    for (int y = 0; y < shown.height(); y += 3) {
        for (int x = 0; x < shown.width(); x += 3)
            QVERIFY(shown.pixelColor(x, y).hsvSaturation() < 60); // no red column
    }
}

QTEST_MAIN(TestChartsPage)
#include "tst_charts_page.moc"
