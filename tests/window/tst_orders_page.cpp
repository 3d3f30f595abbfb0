// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/controls/badge.h"
#include "client/controls/search_field.h"
#include "client/orders/csv_export.h"
#include "client/orders/due_badge.h"
#include "client/orders/filter_bar.h"
#include "client/orders/filter_button.h"
#include "client/orders/order_cell_delegate.h"
#include "client/orders/order_detail.h"
#include "client/orders/order_popup.h"
#include "client/orders/order_table.h"
#include "client/orders/orders_page.h"
#include "client/orders/step_timeline_view.h"
#include "client/text/text_line.h"
#include "client/window/header_bar.h"
#include "tests/window/desktop_fixture.h"

#include <QAccessible>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

/// A live desk with the orders page in front.
struct OrdersDesk : test::DesktopFixture
{
    explicit OrdersDesk(const QString &language = QStringLiteral("zh_CN"), QSize size = {1280, 720},
                        int scale = 100)
        : test::DesktopFixture(language)
    {
        fillWithSample();
        theme.setTextScale(scale);
        setState(ConnectionState::Live);
        window.showPage(&page());
        show(size);
    }
    OrdersPage &page() const { return pages.orders(); }
    OrderTable &table() const { return page().table(); }
    OrdersModel &model() const { return page().model(); }

    void order(qint64 orderId, QJsonObject fields)
    {
        fields.insert(u"order_id"_qs, orderId);
        StreamId id = store.book().position;
        ++id.seq;
        store.handle(protocol::EventMessage{QString(event_type::order), fields, id, false});
    }
    void filter(OrderStatus status)
    {
        OrderFilter wanted;
        wanted.status = status;
        Q_EMIT page().bar().filterWanted(wanted);
    }
    qint64 topOrder() const { return model().orderIdAt(table().verticalScrollBar()->value()); }
};

/// A cell's text is wider than the cell.
bool isCut(const OrdersDesk &desk, int row, OrderColumn column)
{
    const QModelIndex index = desk.model().index(row, int(column));
    const auto *cells = qobject_cast<const OrderCellDelegate *>(desk.table().itemDelegate());
    const QMargins padding = cells->padding(int(column));
    const int room = desk.table().columnWidth(int(column)) - padding.left() - padding.right();
    if (column == OrderColumn::Due)
        return dueBadge(index.data(RowRole).value<BoardRow>()).width(desk.theme, 13) > room;
    return TextLine{index.data().toString(), desk.theme.font(14), {}}.width() > room;
}

} // namespace

class TestOrdersPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsAllOrders();
    void showsTheChosenOrderBesideTheList();
    void opensAWindowWhereThereIsNoRoom();
    void keepsTheChosenOrderAndThePlace();
    void choosesNoOtherWhenTheChosenOneLeaves();
    void findsWhatIsTyped();
    void opensWhatWasScanned();
    void saysWhyNothingIsListed();
    void showsTheOrdersBehindABar();
    void remembersColumns();
    void sortsByAClick();
    void exportsWhatIsShown();
    void saysWhyAnExportFailed();
    void isWalkedByKeys();
    void namesEverything();
    void cutsNoText_data();
    void cutsNoText();
    void looksTheSameAgainAfterALanguageSwitch();
};

void TestOrdersPage::listsAllOrders()
{
    OrdersDesk desk;
    QCOMPARE(desk.model().rowCount(), int(desk.store.book().orders().size()));
    desk.filter(OrderStatus::Processing);
    QVERIFY(desk.model().rowCount() > 3);
    QVERIFY(desk.model().rowCount() < int(desk.store.book().orders().size()));
}

void TestOrdersPage::showsTheChosenOrderBesideTheList()
{
    OrdersDesk desk;
    const qint64 orderId = desk.model().orderIdAt(2);
    QTest::mouseClick(desk.table().viewport(), Qt::LeftButton, {},
                      desk.table().visualRect(desk.model().index(2, 2)).center());
    QVERIFY(desk.page().detail().isVisible());
    QCOMPARE(desk.page().detail().orderId(), orderId);
    QVERIFY(!desk.page().detail().timeline().timeline().tracks.isEmpty());
    QTest::keyClick(&desk.table(), Qt::Key_Return);
    QVERIFY(!desk.window.orderPopup().isVisible());
}

