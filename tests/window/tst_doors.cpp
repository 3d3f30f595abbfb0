// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/charts/chart_card.h"
#include "client/charts/chart_items.h"
#include "client/charts/charts_page.h"
#include "client/charts/charts_sheet.h"
#include "client/charts/sentence_line.h"
#include "client/orders/order_popup.h"
#include "client/orders/order_table.h"
#include "client/orders/orders_page.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_shop.h"
#include "tests/window/shop_history.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

/// Numbers are doors: every number of a window opens exactly the orders it counts, and every row
/// its card, by one click. What does not is named.
class TestDoors : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void everyNumberOfTheBoard_data();
    void everyNumberOfTheBoard();
    void numbersByKey();
    void whatWasDoneToday();
    void everyPartOfEveryChart();
    void everyNumberOfEverySentence();
    void aSentenceByKey();
    void aSentenceShowsItsDoors();
    void everyRowOfTheBoard();
    void aRowShowsThatItCanBeClicked();
    void ctrlChooses();
    void aRowOfAllOrders();
};

namespace {

struct LiveDesktop : test::DesktopFixture
{
    explicit LiveDesktop(QSize size = {1280, 720})
    {
        fillWithSample();
        setState(ConnectionState::Live);
        show(size);
    }
    NumbersStrip &strip() const { return pages.board().numbers(); }
    QSet<CrmId> listed()
    {
        QSet<CrmId> ids;
        for (int row = 0; row < pages.orders().model().rowCount(); ++row)
            ids.insert(pages.orders().model().orderIdAt(row));
        return ids;
    }
    QSet<CrmId> behind(Counted what) const
    {
        const QList<CrmId> ids =
            countedOrders(store.book(), what, store.today(), store.ready().joinSteps());
        return {ids.begin(), ids.end()};
    }
    /// Empty, or what is wrong with the door.
    QString faultOf(int cell, int door)
    {
        window.showPage(&pages.board());
        settle();
        NumberCell &number = strip().cell(cell);
        const QString words = number.doorText(door);
        const QRect place = number.doorRect(door);
        // The number's own place begins at its label.
        const QPoint at = door == NumberCell::numberDoor ? QPoint(20, 12) : place.center();
        QTest::mouseClick(&number, Qt::LeftButton, {}, at);
        if (window.currentPage() != &pages.orders())
            return words + u" opens nothing"_qs;
        return listed() == behind(strip().counted(cell, door)) ? QString()
                                                               : words + u" opens others"_qs;
    }
};

/// The page of charts in front, answered from eight weeks of history.
struct ChartsDesktop : test::DesktopFixture
{
    ChartsDesktop()
    {
        StoreImage image;
        image.book = test::shopHistory();
        image.shop = test::sampleShop();
        store.restore(image);
        setState(ConnectionState::Live);
        show({1280, 720});
        window.showPage(&pages.charts());
        isReady = QTest::qWaitFor([this] { return pages.charts().answers()->isReady(); });
        settle();
    }
    const QList<ChartCard *> &cards() const { return pages.charts().sheet()->cards(); }

    bool isReady = false;
};

/// One order each; else it counts steps or calls, of which an order may have several.
bool countsOrders(Counts what)
{
    static const QSet<Counts> orders{
        Counts::DueToday, Counts::BeforeBinding, Counts::DueOnBusiestDay, Counts::InHand,
        Counts::Pending,  Counts::Processing,    Counts::DueLastWeek};
    return orders.contains(what);
}

/// Empty, or why so many orders are not what the number says.
QString faultOf(const Told &told, const Told::Door &door, qsizetype orders)
{
    const int number = told.text.mid(door.begin, door.length).remove(u',').toInt();
    const bool isRight =
        countsOrders(door.what) ? orders == number : orders > 0 && orders <= number;
    return isRight ? QString() : told.clauseOf(door) + u" opens %1"_qs.arg(orders);
}

} // namespace

void TestDoors::everyNumberOfTheBoard_data()
{
    QTest::addColumn<QSize>("size");
    QTest::newRow("smallest") << QSize(960, 540);
    QTest::newRow("usual") << QSize(1280, 720);
    QTest::newRow("large") << QSize(1920, 1080);
}

