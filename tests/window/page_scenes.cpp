// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/list_views.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/controls/search_field.h"
#include "client/controls/title_button.h"
#include "client/notices/notices_panel.h"
#include "client/orders/filter_bar.h"
#include "client/orders/filter_button.h"
#include "client/orders/order_popup.h"
#include "client/orders/order_table.h"
#include "client/orders/orders_page.h"
#include "client/stations/stations_page.h"
#include "client/window/header_bar.h"
#include "tests/window/honest_states.h"
#include "tests/window/sample_morning.h"
#include "tests/window/stage.h"

using namespace pressboard::client;

namespace pressboard::test {

namespace {

QWidget *openLive(Stage &stage)
{
    stage.desktop.fillWithSample();
    stage.desktop.setState(ConnectionState::Live);
    return stage.openWindow();
}

QWidget *narrowTheBoard(Stage &stage)
{
    DesktopFixture &desktop = stage.desktop;
    const QStringList mine{QStringLiteral("折页"), QStringLiteral("覆膜")};
    desktop.board.setMySteps(mine);
    desktop.board.setView(desktop.board.urgent(), {{}, {RowSort::By::Step, false}});
    desktop.pages.board().panels().views().setMySteps(mine);
    return openLive(stage);
}

QWidget *openViewPopup(Stage &stage)
{
    QWidget *window = narrowTheBoard(stage);
    stage.desktop.pages.board().panels().running().title().filterButton().click();
    stage.desktop.settle();
    return window;
}

QWidget *openOrderCard(Stage &stage)
{
    openLive(stage);
    OrderPopup &card = stage.desktop.window.orderPopup();
    card.showOrder(1004);
    stage.desktop.settle();
    return &card;
}

QWidget *openMenu(Stage &stage)
{
    QWidget *window = openLive(stage);
    stage.desktop.window.header().openMenu();
    stage.desktop.settle();
    return window;
}

QWidget *openOrders(Stage &stage)
{
    stage.desktop.window.showPage(&stage.desktop.pages.orders());
    return openLive(stage);
}

QWidget *openOrderDetail(Stage &stage)
{
    QWidget *window = openOrders(stage);
    OrdersPage &page = stage.desktop.pages.orders();
    page.showOrder(page.model().orderIdAt(3));
    stage.desktop.settle();
    return window;
}

/// A shop that has named what else its CRM knows.
QWidget *openOwnFields(Stage &stage)
{
    using Type = CustomField::Type;
    QWidget *window = openOrders(stage);
    StoreImage image = stage.desktop.store.image();
    image.shop.fields = {{{u"paper"_qs, stage.text(u"纸张", u"Paper"), Type::Text},
                          {u"weight"_qs, stage.text(u"克重", u"Weight"), Type::Number},
                          {u"proof"_qs, stage.text(u"看样", u"Proof"), Type::Date},
                          {u"drawing"_qs, stage.text(u"图纸", u"Drawing"), Type::Link}},
                         {{u"plate"_qs, stage.text(u"印版", u"Plate"), Type::Text}}};
    image.book.setCustomFields(image.shop.fields);
    const QHash<CrmId, Order> orders = image.book.orders();
    for (Order order : orders) {
        const qint64 number = order.orderId.number();
        order.custom.edit([number](CustomValues &values) {
            values.set(u"paper"_qs, CustomValue(u"157g 双面铜版纸"_qs));
            values.set(u"weight"_qs, CustomValue(double(number % 7) * 12.5));
            values.set(u"proof"_qs, CustomValue(u"2026-12-0%1"_qs.arg(1 + number % 9)));
            values.set(u"drawing"_qs,
                       CustomValue(u"https://crm.example/orders/%1/drawings/cover?version=3"_qs.arg(
                           number)));
        });
        order.steps.first().details.edit([](StepDetails &details) {
            details.custom.edit([](CustomValues &values) {
                values.set(u"plate"_qs, CustomValue(u"P-2611-17"_qs));
            });
        });
        image.book.putOrder(order);
    }
    stage.desktop.store.restore(image);
    stage.desktop.setState(ConnectionState::Live);
    OrdersPage &page = stage.desktop.pages.orders();
    for (const int field : {0, 1, 2})
        Q_EMIT page.bar().columnToggled(customColumn(field), true);
    page.showOrder(page.model().orderIdAt(3));
    stage.desktop.settle();
    return window;
}

QWidget *openOrderMenu(Stage &stage)
{
    QWidget *window = openOrders(stage);
    const auto buttons = stage.desktop.pages.orders().bar().findChildren<FilterButton *>();
    for (FilterButton *button : buttons) {
        if (button->text() == stage.text(u"交期", u"Due"))
            button->click();
    }
    stage.desktop.settle();
    return window;
}

QWidget *openSeveralOrders(Stage &stage)
{
    QWidget *window = openOrders(stage);
    OrdersPage &page = stage.desktop.pages.orders();
    page.showOrder(page.model().orderIdAt(2));
    for (const int row : {3, 5})
        page.table().selectionModel()->select(
            page.model().index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    for (FilterButton *button : page.bar().findChildren<FilterButton *>()) {
        if (button->text() == stage.text(u"导出", u"Export"))
            button->click();
    }
    stage.desktop.settle();
    return window;
}

QWidget *openOrdersBehindABar(Stage &stage)
{
    QWidget *window = openOrders(stage);
    stage.desktop.pages.orders().showOrders(
        {1001, 1002, 1003}, stage.text(u"覆膜前压了 3 单", u"3 orders wait before 覆膜"));
    stage.desktop.settle();
    return window;
}

QWidget *findNoOrder(Stage &stage)
{
    QWidget *window = openOrders(stage);
    stage.desktop.window.header().search().setText(QStringLiteral("qqqq"));
    stage.desktop.settle();
    return window;
}

QWidget *haveNoOrder(Stage &stage)
{
    stage.desktop.window.showPage(&stage.desktop.pages.orders());
    stage.desktop.setState(ConnectionState::Live);
    return stage.openWindow();
}

QWidget *cutWithOrders(Stage &stage)
{
    QWidget *window = openOrderDetail(stage);
    stage.desktop.setState(ConnectionState::Waiting, Trouble::Cut, 3, std::chrono::seconds(5));
    stage.desktop.settle();
    return window;
}

protocol::Stations::Row stationRow(int number, const char16_t *name, const char16_t *user,
                                   QLatin1StringView kind, bool online, Moment seen,
                                   const QString &version = QStringLiteral("1.4.0"))
{
    protocol::Stations::Row row;
    row.id = QString::number(number);
    row.name = QString::fromUtf16(name);
    row.display = QString::fromUtf16(user);
    row.kind = kind;
    row.online = online;
    row.version = version;
    row.system = QStringLiteral("Debian 12");
    row.lastSeen = seen;
    if (online)
        row.onlineSince = seen - std::chrono::minutes(150 + 7 * number);
    return row;
}

QWidget *openStations(Stage &stage)
{
    using namespace protocol::station_kind;
    using namespace std::chrono_literals;
    DesktopFixture &desktop = stage.desktop;
    openLive(stage);
    desktop.greetAsManager();
    const Moment now = desktop.clock.now();
    const QString old = QStringLiteral("1.3.2");
    desktop.store.handle(
        protocol::Stations{1,
                           1,
                           {stationRow(1, u"大屏-车间东", u"", wall, false, now - 42min),
                            stationRow(2, u"模切机", u"李娜", station, true, now, old),
                            stationRow(3, u"打包台", u"陈洁", station, true, now, old),
                            stationRow(4, u"送货组", u"赵军", desk, false, now - 16h),
                            stationRow(5, u"调图室", u"周敏", desk, false, now - 72h, old),
                            stationRow(6, u"办公室-1", u"王芳", desk, true, now),
                            stationRow(7, u"办公室-2", u"陈静", desk, true, now),
                            stationRow(8, u"大屏-门厅", u"", wall, true, now),
                            stationRow(9, u"印刷机-1", u"张伟", station, true, now),
                            stationRow(10, u"覆膜机-2", u"李娜", station, true, now)}});
    desktop.settle();
    desktop.window.showPage(&desktop.pages.stations());
    desktop.settle();
    return &desktop.window;
}

/// What rings, what asks to be confirmed, and what somebody took.
QWidget *openAlarms(Stage &stage)
{
    DesktopFixture &desktop = stage.desktop;
    QWidget *window = openLive(stage);
    desktop.greetAsManager();
    desktop.ring();
    desktop.store.handle(protocol::EventMessage{
        QString(event_type::notice),
        {{QStringLiteral("message"), QStringLiteral("今天 19:00 停机检修 2 小时，请提前收尾")},
         {QStringLiteral("type"), QStringLiteral("warning")},
         {QStringLiteral("sender"), QStringLiteral("王芳")},
         {QStringLiteral("confirm"), true}},
        {quint64(desktop.clock.now().time_since_epoch().count()), 0},
        false,
        {}});
    desktop.notifier.tick();
    desktop.showUnread();
    desktop.window.openNotices();
    desktop.settle();
    return window;
}

QWidget *openMorning(Stage &stage)
{
    SampleMorning(stage.desktop.store, stage.desktop.clock).tell();
    stage.desktop.settings.setProfile({QStringLiteral("PC"), {QStringLiteral("印刷")}});
    stage.desktop.showUnread();
    return stage.openWindow();
}

QWidget *openNotices(Stage &stage)
{
    QWidget *window = openMorning(stage);
    stage.desktop.window.openNotices();
    stage.desktop.settle();
    return window;
}

QWidget *openActivity(Stage &stage)
{
    QWidget *window = openMorning(stage);
    stage.desktop.window.openActivity();
    stage.desktop.settle();
    return window;
}

QWidget *findNoNotice(Stage &stage)
{
    QWidget *window = openNotices(stage);
    stage.desktop.pages.notices().search().setText(QStringLiteral("xyz"));
    stage.desktop.settle();
    return window;
}

QWidget *haveNoNotice(Stage &stage)
{
    QWidget *window = openLive(stage);
    stage.desktop.window.openNotices();
    stage.desktop.settle();
    return window;
}

} // namespace

QList<Scene> pageScenes()
{
    return {
        {"board", openLive},
        {"board-narrowed", narrowTheBoard},
        {"view-popup", openViewPopup},
        {"order-card", openOrderCard},
        {"menu", openMenu},
        {"orders", openOrders},
        {"orders-detail", openOrderDetail},
        {"orders-own-fields", openOwnFields},
        {"orders-menu", openOrderMenu},
        {"orders-several", openSeveralOrders},
        {"orders-behind-a-bar", openOrdersBehindABar},
        {"orders-none-found", findNoOrder},
        {"orders-empty", haveNoOrder},
        {"orders-stale", cutWithOrders},
        {"notices", openNotices},
        {"activity", openActivity},
        {"notices-alarms", openAlarms},
        {"stations", openStations},
        {"notices-none-found", findNoNotice},
        {"notices-empty", haveNoNotice},
    };
}

QList<Scene> stateScenes()
{
    QList<Scene> scenes;
    for (const HonestState &state : honestStates()) {
        if (qstrcmp(state.name, "live") == 0)
            continue; // the board itself
        scenes.append({QByteArray("state-") + state.name, [enter = state.enter](Stage &stage) {
                           enter(stage.desktop);
                           return stage.openWindow();
                       }});
    }
    return scenes;
}

} // namespace pressboard::test