void TestOrdersPage::opensAWindowWhereThereIsNoRoom()
{
    OrdersDesk desk(u"zh_CN"_qs, {960, 540});
    QVERIFY(!desk.page().detail().isVisible());
    desk.table().selectRow(1);
    QTest::keyClick(&desk.table(), Qt::Key_Return);
    QVERIFY(desk.window.orderPopup().isVisible());
    QCOMPARE(desk.window.orderPopup().orderId(), desk.model().orderIdAt(1));
    desk.window.orderPopup().close();
}

void TestOrdersPage::keepsTheChosenOrderAndThePlace()
{
    OrdersDesk desk;
    const qint64 chosen = desk.model().orderIdAt(12);
    desk.table().selectRow(12);
    desk.table().verticalScrollBar()->setValue(10);
    const qint64 top = desk.topOrder();
    desk.order(
        5001,
        {{u"order_no"_qs, u"PO1"_qs}, {u"status"_qs, 2}, {u"delivery_date"_qs, u"2026-01-01"_qs}});
    QCOMPARE(desk.model().orderIdAt(0), 5001);
    QCOMPARE(desk.topOrder(), top);
    QCOMPARE(desk.table().chosenOrder(), chosen);
    QCOMPARE(desk.table().currentIndex().row(), 13);
    desk.order(5001, {{u"delivery_date"_qs, u"2027-01-01"_qs}}); // far down
    QCOMPARE(desk.topOrder(), top);
    desk.order(5001, {{u"action"_qs, u"deleted"_qs}});
    QCOMPARE(desk.topOrder(), top);
    QCOMPARE(desk.table().chosenOrder(), chosen);
    desk.store.restore(desk.store.image()); // a new book, whole
    QCOMPARE(desk.topOrder(), top);
    QCOMPARE(desk.table().currentIndex().row(), 12);
}

void TestOrdersPage::choosesNoOtherWhenTheChosenOneLeaves()
{
    OrdersDesk desk;
    desk.filter(OrderStatus::Processing);
    desk.table().selectRow(1);
    const qint64 chosen = desk.table().chosenOrder();
    desk.order(chosen, {{u"status"_qs, 3}});
    QVERIFY(!desk.model().rowOf(chosen));
    QVERIFY(!desk.table().selectionModel()->hasSelection());
    QCOMPARE(desk.page().detail().orderId(), chosen); // and it stays in sight
    desk.order(chosen, {{u"status"_qs, 2}});
    QCOMPARE(desk.table().currentIndex().row(), 1);
    QVERIFY(desk.table().selectionModel()->hasSelection());
}

void TestOrdersPage::findsWhatIsTyped()
{
    OrdersDesk desk;
    desk.table().setFocus();
    QTest::keyClicks(&desk.table(), u"x"_qs);
    SearchField &search = desk.window.header().search();
    QTest::keyClicks(&search, u"zsj"_qs);
    QCOMPARE(search.text(), u"xzsj"_qs);
    QVERIFY(desk.model().rowCount() > 0);
    for (int row = 0; row < desk.model().rowCount(); ++row)
        QCOMPARE(desk.model().orderAt(row)->customerName, u"新知书局"_qs);
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(desk.model().rowCount(), int(desk.store.book().orders().size()));
}

void TestOrdersPage::opensWhatWasScanned()
{
    OrdersDesk desk;
    const Order &order = *desk.model().orderAt(9);
    QTest::keyClicks(&desk.window, order.orderNo);
    QTest::keyClick(&desk.window.header().search(), Qt::Key_Return);
    QCOMPARE(desk.model().rowCount(), 1);
    QCOMPARE(desk.page().detail().orderId(), order.orderId);
    QVERIFY(!desk.window.orderPopup().isVisible());
}

void TestOrdersPage::saysWhyNothingIsListed()
{
    OrdersDesk desk;
    desk.filter(OrderStatus::Cancelled);
    desk.window.header().search().setText(u"xzsj"_qs);
    desk.settle();
    QCOMPARE(desk.model().rowCount(), 0);
    QVERIFY2(desk.table().accessibleDescription().contains(u"全部"),
             qPrintable(desk.table().accessibleDescription()));
    desk.window.header().search().setText(u"nobody"_qs);
    desk.settle();
    QVERIFY(desk.table().accessibleDescription().startsWith(u"没有找到"));
}