void TestDoors::everyNumberOfTheBoard()
{
    QFETCH(QSize, size);
    LiveDesktop desktop(size);
    QStringList faults;
    int doors = 0;
    for (int cell = 0; cell < BoardNumbers::count; ++cell) {
        for (const int door : desktop.strip().cell(cell).doors()) {
            ++doors;
            faults.append(desktop.faultOf(cell, door));
        }
    }
    faults.removeAll(QString());
    QCOMPARE(faults, QStringList());
    QVERIFY(doors >= BoardNumbers::count);
}

void TestDoors::numbersByKey()
{
    LiveDesktop desktop;
    NumbersStrip &strip = desktop.strip();
    QSignalSpy chosen(&strip, &NumbersStrip::chosen);
    strip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&strip, Qt::Key_End);
    QTest::keyClick(&strip, Qt::Key_Return);
    QCOMPARE(chosen.takeFirst().first().value<Counted>(), Counted::All);
    desktop.window.showPage(&desktop.pages.board());
    strip.setFocus(Qt::TabFocusReason);
    QTest::keyClick(&strip, Qt::Key_Home);
    QTest::keyClick(&strip, Qt::Key_Right);
    QVERIFY(strip.accessibleDescription().contains(u"逾期"_qs));
    QTest::keyClick(&strip, Qt::Key_Enter);
    QCOMPARE(chosen.takeFirst().first().value<Counted>(), Counted::Overdue);
}

void TestDoors::whatWasDoneToday()
{
    LiveDesktop desktop;
    PanelTitle &title = desktop.pages.board().panels().completed().title();
    QTest::mouseClick(&title, Qt::LeftButton, {}, QPoint(title.width() - 24, title.height() / 2));
    QCOMPARE(desktop.window.currentPage(), &desktop.pages.orders());
    const QList<CrmId> done = desktop.board.completed().ordersOfToday();
    QVERIFY(!done.isEmpty());
    QCOMPARE(desktop.listed(), QSet<CrmId>(done.begin(), done.end()));
}

void TestDoors::everyPartOfEveryChart()
{
    ChartsDesktop desktop;
    QVERIFY(desktop.isReady);
    QSignalSpy listed(&desktop.orderActions, &OrderActions::listRequested);
    QSignalSpy opened(&desktop.orderActions, &OrderActions::openRequested);
    QStringList faults;
    for (ChartCard *card : desktop.cards()) {
        ChartItems &chart = card->chart();
        for (int item = 0; item < chart.itemCount(); ++item) {
            listed.clear();
            opened.clear();
            QTest::mouseClick(&chart, Qt::LeftButton, {}, chart.itemRect(item).center());
            if (listed.isEmpty() && opened.isEmpty())
                faults.append(chart.itemText(item));
        }
    }
    QCOMPARE(faults, QStringList());
}

void TestDoors::everyNumberOfEverySentence()
{
    ChartsDesktop desktop;
    QVERIFY(desktop.isReady);
    QSignalSpy listed(&desktop.orderActions, &OrderActions::listRequested);
    QSignalSpy opened(&desktop.orderActions, &OrderActions::openRequested);
    QStringList faults;
    for (ChartCard *card : desktop.cards()) {
        SentenceLine &line = card->sentenceLine();
        const Told told = line.told();
        if (told.doors.isEmpty())
            faults.append(told.text);
        for (int door = 0; door < told.doors.size(); ++door) {
            listed.clear();
            opened.clear();
            QTest::mouseClick(&line, Qt::LeftButton, {}, line.itemRect(door).center());
            if (told.doors.at(door).what == Counts::LongestQueued)
                faults.append(opened.size() == 1 ? QString() : told.text);
            else
                faults.append(faultOf(told, told.doors.at(door),
                                      listed.value(0).value(0).value<QList<CrmId>>().size()));
            desktop.window.orderPopup().close();
        }
    }
    faults.removeAll(QString());
    QCOMPARE(faults, QStringList());
}

