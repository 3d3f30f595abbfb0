// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/controls/badge.h"
#include "client/controls/search_field.h"
#include "client/models/order_words.h"
#include "client/models/orders/orders_table.h"
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
#include <QDesktopServices>
#include <QHeaderView>
#include <QMimeData>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

/// A live desktop with the orders page in front.
struct OrdersDesktop : test::DesktopFixture
{
    explicit OrdersDesktop(const QString &language = QStringLiteral("zh_CN"),
                           QSize size = {1280, 720}, int scale = 100)
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

    void order(const CrmId &orderId, QJsonObject fields)
    {
        fields.insert(u"order_id"_qs, orderId.toJson());
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
    CrmId topOrder() const { return model().orderIdAt(table().verticalScrollBar()->value()); }
};

/// A cell's text is wider than the cell.
bool isCut(const OrdersDesktop &desktop, int row, OrderColumn column)
{
    const QModelIndex index = desktop.model().index(row, int(column));
    const auto *cells = qobject_cast<const OrderCellDelegate *>(desktop.table().itemDelegate());
    const QMargins padding = cells->padding(int(column));
    const int room = desktop.table().columnWidth(int(column)) - padding.left() - padding.right();
    if (column == OrderColumn::Due)
        return dueBadge(index.data(RowRole).value<BoardRow>()).width(desktop.theme, 13) > room;
    return TextLine{index.data().toString(), desktop.theme.font(14), {}}.width() > room;
}

/// What would open in the browser.
class OpenedPages : public QObject
{
    Q_OBJECT
public:
    OpenedPages() { QDesktopServices::setUrlHandler(u"https"_qs, this, "open"); }
    ~OpenedPages() override { QDesktopServices::unsetUrlHandler(u"https"_qs); }
    QList<QUrl> urls;

public Q_SLOTS:
    void open(const QUrl &url) { urls.append(url); }
};

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
    void severalAreSelected();
    void theSelectionStaysOverChanges();
    void copiesForTheCustomer();
    void copiesATable();
    void takesOutWhatIsSelectedOrAll();
    void saysThatItWasNotCopied();
    void theButtonSaysThatItWasCopied();
    void leadsToTheCrmWhateverTheIdIs();
    void isWalkedByKeys();
    void namesEverything();
    void cutsNoText_data();
    void cutsNoText();
    void looksTheSameAgainAfterALanguageSwitch();
};

void TestOrdersPage::listsAllOrders()
{
    OrdersDesktop desktop;
    QCOMPARE(desktop.model().rowCount(), int(desktop.store.book().orders().size()));
    desktop.filter(OrderStatus::Processing);
    QVERIFY(desktop.model().rowCount() > 3);
    QVERIFY(desktop.model().rowCount() < int(desktop.store.book().orders().size()));
}

void TestOrdersPage::showsTheChosenOrderBesideTheList()
{
    OrdersDesktop desktop;
    const CrmId orderId = desktop.model().orderIdAt(2);
    QTest::mouseClick(desktop.table().viewport(), Qt::LeftButton, {},
                      desktop.table().visualRect(desktop.model().index(2, 2)).center());
    QVERIFY(desktop.page().detail().isVisible());
    QCOMPARE(desktop.page().detail().orderId(), orderId);
    QVERIFY(!desktop.page().detail().timeline().timeline().tracks.isEmpty());
    QTest::keyClick(&desktop.table(), Qt::Key_Return);
    QVERIFY(!desktop.window.orderPopup().isVisible());
}

void TestOrdersPage::opensAWindowWhereThereIsNoRoom()
{
    OrdersDesktop desktop(u"zh_CN"_qs, {960, 540});
    QVERIFY(!desktop.page().detail().isVisible());
    desktop.table().selectRow(1);
    QTest::keyClick(&desktop.table(), Qt::Key_Return);
    QVERIFY(desktop.window.orderPopup().isVisible());
    QCOMPARE(desktop.window.orderPopup().orderId(), desktop.model().orderIdAt(1));
    desktop.window.orderPopup().close();
}