void TestOrdersPage::showsTheOrdersBehindABar()
{
    OrdersDesk desk;
    desk.window.showPage(&desk.pages.board());
    desk.orderActions.list({1001, 1002, 424242}, u"覆膜前压了 2 单"_qs);
    QCOMPARE(desk.window.currentPage(), &desk.page());
    QCOMPARE(desk.model().rowCount(), 2);
    FilterButton *chip = nullptr;
    for (FilterButton *button : desk.page().findChildren<FilterButton *>()) {
        if (button->text() == u"覆膜前压了 2 单")
            chip = button;
    }
    QVERIFY(chip != nullptr);
    QVERIFY(chip->isVisible());
    chip->click();
    QVERIFY(!chip->isVisible());
    QCOMPARE(desk.model().rowCount(), int(desk.store.book().orders().size()));
}

void TestOrdersPage::remembersColumns()
{
    OrdersDesk desk;
    Q_EMIT desk.page().bar().columnToggled(OrderColumn::SalesRep, true);
    QVERIFY(!desk.table().isColumnHidden(int(OrderColumn::SalesRep)));
    QSignalSpy arranged(&desk.table(), &OrderTable::columnsChanged);
    desk.table().horizontalHeader()->moveSection(1, 0);
    desk.table().horizontalHeader()->resizeSection(int(OrderColumn::Customer), 190);
    QVERIFY(arranged.wait());
    QCOMPARE(desk.table().columnWidth(int(OrderColumn::Customer)), 190);

    Theme theme;
    OrdersPage again(theme, desk.store, desk.clock, desk.settings, desk.orderActions);
    QCOMPARE(again.table().columns(), desk.table().columns());
    QCOMPARE(again.table().columns().shown().first(), OrderColumn::OrderNo);
    Q_EMIT desk.page().bar().columnsReset();
    QCOMPARE(desk.table().columns(), OrderColumns());
    QVERIFY(desk.settings.orderColumns().isEmpty());
}

void TestOrdersPage::sortsByAClick()
{
    OrdersDesk desk;
    desk.table().selectRow(0);
    const qint64 chosen = desk.table().chosenOrder();
    QHeaderView *header = desk.table().horizontalHeader();
    const QPoint name(header->sectionViewportPosition(int(OrderColumn::OrderNo)) + 20, 10);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(desk.model().sorting(), (OrderSorting{OrderColumn::OrderNo, Qt::AscendingOrder}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(desk.model().sorting().direction, Qt::DescendingOrder);
    QCOMPARE(desk.table().chosenOrder(), chosen);
    QVERIFY(desk.model().orderAt(0)->orderNo > desk.model().orderAt(1)->orderNo);
}

void TestOrdersPage::exportsWhatIsShown()
{
    OrdersDesk desk;
    desk.filter(OrderStatus::Processing);
    CsvExport exporter(&desk.window);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    const QString path = desk.folder.filePath(u"out.csv"_qs);
    exporter.save(path, desk.model().exportRows(desk.table().columns().shown()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), desk.model().rowCount() + 1);
    QVERIFY(lines.at(0).startsWith("\xEF\xBB\xBF"
                                   "交期,订单号,客户,产品,数量,单位,卡在"));
    for (int row = 0; row < desk.model().rowCount(); ++row)
        QVERIFY(lines.at(row + 1).contains(desk.model().orderAt(row)->orderNo.toUtf8()));
    QVERIFY(finished.first().first().toString().contains(u"out.csv"));
}

void TestOrdersPage::saysWhyAnExportFailed()
{
    OrdersDesk desk;
    CsvExport exporter(&desk.window);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    exporter.save(desk.folder.filePath(u"no/where.csv"_qs), {{u"x"_qs}});
    QVERIFY(finished.first().first().toString().startsWith(u"无法写入"));
}

void TestOrdersPage::isWalkedByKeys()
{
    OrdersDesk desk;
    desk.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desk.window));
    QSet<const QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(reached.contains(&desk.table()));
    for (const QAbstractButton *button : desk.page().findChildren<QAbstractButton *>()) {
        const auto *choice = qobject_cast<const FilterButton *>(button);
        const bool byArrows = choice != nullptr && choice->isCheckable() && !choice->isChecked();
        if (button->isVisible() && !byArrows)
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
    desk.table().setFocus(Qt::TabFocusReason);
    QCOMPARE(desk.table().currentIndex().row(), 0);
    QTest::keyClick(&desk.table(), Qt::Key_Down);
    QCOMPARE(desk.page().detail().orderId(), desk.model().orderIdAt(1));
    QTest::keyClick(&desk.table(), Qt::Key_End);
    QCOMPARE(desk.page().detail().orderId(), desk.model().orderIdAt(desk.model().rowCount() - 1));
    QApplication::clipboard()->clear();
    QTest::keySequence(&desk.table(), QKeySequence::Copy);
    const Order *chosen = desk.model().orderAt(desk.model().rowCount() - 1);
    QVERIFY(QApplication::clipboard()->text().startsWith(chosen->orderNo));
}

void TestOrdersPage::namesEverything()
{
    OrdersDesk desk;
    desk.table().selectRow(0);
    for (QWidget *widget : desk.page().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr)
            continue;
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(told != nullptr);
        QVERIFY2(!told->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className())));
        QVERIFY(told->role() != QAccessible::NoRole);
    }
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&desk.table());
    QCOMPARE(table->role(), QAccessible::Table);
    QCOMPARE(table->tableInterface()->rowCount(), desk.model().rowCount());
    QVERIFY(desk.page().detail().timeline().accessibleName().contains(u"印刷"));
}