void TestDoors::aSentenceByKey()
{
    ChartsDesktop desktop;
    QVERIFY(desktop.isReady);
    SentenceLine &line = desktop.cards().at(4)->sentenceLine(); // 在手 62 单：待处理 19，处理中 43
    QSignalSpy chosen(&line, &ChartItems::chosen);
    line.setFocus(Qt::TabFocusReason);
    QTRY_VERIFY(line.hasFocus());
    QCOMPARE(line.accessibleName(), line.told().text);
    QVERIFY(line.accessibleDescription().startsWith(u"在手"));
    QTest::keyClick(&line, Qt::Key_Right);
    QVERIFY(line.accessibleDescription().startsWith(u"待处理"));
    QTest::keyClick(&line, Qt::Key_End);
    QVERIFY(line.accessibleDescription().startsWith(u"处理中"));
    QTest::keyClick(&line, Qt::Key_Return);
    const int door = chosen.takeFirst().first().toInt();
    QCOMPARE(line.told().doors.at(door).what, Counts::Processing);
}

void TestDoors::aSentenceShowsItsDoors()
{
    ChartsDesktop desktop;
    QVERIFY(desktop.isReady);
    SentenceLine &line = desktop.cards().first()->sentenceLine();
    const QRect door = line.itemRect(0);
    QTest::mouseMove(&line, door.center());
    QTest::mouseMove(&line, door.center() + QPoint(1, 0));
    QTRY_COMPARE(line.cursor().shape(), Qt::PointingHandCursor);
    QTest::mouseMove(&line, QPoint(door.left() / 2, door.center().y()));
    QTRY_COMPARE(line.cursor().shape(), Qt::ArrowCursor);
}

void TestDoors::everyRowOfTheBoard()
{
    LiveDesktop desktop({1920, 1080});
    QStringList faults;
    int clicked = 0;
    for (RowList *list : desktop.pages.board().panels().lists()) {
        if (!list->isVisible() || list->model()->rowCount() == 0)
            continue;
        ++clicked;
        const QRect row = list->visualRect(list->model()->index(0, 0));
        QTest::mouseClick(list->viewport(), Qt::LeftButton, {}, row.center());
        if (desktop.window.orderPopup().orderId() != list->firstOrder())
            faults.append(list->accessibleName());
        desktop.window.orderPopup().close();
    }
    QCOMPARE(faults, QStringList());
    QVERIFY(clicked >= 4);
}

void TestDoors::aRowShowsThatItCanBeClicked()
{
    LiveDesktop desktop;
    RowList &list = desktop.pages.board().panels().completed().rows();
    const QRect first = list.visualRect(list.model()->index(0, 0));
    QTest::mouseMove(list.viewport(), first.center());
    QTest::mouseMove(list.viewport(), first.center() + QPoint(2, 0));
    QTRY_COMPARE(list.viewport()->cursor().shape(), Qt::PointingHandCursor);
}

void TestDoors::ctrlChooses()
{
    LiveDesktop desktop;
    RowList &list = desktop.pages.board().panels().running().rows();
    QSignalSpy opened(&desktop.orderActions, &OrderActions::openRequested);
    const QPoint row = list.visualRect(list.model()->index(1, 0)).center();
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier, row);
    QCOMPARE(opened.count(), 0);
    QCOMPARE(list.currentOrder(), list.model()->index(1, 0).data(OrderIdRole).value<CrmId>());
}

/// Where there is room the chosen one stands beside the list, else it opens.
void TestDoors::aRowOfAllOrders()
{
    LiveDesktop desktop({960, 540});
    desktop.window.showPage(&desktop.pages.orders());
    desktop.settle();
    OrderTable &table = desktop.pages.orders().table();
    const auto click = [&] {
        const QModelIndex first = desktop.pages.orders().model().index(0, 0);
        QTest::mouseClick(table.viewport(), Qt::LeftButton, {},
                          table.visualRect(first).center() + QPoint(2, 0));
    };
    click();
    QCOMPARE(desktop.window.orderPopup().orderId(), desktop.pages.orders().model().orderIdAt(0));
    QVERIFY(desktop.window.orderPopup().isVisible());
    desktop.window.orderPopup().close();
    desktop.show({1280, 720});
    click();
    QVERIFY(!desktop.window.orderPopup().isVisible());
    QCOMPARE(table.chosenOrder(), desktop.pages.orders().model().orderIdAt(0));
}

QTEST_MAIN(TestDoors)
#include "tst_doors.moc"