void TestOrdersPage::keepsTheChosenOrderAndThePlace()
{
    OrdersDesktop desktop;
    const CrmId chosen = desktop.model().orderIdAt(12);
    desktop.table().selectRow(12);
    desktop.table().verticalScrollBar()->setValue(10);
    const CrmId top = desktop.topOrder();
    desktop.order(
        5001,
        {{u"order_no"_qs, u"PO1"_qs}, {u"status"_qs, 2}, {u"delivery_date"_qs, u"2026-01-01"_qs}});
    QCOMPARE(desktop.model().orderIdAt(0), 5001);
    QCOMPARE(desktop.topOrder(), top);
    QCOMPARE(desktop.table().chosenOrder(), chosen);
    QCOMPARE(desktop.table().currentIndex().row(), 13);
    desktop.order(5001, {{u"delivery_date"_qs, u"2027-01-01"_qs}}); // far down
    QCOMPARE(desktop.topOrder(), top);
    desktop.order(5001, {{u"action"_qs, u"deleted"_qs}});
    QCOMPARE(desktop.topOrder(), top);
    QCOMPARE(desktop.table().chosenOrder(), chosen);
    desktop.store.restore(desktop.store.image()); // a new book, whole
    QCOMPARE(desktop.topOrder(), top);
    QCOMPARE(desktop.table().currentIndex().row(), 12);
}

void TestOrdersPage::choosesNoOtherWhenTheChosenOneLeaves()
{
    OrdersDesktop desktop;
    desktop.filter(OrderStatus::Processing);
    desktop.table().selectRow(1);
    const CrmId chosen = desktop.table().chosenOrder();
    desktop.order(chosen, {{u"status"_qs, 3}});
    QVERIFY(!desktop.model().rowOf(chosen));
    QVERIFY(!desktop.table().selectionModel()->hasSelection());
    QCOMPARE(desktop.page().detail().orderId(), chosen); // and it stays in sight
    desktop.order(chosen, {{u"status"_qs, 2}});
    QCOMPARE(desktop.table().currentIndex().row(), 1);
    QVERIFY(desktop.table().selectionModel()->hasSelection());
}

void TestOrdersPage::findsWhatIsTyped()
{
    OrdersDesktop desktop;
    desktop.table().setFocus();
    QTest::keyClicks(&desktop.table(), u"x"_qs);
    SearchField &search = desktop.window.header().search();
    QTest::keyClicks(&search, u"zsj"_qs);
    QCOMPARE(search.text(), u"xzsj"_qs);
    QVERIFY(desktop.model().rowCount() > 0);
    for (int row = 0; row < desktop.model().rowCount(); ++row)
        QCOMPARE(desktop.model().orderAt(row)->customerName, u"新知书局"_qs);
    QTest::keyClick(&search, Qt::Key_Escape);
    QCOMPARE(desktop.model().rowCount(), int(desktop.store.book().orders().size()));
}

void TestOrdersPage::opensWhatWasScanned()
{
    OrdersDesktop desktop;
    const Order &order = *desktop.model().orderAt(9);
    QTest::keyClicks(&desktop.window, order.orderNo);
    QTest::keyClick(&desktop.window.header().search(), Qt::Key_Return);
    QCOMPARE(desktop.model().rowCount(), 1);
    QCOMPARE(desktop.page().detail().orderId(), order.orderId);
    QVERIFY(!desktop.window.orderPopup().isVisible());
}

void TestOrdersPage::saysWhyNothingIsListed()
{
    OrdersDesktop desktop;
    desktop.filter(OrderStatus::Cancelled);
    desktop.window.header().search().setText(u"xzsj"_qs);
    desktop.settle();
    QCOMPARE(desktop.model().rowCount(), 0);
    QVERIFY2(desktop.table().accessibleDescription().contains(u"全部"),
             qPrintable(desktop.table().accessibleDescription()));
    desktop.window.header().search().setText(u"nobody"_qs);
    desktop.settle();
    QVERIFY(desktop.table().accessibleDescription().startsWith(u"没有找到"));
}