void TestOrdersPage::cutsNoText_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QSize>("size");
    QTest::addColumn<int>("scale");
    for (const QString &language : {QStringLiteral("zh_CN"), QStringLiteral("en")}) {
        for (const auto &[size, scale] :
             {std::pair(QSize(960, 540), 100), std::pair(QSize(1280, 720), 100),
              std::pair(QSize(1920, 1080), 100), std::pair(QSize(1280, 720), 200)})
            QTest::addRow("%s-%dx%d-%d", qPrintable(language), size.width(), size.height(), scale)
                << language << size << scale;
    }
}

void TestOrdersPage::cutsNoText()
{
    QFETCH(QString, language);
    QFETCH(QSize, size);
    QFETCH(int, scale);
    OrdersDesk desk(language, size, scale);
    desk.table().selectRow(3);
    desk.settle();
    for (const QAbstractButton *button : desk.page().findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        const QRect inPage(button->mapTo(&desk.page(), QPoint()), button->size());
        QVERIFY2(desk.page().rect().contains(inPage), qPrintable(button->text()));
    }
    const QHeaderView *header = desk.table().horizontalHeader();
    for (const OrderColumn column : desk.table().columns().shown()) {
        const QString name =
            desk.model().headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
        const int room = header->sectionSize(int(column)) - 2 * desk.theme.px(6);
        QVERIFY2((TextLine{name, desk.theme.font(12), {}}.width() <= room), qPrintable(name));
    }
    for (int row = 0; row < desk.model().rowCount(); ++row) {
        for (const OrderColumn column :
             {OrderColumn::Due, OrderColumn::OrderNo, OrderColumn::Quantity})
            QVERIFY2(!isCut(desk, row, column),
                     qPrintable(desk.model().index(row, int(column)).data().toString()));
    }
}

void TestOrdersPage::looksTheSameAgainAfterALanguageSwitch()
{
    OrdersDesk desk;
    desk.table().selectRow(3);
    desk.settle();
    const QImage before = desk.page().grab().toImage();
    desk.translations.use(u"en"_qs);
    desk.settle();
    QCOMPARE(desk.page().title(), u"Orders"_qs);
    QVERIFY(desk.page().grab().toImage() != before);
    desk.translations.use(u"zh_CN"_qs);
    desk.settle();
    QCOMPARE(desk.page().grab().toImage(), before);
}

QTEST_MAIN(TestOrdersPage)
#include "tst_orders_page.moc"
