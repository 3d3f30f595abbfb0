// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/screen_savers.h"
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/board/view_popup.h"
#include "client/controls/fold_line.h"
#include "client/controls/page_tabs.h"
#include "client/controls/search_field.h"
#include "client/controls/title_button.h"
#include "client/notices/feed_list.h"
#include "client/notices/notices_panel.h"
#include "client/orders/order_popup.h"
#include "client/station/station_controller.h"
#include "client/window/header_bar.h"
#include "client/window/shortcut_sheet.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_morning.h"

#include <QAccessible>
#include <QAction>
#include <QApplication>
#include <QCheckBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

namespace {

QAccessibleInterface *interfaceOf(QObject &object)
{
    return QAccessible::queryAccessibleInterface(&object);
}

QString nameOf(QObject &object)
{
    return interfaceOf(object)->text(QAccessible::Name);
}

/// Every visible widget of the page, with what a screen reader would say of it.
QStringList namelessWidgets(QWidget &window)
{
    QStringList nameless;
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        // A view's inner parts speak as the view.
        const bool inner = widget->objectName().startsWith(u"qt_")
            || qobject_cast<QAbstractScrollArea *>(widget->parentWidget()) != nullptr;
        if (!widget->isVisible() || inner)
            continue;
        QAccessibleInterface *spoken = interfaceOf(*widget);
        const QAccessible::Role role = spoken->role();
        const bool isPlain = role == QAccessible::Client || role == QAccessible::LayeredPane;
        if (isPlain && widget->focusPolicy() == Qt::NoFocus)
            continue; // says nothing, does nothing
        if (isPlain || role == QAccessible::NoRole || spoken->text(QAccessible::Name).isEmpty())
            nameless.append(QStringLiteral("%1 %2").arg(
                QLatin1StringView(widget->metaObject()->className()), widget->objectName()));
    }
    return nameless;
}

QImage pictureOf(QWidget &widget)
{
    return widget.window()->grab().toImage();
}

} // namespace