void TestOrdersPage::showsTheOrdersBehindABar()
{
    OrdersDesktop desktop;
    desktop.window.showPage(&desktop.pages.board());
    desktop.orderActions.list({1001, 1002, 424242}, u"覆膜前压了 2 单"_qs);
    QCOMPARE(desktop.window.currentPage(), &desktop.page());
    QCOMPARE(desktop.model().rowCount(), 2);
    FilterButton *chip = nullptr;
    for (FilterButton *button : desktop.page().findChildren<FilterButton *>()) {
        if (button->text() == u"覆膜前压了 2 单")
            chip = button;
    }
    QVERIFY(chip != nullptr);
    QVERIFY(chip->isVisible());
    chip->click();
    QVERIFY(!chip->isVisible());
    QCOMPARE(desktop.model().rowCount(), int(desktop.store.book().orders().size()));
}

void TestOrdersPage::remembersColumns()
{
    OrdersDesktop desktop;
    Q_EMIT desktop.page().bar().columnToggled(OrderColumn::SalesRep, true);
    QVERIFY(!desktop.table().isColumnHidden(int(OrderColumn::SalesRep)));
    QSignalSpy arranged(&desktop.table(), &OrderTable::columnsChanged);
    desktop.table().horizontalHeader()->moveSection(1, 0);
    desktop.table().horizontalHeader()->resizeSection(int(OrderColumn::Customer), 190);
    QVERIFY(arranged.wait());
    QCOMPARE(desktop.table().columnWidth(int(OrderColumn::Customer)), 190);

    Theme theme;
    OrdersPage again(theme, desktop.store, desktop.clock, desktop.settings, desktop.orderActions);
    QCOMPARE(again.table().columns(), desktop.table().columns());
    QCOMPARE(again.table().columns().shown().first(), OrderColumn::OrderNo);
    Q_EMIT desktop.page().bar().columnsReset();
    QCOMPARE(desktop.table().columns(), OrderColumns());
    QVERIFY(desktop.settings.orderColumns().isEmpty());
}

void TestOrdersPage::sortsByAClick()
{
    OrdersDesktop desktop;
    desktop.table().selectRow(0);
    const CrmId chosen = desktop.table().chosenOrder();
    QHeaderView *header = desktop.table().horizontalHeader();
    const QPoint name(header->sectionViewportPosition(int(OrderColumn::OrderNo)) + 20, 10);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(desktop.model().sorting(), (OrderSorting{OrderColumn::OrderNo, Qt::AscendingOrder}));
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, name);
    QCOMPARE(desktop.model().sorting().direction, Qt::DescendingOrder);
    QCOMPARE(desktop.table().chosenOrder(), chosen);
    QVERIFY(desktop.model().orderAt(0)->orderNo > desktop.model().orderAt(1)->orderNo);
}

void TestOrdersPage::exportsWhatIsShown()
{
    OrdersDesktop desktop;
    desktop.filter(OrderStatus::Processing);
    CsvExport exporter(&desktop.window);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    const QString path = desktop.folder.filePath(u"out.csv"_qs);
    exporter.save(
        path,
        ordersTable(desktop.store, desktop.model().listed(), desktop.table().columns().shown()));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QList<QByteArray> lines = file.readAll().trimmed().split('\n');
    QCOMPARE(lines.size(), desktop.model().rowCount() + 1);
    QVERIFY(lines.at(0).startsWith("\xEF\xBB\xBF"
                                   "交期,订单号,客户,产品,数量,单位,当前工序"));
    for (int row = 0; row < desktop.model().rowCount(); ++row)
        QVERIFY(lines.at(row + 1).contains(desktop.model().orderAt(row)->orderNo.toUtf8()));
    QVERIFY(finished.first().first().toString().contains(u"out.csv"));
}

