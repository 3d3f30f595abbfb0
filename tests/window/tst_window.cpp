// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/fold_line.h"
#include "client/controls/more_line.h"
#include "client/controls/search_field.h"
#include "client/models/format.h"
#include "client/orders/order_popup.h"
#include "client/screenshot/board_report.h"
#include "client/window/banner.h"
#include "client/window/header_bar.h"
#include "tests/window/desktop_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QDialog>
#include <QLabel>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

QString words(const QWidget &window, const char *name)
{
    const auto *item = window.findChild<QAbstractButton *>(QLatin1StringView(name));
    return item == nullptr ? QString() : item->text();
}

QAction *inMenu(const QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text() == text)
            return action;
        if (action->menu() != nullptr) {
            if (QAction *inner = inMenu(*action->menu(), text))
                return inner;
        }
    }
    return nullptr;
}

} // namespace

/// The real window on a store that is fed by hand: what it says, and what typing and menus do.
class TestWindow : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void showsTheServersNumbers()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        const QStringList labels{u"紧急"_qs,   u"进行中工序"_qs, u"待开始工序"_qs, u"处理中"_qs,
                                 u"待处理"_qs, u"已完成"_qs,     u"订单总数"_qs};
        for (int i = 0; i < labels.size(); ++i) {
            const NumberCell &cell = desktop.pages.board().numbers().cell(i);
            QCOMPARE(cell.label(), labels.at(i));
            QCOMPARE(cell.number(), desktop.board.numbers().at(BoardNumbers::Number(i)).value);
        }
        QCOMPARE(desktop.pages.board().numbers().cell(6).aside(), u"今天 +6"_qs);
        QCOMPARE(desktop.pages.board().numbers().cell(0).badges().first().shape,
                 Badge::Shape::Filled);
    }

    void saysWhenItIsConnected()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        QCOMPARE(words(desktop.window, "state"), u"已连接"_qs);
        QCOMPARE(words(desktop.window, "lastChange"), u"最近变化 10:32"_qs);
        QCOMPARE(words(desktop.window, "station"), u"办公室-2"_qs);
        QCOMPARE(desktop.window.header().clockText(), u"10:34"_qs);
        // Nobody has told who may send notices.
        QVERIFY(!desktop.window.findChild<QWidget *>(u"sendNotice"_qs)->isVisible());
        QVERIFY(!desktop.window.header().banner().isVisible());
        QVERIFY(!desktop.theme.isStale());
    }

    /// CRM 有 3 条消息读不懂, and leads to which; until somebody here said 知道了, or more came.
    void saysWhatTheServerCouldNotRead()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        protocol::Unread unread{
            3, {{u"order_notification"_qs, u"quantity"_qs, u"left_out"_qs, 3, u"<b>2.50"_qs}}};
        desktop.store.handle(unread);
        desktop.settle();
        QCOMPARE(words(desktop.window, "state"), u"CRM 有 3 条消息读不懂"_qs);
        QVERIFY(desktop.actions.unreadMessages->isVisible());

        QObject::connect(&desktop.window, &MainWindow::unreadAcknowledged, &desktop.store,
                         &Store::acknowledgeUnread);
        desktop.window.findChild<QAbstractButton *>(u"state"_qs)->click();
        auto *sheet = desktop.window.findChild<QDialog *>(u"unread"_qs);
        QVERIFY(sheet != nullptr && sheet->isVisible());
        QStringList lines;
        for (const QLabel *label : sheet->findChildren<QLabel *>())
            lines.append(label->text());
        QVERIFY(lines.contains(u"order_notification·quantity·已略去·3×"_qs));
        QVERIFY(lines.contains(u"<b>2.50"_qs));
        sheet->accept();
        desktop.settle();
        QCOMPARE(words(desktop.window, "state"), u"已连接"_qs);
        QVERIFY(desktop.actions.unreadMessages->isVisible()); // to be looked at again

        unread.messages = 4;
        desktop.store.handle(unread);
        desktop.settle();
        QCOMPARE(words(desktop.window, "state"), u"CRM 有 1 条消息读不懂"_qs);
        unread.messages = 2; // the server began anew
        desktop.store.handle(unread);
        desktop.settle();
        QCOMPARE(words(desktop.window, "state"), u"CRM 有 2 条消息读不懂"_qs);
    }

    void whatCameWhileItWasReadIsNews()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        desktop.store.handle(protocol::Unread{3, {}});
        desktop.settle();
        QObject::connect(&desktop.window, &MainWindow::unreadAcknowledged, &desktop.store,
                         &Store::acknowledgeUnread);
        desktop.window.findChild<QAbstractButton *>(u"state"_qs)->click();
        desktop.store.handle(protocol::Unread{5, {}});
        desktop.window.findChild<QDialog *>(u"unread"_qs)->accept();
        desktop.settle();
        QCOMPARE(words(desktop.window, "state"), u"CRM 有 2 条消息读不懂"_qs);
    }

    void saysThatItIsStale()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Waiting, Trouble::Cut, 3, 5s);
        desktop.show({1280, 720});
        const Banner &banner = desktop.window.header().banner();
        QVERIFY(banner.isVisible());
        QVERIFY(banner.words().alarm);
        QCOMPARE(banner.words().title, u"已断开"_qs);
        QCOMPARE(banner.words().asOf, u"数据截至 10:32"_qs);
        QCOMPARE(banner.words().progress, u"重连中（第3次，5秒后）"_qs);
        QVERIFY(desktop.theme.isStale());

        desktop.clock.advance(2s);
        desktop.settle();
        QCOMPARE(banner.words().progress, u"重连中（第3次，3秒后）"_qs);

        desktop.setState(ConnectionState::Live);
        desktop.settle();
        QVERIFY(!banner.isVisible());
        QVERIFY(!desktop.theme.isStale());
    }

    void saysWhatToDoWhenItIsRefused()
    {
        test::DesktopFixture desktop;
        desktop.setState(ConnectionState::Waiting, Trouble::Unauthorized, 1, 60s);
        desktop.show({1280, 720});
        const BannerWords &words = desktop.window.header().banner().words();
        QCOMPARE(words.progress, u"授权码无效，请找管理员；每分钟自动重试"_qs);
        QCOMPARE(words.act, BannerWords::Act::Settings);
        QVERIFY(words.asOf.isEmpty()); // there never was any data
    }

    void reconnectsFromTheBanner()
    {
        test::DesktopFixture desktop;
        desktop.setState(ConnectionState::Waiting, Trouble::Cut, 1, 3s);
        desktop.show({1280, 720});
        QSignalSpy reconnect(desktop.actions.reconnect, &QAction::triggered);
        auto *button = desktop.window.header().banner().findChild<QAbstractButton *>();
        QCOMPARE(button->text(), u"立即重连"_qs);
        button->click();
        QCOMPARE(reconnect.count(), 1);
    }

    void saysThatItWaitsForTheCrm()
    {
        test::DesktopFixture desktop;
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        QCOMPARE(desktop.pages.board().panels().running().rows().emptyText(),
                 u"暂无订单，等待 CRM 数据"_qs);
        QCOMPARE(desktop.pages.board().numbers().cell(0).number(), u"–"_qs);
    }

    void typingAnywhereSearches()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        RowList &list = desktop.pages.board().panels().running().rows();
        const int before = list.model()->rowCount();
        QTest::keyClicks(&list, u"PO20261110022"_qs);
        SearchField &search = desktop.window.header().search();
        // Only the first letter went to the list: it moved the focus, the scanner's rest follows.
        search.setText(u"PO20261110022"_qs);
        desktop.settle();
        QCOMPARE(list.model()->rowCount(), 1);
        QTest::keyClick(&search, Qt::Key_Return);
        QVERIFY(desktop.window.orderPopup().isVisible());
        QCOMPARE(desktop.window.orderPopup().orderId(), 1022);
        desktop.window.orderPopup().close();
        QTest::keyClick(&search, Qt::Key_Escape);
        desktop.settle();
        QCOMPARE(list.model()->rowCount(), before);
    }

    void firstLetterReachesTheSearch()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.show({1280, 720});
        QTest::keyClick(&desktop.pages.board().panels().urgent().rows(), Qt::Key_X);
        QCOMPARE(desktop.window.header().search().text(), u"x"_qs);
        desktop.window.header().search().clear();
        QTest::keyClick(&desktop.window, Qt::Key_7);
        QCOMPARE(desktop.window.header().search().text(), u"7"_qs);
    }

    void foldsWhatIsRare()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.show({1280, 720});
        Panel &ready = desktop.pages.board().panels().ready();
        QCOMPARE(ready.foldLine()->text(), format::waitingLine(desktop.board.waiting().rowCount()));
        QVERIFY(!ready.foldedRows()->isVisible());
        ready.foldLine()->click();
        QVERIFY(ready.foldedRows()->isVisible());
        ready.foldLine()->click();
        QVERIFY(!ready.foldedRows()->isVisible());
    }

    void saysHowManyRowsFollow_data() { rowsAreNeverCut_data(); }

    void saysHowManyRowsFollow()
    {
        QFETCH(QSize, size);
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.show(size);
        int told = 0;
        for (Panel *panel : desktop.pages.board().panels().panels()) {
            if (!panel->isVisible())
                continue;
            const int inSight = panel->rows().height() / panel->rows().pitch();
            const int rows = panel->rows().model()->rowCount();
            MoreLine &more = panel->moreLine();
            QCOMPARE(more.isVisible(), rows > inSight);
            if (!more.isVisible())
                continue;
            ++told;
            QCOMPARE(more.text(), u"还有 %1 行 ↓"_qs.arg(rows - inSight));
            QVERIFY(panel->rect().contains(more.geometry()));
            QVERIFY(more.width() >= more.sizeHint().width());
            QVERIFY(more.height() >= desktop.theme.px(20));
            QVERIFY(!more.geometry().intersects(panel->rows().geometry()));
            for (int turned = 0; more.isVisible() && turned < rows; ++turned)
                QTest::mouseClick(&more, Qt::LeftButton);
            QVERIFY(!more.isVisible());
            const QModelIndex last = panel->rows().model()->index(rows - 1, 0);
            QVERIFY(panel->rows().viewport()->rect().contains(panel->rows().visualRect(last)));
        }
        if (size == QSize(1280, 720))
            QVERIFY(told > 0);
    }

    void aCancelledOrderThatRunsIsRedUntilAcknowledged()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        RowList &list = desktop.pages.board().panels().running().rows();
        const CrmId order = desktop.board.running().row(3).orderId;
        desktop.store.handle(protocol::EventMessage{
            QString(event_type::order),
            {{u"order_id"_qs, order.toJson()}, {u"status"_qs, 4}},
            StreamId{quint64(desktop.clock.now().time_since_epoch().count()), 1},
            false});
        desktop.settle();
        const QRect first = list.visualRect(list.model()->index(0, 0));
        const auto isRed = [&] {
            const QImage row = list.viewport()->grab(first).toImage();
            const QColor middle =
                row.pixelColor(int(20 * row.devicePixelRatio()),
                               row.height() / 2 - int(8 * row.devicePixelRatio()));
            return middle == desktop.theme.tokens().red;
        };
        QCOMPARE(desktop.board.running().row(0).orderId, order);
        QVERIFY(isRed());
        desktop.orderActions.open(order);
        auto *gotIt = desktop.window.orderPopup().findChild<QPushButton *>(u"gotIt"_qs);
        QVERIFY(gotIt->isVisible());
        QCOMPARE(gotIt->text(), u"知道了"_qs);
        gotIt->click();
        QVERIFY(!gotIt->isVisible());
        QVERIFY(!desktop.board.marks().isMarked(order));
        QVERIFY(desktop.board.running().row(0).orderId != order);
    }

    void rowsAreNeverCut_data()
    {
        QTest::addColumn<QSize>("size");
        for (const QSize size :
             {QSize(960, 540), QSize(1024, 768), QSize(1093, 614), QSize(1280, 648),
              QSize(1280, 720), QSize(1920, 1080), QSize(3840, 2160)})
            QTest::addRow("%dx%d", size.width(), size.height()) << size;
    }

    void rowsAreNeverCut()
    {
        QFETCH(QSize, size);
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.show(size);
        for (const RowList *list : desktop.pages.board().panels().lists()) {
            if (!list->isVisible())
                continue;
            QVERIFY(list->pitch() >= desktop.theme.px(36));
            QCOMPARE(list->height() % list->pitch(), 0);
            QVERIFY(list->parentWidget()->rect().contains(list->geometry()));
        }
    }

    void nothingThatMattersIsCut_data() { rowsAreNeverCut_data(); }

    void nothingThatMattersIsCut()
    {
        QFETCH(QSize, size);
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            desktop.fillWithSample();
            desktop.setState(ConnectionState::Waiting, Trouble::Cut, 12, 10s);
            desktop.show(size);
            const Banner &banner = desktop.window.header().banner();
            QVERIFY2(banner.width() >= banner.wantedWidth(), qPrintable(language));
            for (int i = 0; i < BoardNumbers::count; ++i)
                QVERIFY2(desktop.pages.board().numbers().cell(i).labelFits(), qPrintable(language));
        }
    }

    void theTrayHasEverything()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        QVERIFY(inMenu(desktop.tray.menu(), format::dotted({u"已连接"_qs, u"最近变化 10:32"_qs}))
                != nullptr);
        for (const QString &text : {u"打开看板"_qs, u"1 小时"_qs, u"关闭声音"_qs,
                                    u"发送测试通知"_qs, u"立即重连"_qs, u"设置…"_qs, u"退出"_qs}) {
            QAction *action = inMenu(desktop.tray.menu(), text);
            QVERIFY2(action != nullptr, qPrintable(text));
            QSignalSpy triggered(action, &QAction::triggered);
            action->trigger();
            QCOMPARE(triggered.count(), 1);
        }
        desktop.actions.setUnread(3);
        QVERIFY(inMenu(desktop.tray.menu(), u"通知（3）"_qs) != nullptr);
    }

    void withoutATrayTheWindowHasEverything()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.show({1280, 720});
        QTest::keyClick(&desktop.window, Qt::Key_F10);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        for (const QAction *action : desktop.tray.menu().actions()) {
            const bool isOfUse = action != desktop.actions.open; // the window is open
            if (!action->isSeparator() && isOfUse)
                QVERIFY2(inMenu(*menu, action->text()), qPrintable(action->text()));
        }
        QVERIFY(inMenu(*menu, desktop.actions.open->text()) == nullptr);
        menu->close();
    }

    void theTrayShowsTheState()
    {
        test::DesktopFixture desktop;
        desktop.setState(ConnectionState::Waiting, Trouble::Cut, 1, 3s);
        QCOMPARE(trayStateOf(desktop.store, {}), TrayState::Reconnecting);
        desktop.setState(ConnectionState::Waiting, Trouble::Cut, 9, 3s);
        QCOMPARE(trayStateOf(desktop.store, {true, true, true}), TrayState::Disconnected);
        desktop.setState(ConnectionState::Live);
        QCOMPARE(trayStateOf(desktop.store, {}), TrayState::Connected);
        QCOMPARE(trayStateOf(desktop.store, {true, false, false}), TrayState::Unread);
        QCOMPARE(trayStateOf(desktop.store, {true, false, true}), TrayState::Muted);
        QCOMPARE(trayStateOf(desktop.store, {true, true, true}), TrayState::Important);
        QCOMPARE(trayIcon(TrayState::Muted, false).availableSizes().size(), 3);
    }

    void changesItsLanguageWhileItRuns()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        QCOMPARE(desktop.pages.board().panels().ready().title().title(), u"可开工"_qs);
        desktop.translations.use(u"en"_qs);
        desktop.settle();
        QCOMPARE(desktop.pages.board().panels().ready().title().title(), u"Ready to start"_qs);
        QCOMPARE(words(desktop.window, "state"), u"Connected"_qs);
        QCOMPARE(desktop.pages.board().numbers().cell(6).label(), u"All orders"_qs);
        QVERIFY(inMenu(desktop.tray.menu(), u"Quit"_qs) != nullptr);
    }

    void reportsWhatItShows()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        const QJsonObject report = boardReport(
            desktop.store, desktop.board, desktop.pages.board().numbers(), desktop.window.header());
        QCOMPARE(report.value(u"state").toString(), u"Live"_qs);
        QCOMPARE(report.value(u"position").toString(), u"1795401120000-0"_qs);
        QCOMPARE(report.value(u"connection").toString(), u"已连接"_qs);
        QCOMPARE(report.value(u"numbers").toObject().value(u"total_orders").toString(), u"64"_qs);
        QCOMPARE(report.value(u"lists").toObject().value(u"urgent").toInt(),
                 desktop.board.urgent().rowCount());
    }

    void everythingHasAName()
    {
        test::DesktopFixture desktop;
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        for (const QAbstractButton *button : desktop.window.findChildren<QAbstractButton *>()) {
            if (button->isVisible())
                QVERIFY2(!button->accessibleName().isEmpty() || !button->text().isEmpty(),
                         qPrintable(button->objectName()));
        }
        for (const RowList *list : desktop.pages.board().panels().lists())
            QVERIFY(!list->accessibleName().isEmpty());
    }
};

QTEST_MAIN(TestWindow)
#include "tst_window.moc"