/// The board for somebody who does not see it, and for somebody without a mouse.
class TestAccessibility : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init()
    {
        m_desktop = std::make_unique<test::DesktopFixture>();
        m_desktop->fillWithSample();
        m_desktop->setState(ConnectionState::Live);
        m_desktop->show({1280, 720});
        m_desktop->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desktop->window));
    }

    void everythingHasANameAndARole()
    {
        QCOMPARE(namelessWidgets(m_desktop->window), QStringList());
        m_desktop->window.resize(960, 540);
        m_desktop->setState(ConnectionState::Waiting, Trouble::Cut, 3, std::chrono::seconds(5));
        m_desktop->settle();
        QCOMPARE(namelessWidgets(m_desktop->window), QStringList());
    }

    void saysWhatThingsAre()
    {
        BoardPage &page = m_desktop->pages.board();
        QCOMPARE(interfaceOf(page.numbers().cell(0))->role(), QAccessible::StaticText);
        QVERIFY(nameOf(page.numbers().cell(0)).startsWith(u"紧急 20 逾期 7"));
        QCOMPARE(interfaceOf(page.panels().urgent().title())->role(), QAccessible::Heading);
        QCOMPARE(nameOf(page.panels().urgent().title()), u"紧急 20"_qs);
        QCOMPARE(interfaceOf(m_desktop->window.header())->role(), QAccessible::ToolBar);
        QCOMPARE(interfaceOf(m_desktop->window.header().search())->role(),
                 QAccessible::EditableText);
        auto *tabs = m_desktop->window.findChild<PageTabs *>();
        QCOMPARE(interfaceOf(*tabs)->role(), QAccessible::PageTabList);
        QCOMPARE(interfaceOf(*tabs)->child(0)->role(), QAccessible::PageTab);
        QCOMPARE(interfaceOf(*tabs)->child(0)->text(QAccessible::Name), u"看板"_qs);
        QCOMPARE(interfaceOf(*m_desktop->window.findChild<QWidget *>(u"state"_qs))->role(),
                 QAccessible::StaticText);
    }

    void readsRowsAloud()
    {
        QAccessibleInterface *list =
            interfaceOf(m_desktop->pages.board().panels().running().rows());
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(list->text(QAccessible::Name).startsWith(u"进行中工序"));
        QCOMPARE(list->childCount(), m_desktop->board.running().rowCount());
        const QString row = list->child(0)->text(QAccessible::Name);
        QVERIFY2(row.contains(u"PO20261110038") && row.contains(u"切纸"), qPrintable(row));
    }

    /// Tab comes by everything that can be used, back to where it began, and each shows it.
    void tabReachesEverything()
    {
        QSet<QWidget *> wanted;
        for (QWidget *widget : m_desktop->window.findChildren<QWidget *>()) {
            if (widget->isVisible() && (widget->focusPolicy() & Qt::TabFocus))
                wanted.insert(widget);
        }
        QVERIFY(wanted.size() > 10);
        QImage before = pictureOf(m_desktop->window);
        QSet<QWidget *> reached;
        for (int i = 0; i < 2 * wanted.size(); ++i) {
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
            QWidget *focus = QApplication::focusWidget();
            const QImage now = pictureOf(m_desktop->window);
            QVERIFY2(now != before, qPrintable(nameOf(*focus)));
            before = now;
            reached.insert(focus);
        }
        wanted.subtract(reached);
        for (QWidget *widget : wanted)
            QFAIL(qPrintable(u"not reached: "_qs + nameOf(*widget)));
    }

    void showsItsShortcuts()
    {
        QTest::keyClick(&m_desktop->window, Qt::Key_F1);
        auto *sheet = m_desktop->window.findChild<ShortcutSheet *>();
        QVERIFY(sheet != nullptr && sheet->isVisible());
        QCOMPARE(sheet->windowTitle(), u"键盘快捷键"_qs);
        QTest::keyClick(sheet, Qt::Key_Escape);
        QVERIFY(!sheet->isVisible());
    }

    void textGrowsAndShrinks()
    {
        QSignalSpy larger(m_desktop->actions.larger, &QAction::triggered);
        QSignalSpy smaller(m_desktop->actions.smaller, &QAction::triggered);
        QSignalSpy usual(m_desktop->actions.usualSize, &QAction::triggered);
        QTest::keyClick(&m_desktop->window, Qt::Key_Plus, Qt::ControlModifier);
        QTest::keyClick(&m_desktop->window, Qt::Key_Equal, Qt::ControlModifier);
        QTest::keyClick(&m_desktop->window, Qt::Key_Minus, Qt::ControlModifier);
        QTest::keyClick(&m_desktop->window, Qt::Key_0, Qt::ControlModifier);
        QCOMPARE(larger.count(), 2);
        QCOMPARE(smaller.count(), 1);
        QCOMPARE(usual.count(), 1);
    }

    void aListIsFilteredByKeys()
    {
        Panel &panel = m_desktop->pages.board().panels().running();
        const int all = m_desktop->board.running().rowCount();
        panel.title().filterButton().setFocus(Qt::TabFocusReason);
        QTest::keyClick(&panel.title().filterButton(), Qt::Key_Space);
        auto *popup = m_desktop->pages.board().findChild<ViewPopup *>();
        QVERIFY(popup->isVisible());
        QCOMPARE(namelessWidgets(*popup), QStringList());
        QTest::keyClick(popup->findChildren<QCheckBox *>().first(), Qt::Key_Space);
        QVERIFY(m_desktop->board.running().rowCount() < all);
        QVERIFY(panel.title().view().filter.isOn());
        QTest::keyClick(popup, Qt::Key_Escape);
        QVERIFY(!popup->isVisible());
        QVERIFY(panel.title().allButton().isVisible());
        QTest::keyClick(&panel.title().allButton(), Qt::Key_Space);
        QCOMPARE(m_desktop->board.running().rowCount(), all);
        QVERIFY(!panel.title().allButton().isVisible());
    }

    void aRowIsOpenedByKeys()
    {
        RowList &rows = m_desktop->pages.board().panels().running().rows();
        rows.setFocus(Qt::TabFocusReason);
        QTest::keyClick(&rows, Qt::Key_Down);
        const CrmId order = rows.currentOrder();
        QVERIFY(!order.isNull());
        QTest::keyClick(&rows, Qt::Key_Return);
        QVERIFY(m_desktop->window.orderPopup().isVisible());
        QCOMPARE(m_desktop->window.orderPopup().orderId(), order);
    }

    void theNoticesHaveNamesAndRoles()
    {
        openNotices();
        NoticesPanel &panel = m_desktop->pages.notices();
        QCOMPARE(namelessWidgets(m_desktop->window), QStringList());
        QCOMPARE(interfaceOf(panel)->role(), QAccessible::Pane);
        QCOMPARE(nameOf(panel), u"通知和动态"_qs);
        QAccessibleInterface *list = interfaceOf(panel.noticeList());
        QCOMPARE(list->role(), QAccessible::List);
        QCOMPARE(nameOf(panel.noticeList()), u"通知"_qs);
        QCOMPARE(list->child(0)->text(QAccessible::Name),
                 u"未读·10:31·重要·王芳·2 号印刷机漏墨，请立即停机检查"_qs);
        QVERIFY(list->child(3)->text(QAccessible::Name).endsWith(u"李娜 10:03 撤回"));
        m_desktop->window.openActivity();
        m_desktop->settle();
        QCOMPARE(namelessWidgets(m_desktop->window), QStringList());
        // Only what concerns 印刷, and everybody.
        QCOMPARE(interfaceOf(panel.activityList())->child(1)->text(QAccessible::Name),
                 u"10:25·返工：印刷 PO20261108004·已完成改回进行中"_qs);
    }

    void tabReachesTheNotices()
    {
        openNotices();
        m_desktop->window.setFocus();
        tabReachesEverything();
    }

    void theStationHasNamesAndRoles()
    {
        const QString mine = u"覆膜"_qs;
        m_desktop->settings.setProfile({u"覆膜机-2"_qs, {mine}});
        StationController station({m_desktop->theme, m_desktop->store, m_desktop->board.marks(),
                                   m_desktop->notifier, m_desktop->settings, m_desktop->clock,
                                   m_desktop->calls, std::make_unique<ScreenSavers>()});
        station.open();
        StationWindow &window = station.window();
        QCOMPARE(namelessWidgets(window), QStringList());
        QCOMPARE(interfaceOf(window)->role(), QAccessible::Window);
        auto *queue = window.findChild<QWidget *>(u"stationQueue"_qs);
        QCOMPARE(interfaceOf(*queue)->role(), QAccessible::Grouping);
        QVERIFY(nameOf(*queue).startsWith(u"排队"));
        QVERIFY(!interfaceOf(*queue)->text(QAccessible::Description).isEmpty());
        station.openScanned(m_desktop->store.book().orders().begin()->orderNo);
        QCOMPARE(namelessWidgets(window), QStringList());
        QCOMPARE(interfaceOf(window.card())->role(), QAccessible::Pane);
    }

private:
    void openNotices()
    {
        m_desktop = std::make_unique<test::DesktopFixture>();
        test::SampleMorning(m_desktop->store, m_desktop->clock).tell();
        m_desktop->settings.setProfile({u"PC"_qs, {u"印刷"_qs}});
        m_desktop->show({1920, 1080});
        m_desktop->window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_desktop->window));
        m_desktop->window.openNotices();
        m_desktop->settle();
    }

    std::unique_ptr<test::DesktopFixture> m_desktop;
};

QTEST_MAIN(TestAccessibility)
#include "tst_accessibility.moc"