void TestOrdersPage::saysWhyAnExportFailed()
{
    OrdersDesktop desktop;
    CsvExport exporter(&desktop.window);
    QSignalSpy finished(&exporter, &CsvExport::finished);
    exporter.save(desktop.folder.filePath(u"no/where.csv"_qs), {TableRow{u"x"_qs}});
    QVERIFY(finished.first().first().toString().startsWith(u"无法写入"));
}

void TestOrdersPage::severalAreSelected()
{
    OrdersDesktop desktop;
    const auto click = [&](int row, Qt::KeyboardModifiers keys) {
        QTest::mouseClick(desktop.table().viewport(), Qt::LeftButton, keys,
                          desktop.table().visualRect(desktop.model().index(row, 2)).center());
    };
    click(1, {});
    click(3, Qt::ControlModifier);
    QCOMPARE(desktop.table().selectedOrders(),
             (QList<CrmId>{desktop.model().orderIdAt(1), desktop.model().orderIdAt(3)}));
    click(5, Qt::ShiftModifier); // from there on, beside the first
    QCOMPARE(desktop.table().selectedOrders().size(), 4);
    QCOMPARE(desktop.table().chosenOrder(), desktop.model().orderIdAt(5));
    QTest::keyClick(&desktop.table(), Qt::Key_A, Qt::ControlModifier);
    QCOMPARE(desktop.table().selectedOrders(), desktop.model().listed());
    QTest::keyClick(&desktop.table(), Qt::Key_Down);
    QCOMPARE(desktop.table().selectedOrders().size(), 1);
}

void TestOrdersPage::theSelectionStaysOverChanges()
{
    OrdersDesktop desktop;
    desktop.filter(OrderStatus::Processing);
    const QList<CrmId> chosen{desktop.model().orderIdAt(1), desktop.model().orderIdAt(2),
                              desktop.model().orderIdAt(4)};
    desktop.table().choose(desktop.model().orderIdAt(1));
    for (const int row : {2, 4})
        desktop.table().selectionModel()->select(
            desktop.model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QCOMPARE(desktop.table().selectedOrders(), chosen);
    desktop.order(5001,
                  {{u"order_no"_qs, u"PO1"_qs},
                   {u"status"_qs, 2},
                   {u"delivery_date"_qs, u"2026-01-01"_qs}}); // above them
    QCOMPARE(desktop.table().selectedOrders(), chosen);
    desktop.store.restore(desktop.store.image()); // a new book, whole
    QCOMPARE(desktop.table().selectedOrders(), chosen);
    desktop.order(chosen.first(), {{u"status"_qs, 3}}); // the chosen one leaves, the others stay
    QCOMPARE(desktop.table().selectedOrders(), chosen.mid(1));
}

void TestOrdersPage::copiesForTheCustomer()
{
    OrdersDesktop desktop;
    desktop.table().setFocus();
    QTest::keyClick(&desktop.table(), Qt::Key_A, Qt::ControlModifier);
    QTest::keyClick(&desktop.table(), Qt::Key_C, Qt::ControlModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    const int count = desktop.model().rowCount();
    QCOMPARE(lines.size(),
             count > format::mostCustomerLines ? format::mostCustomerLines + 1 : count);
    const QString all = lines.join(u' ');
    for (const QString &never : {u"卡在"_qs, u"张伟"_qs, u"李娜"_qs, u"逾期"_qs})
        QVERIFY2(!all.contains(never), qPrintable(never));
    QVERIFY(all.contains(u"：正在"));
    QVERIFY(all.contains(u"：排队等"));
    const auto copied = desktop.orderActions.copy(desktop.model().listed());
    QVERIFY(copied.isDone);
    QCOMPARE(copied.sentence, u"已复制 %1 单"_qs.arg(count));
}

void TestOrdersPage::copiesATable()
{
    OrdersDesktop desktop;
    desktop.table().choose(desktop.model().orderIdAt(1));
    desktop.table().setFocus();
    QTest::keyClick(&desktop.table(), Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
    const QStringList lines = QApplication::clipboard()->text().split(u'\n');
    QVERIFY(lines.at(0).startsWith(u"交期\t订单号\t客户"_qs));
    QVERIFY(lines.at(1).contains(desktop.model().orderAt(1)->orderNo));
    QVERIFY(QApplication::clipboard()->mimeData()->html().contains(u"<table>"));
}

void TestOrdersPage::takesOutWhatIsSelectedOrAll()
{
    OrdersDesktop desktop;
    desktop.filter(OrderStatus::Processing);
    desktop.table().choose(desktop.model().orderIdAt(1)); // one is only looked at
    Q_EMIT desktop.page().bar().tableWanted();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), desktop.model().rowCount() + 1);
    desktop.table().selectionModel()->select(
        desktop.model().index(3, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    Q_EMIT desktop.page().bar().tableWanted();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 3);
    Q_EMIT desktop.page().bar().copyWanted();
    QCOMPARE(QApplication::clipboard()->text().count(u'\n'), 1);
}

/// Another program takes the clipboard at the same moment.
void TestOrdersPage::saysThatItWasNotCopied()
{
    OrdersDesktop desktop;
    QObject other;
    connect(
        QApplication::clipboard(), &QClipboard::dataChanged, &other,
        [] { QApplication::clipboard()->setText(u"somebody else's"_qs); },
        Qt::SingleShotConnection);
    const auto copied = desktop.orderActions.copy({desktop.model().orderIdAt(0)});
    QVERIFY(!copied.isDone);
    QVERIFY2(copied.sentence.startsWith(u"没有复制"), qPrintable(copied.sentence));
}

void TestOrdersPage::theButtonSaysThatItWasCopied()
{
    OrdersDesktop desktop;
    desktop.table().choose(desktop.model().orderIdAt(1));
    QPushButton *copy = nullptr;
    for (QPushButton *button : desktop.page().detail().findChildren<QPushButton *>()) {
        if (button->text() == u"复制")
            copy = button;
    }
    QVERIFY(copy != nullptr);
    copy->click();
    QCOMPARE(copy->text(), u"已复制"_qs);
    desktop.table().choose(desktop.model().orderIdAt(2)); // and of another order nothing was copied
    QCOMPARE(copy->text(), u"复制"_qs);
}

void TestOrdersPage::isWalkedByKeys()
{
    OrdersDesktop desktop;
    desktop.window.activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&desktop.window));
    QSet<const QWidget *> reached;
    for (int i = 0; i < 60; ++i) {
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        reached.insert(QApplication::focusWidget());
    }
    QVERIFY(reached.contains(&desktop.table()));
    for (const QAbstractButton *button : desktop.page().findChildren<QAbstractButton *>()) {
        const auto *choice = qobject_cast<const FilterButton *>(button);
        const bool byArrows = choice != nullptr && choice->isCheckable() && !choice->isChecked();
        if (button->isVisible() && !byArrows)
            QVERIFY2(reached.contains(button), qPrintable(button->text()));
    }
    desktop.table().setFocus(Qt::TabFocusReason);
    QCOMPARE(desktop.table().currentIndex().row(), 0);
    QTest::keyClick(&desktop.table(), Qt::Key_Down);
    QCOMPARE(desktop.page().detail().orderId(), desktop.model().orderIdAt(1));
    QTest::keyClick(&desktop.table(), Qt::Key_End);
    QCOMPARE(desktop.page().detail().orderId(),
             desktop.model().orderIdAt(desktop.model().rowCount() - 1));
    QApplication::clipboard()->clear();
    QTest::keySequence(&desktop.table(), QKeySequence::Copy);
    const Order *chosen = desktop.model().orderAt(desktop.model().rowCount() - 1);
    QVERIFY(QApplication::clipboard()->text().startsWith(chosen->orderNo));
}

void TestOrdersPage::namesEverything()
{
    OrdersDesktop desktop;
    desktop.table().choose(desktop.model().orderIdAt(0));
    for (QWidget *widget : desktop.page().findChildren<QWidget *>()) {
        if (!widget->isVisible() || widget->focusPolicy() == Qt::NoFocus
            || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr)
            continue;
        QAccessibleInterface *told = QAccessible::queryAccessibleInterface(widget);
        QVERIFY(told != nullptr);
        QVERIFY2(!told->text(QAccessible::Name).isEmpty(),
                 qPrintable(QString::fromLatin1(widget->metaObject()->className())));
        QVERIFY(told->role() != QAccessible::NoRole);
    }
    QAccessibleInterface *table = QAccessible::queryAccessibleInterface(&desktop.table());
    QCOMPARE(table->role(), QAccessible::Table);
    QCOMPARE(table->tableInterface()->rowCount(), desktop.model().rowCount());
    QVERIFY(desktop.page().detail().timeline().accessibleName().contains(u"印刷"));
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
    OrdersDesktop desktop(language, size, scale);
    desktop.table().choose(desktop.model().orderIdAt(3));
    desktop.settle();
    for (const QAbstractButton *button : desktop.page().findChildren<QAbstractButton *>()) {
        if (!button->isVisible())
            continue;
        QVERIFY2(button->width() >= button->sizeHint().width(), qPrintable(button->text()));
        const QRect inPage(button->mapTo(&desktop.page(), QPoint()), button->size());
        QVERIFY2(desktop.page().rect().contains(inPage), qPrintable(button->text()));
    }
    const QHeaderView *header = desktop.table().horizontalHeader();
    for (const OrderColumn column : desktop.table().columns().shown()) {
        const QString name =
            desktop.model().headerData(int(column), Qt::Horizontal, Qt::DisplayRole).toString();
        const int room = header->sectionSize(int(column)) - 2 * desktop.theme.px(6);
        QVERIFY2((TextLine{name, desktop.theme.font(12), {}}.width() <= room), qPrintable(name));
    }
    for (int row = 0; row < desktop.model().rowCount(); ++row) {
        for (const OrderColumn column :
             {OrderColumn::Due, OrderColumn::OrderNo, OrderColumn::Quantity})
            QVERIFY2(!isCut(desktop, row, column),
                     qPrintable(desktop.model().index(row, int(column)).data().toString()));
    }
}

void TestOrdersPage::leadsToTheCrmWhateverTheIdIs()
{
    OrdersDesktop desktop;
    OpenedPages opened;
    const CrmId ids[] = {-7, CrmId::fromText(u"A/17 单?{order_no}"_qs)};
    for (const CrmId &id : ids) {
        desktop.order(id, {{u"order_no"_qs, u"PO1"_qs}, {u"status"_qs, 2}});
        desktop.orderActions.openInCrm(id);
    }
    QCOMPARE(
        opened.urls,
        (QList<QUrl>{QUrl(u"https://crm.example/orders/-7"_qs),
                     QUrl(u"https://crm.example/orders/A%2F17%20%E5%8D%95%3F%7Border_no%7D"_qs)}));
}

void TestOrdersPage::looksTheSameAgainAfterALanguageSwitch()
{
    OrdersDesktop desktop;
    desktop.table().choose(desktop.model().orderIdAt(3));
    desktop.settle();
    const QImage before = desktop.page().grab().toImage();
    desktop.translations.use(u"en"_qs);
    desktop.settle();
    QCOMPARE(desktop.page().title(), u"Orders"_qs);
    QVERIFY(desktop.page().grab().toImage() != before);
    desktop.translations.use(u"zh_CN"_qs);
    desktop.settle();
    QCOMPARE(desktop.page().grab().toImage(), before);
}

QTEST_MAIN(TestOrdersPage)
#include "tst_orders_page.moc"
