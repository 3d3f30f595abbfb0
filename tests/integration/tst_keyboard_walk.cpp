// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/charts_page.h"
#include "client/notices/notices_panel.h"
#include "client/orders/orders_page.h"
#include "client/preferences/settings_dialog.h"
#include "client/wall/wall_window.h"
#include "client/window/header_bar.h"
#include "client/window/shortcut_sheet.h"
#include "tests/integration/desktop.h"
#include "tests/integration/focus_walk.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QListWidget>
#include <QMenu>
#include <QTest>

using namespace pressboard::client;
using namespace pressboard::test;

/// One walk through the whole program on a real server, from the first page to the wall and home,
/// with keys alone. Wherever the keyboard stops, it can be seen, has a name, and leads on.
class KeyboardWalk : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void throughTheBoard();
    void throughTheOrders();
    void throughTheCharts();
    void throughTheNotices();
    void throughTheShortcuts();
    void throughANotice();
    void throughTheSettings();
    void toTheWallAndHome();

private:
    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {});
    void walk(QWidget &window, int fewest);
    void chooseInMenu(const QString &entry);
    template<typename T> T *onScreen() const;
    template<typename T> T *inWindow() const { return m_desktop.window().findChild<T *>(); }

    ServerProcess m_server;
    Desktop m_desktop;
};

void KeyboardWalk::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_server.waitUntilReady());
    const Outcome shop = m_server.ctl(
        {u"simulate"_qs, u"--orders"_qs, u"30"_qs, u"--count"_qs, u"1"_qs, u"--keep"_qs});
    QVERIFY2(shop.exitCode == 0, qPrintable(shop.err));
    QVERIFY(m_desktop.open(m_server));
    const Outcome notice = m_server.ctl({u"notify"_qs, u"19:00 停机检修"_qs});
    QVERIFY2(notice.exitCode == 0, qPrintable(notice.err));
    QTRY_VERIFY(m_desktop.toast(u"19:00"_qs) != nullptr);
    m_desktop.window().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&m_desktop.window()));
    // Without a window manager each toast would take the keyboard.
    chooseInMenu(u"免打扰"_qs);
    press(Qt::Key_Return); // 1 小时
    QTRY_VERIFY(m_desktop.window()
                    .header()
                    .findChild<QAbstractButton *>(u"mute"_qs)
                    ->text()
                    .contains(u"免打扰至"));
}

/// Each part begins with the keyboard at the board, where the one before gave it back. Windows
/// change hands by a window manager, which there is none of here.
void KeyboardWalk::init()
{
    QVERIFY(QApplication::activeModalWidget() == nullptr);
    QVERIFY(QTest::qWaitFor([this] {
        m_desktop.window().activateWindow();
        return m_desktop.window().isActiveWindow();
    }));
    QVERIFY(QApplication::focusWidget() != nullptr);
    QCOMPARE(QApplication::focusWidget()->window(), &m_desktop.window());
}

template<typename T> T *KeyboardWalk::onScreen() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *wanted = qobject_cast<T *>(widget);
        if (wanted != nullptr && wanted->isVisible())
            return wanted;
    }
    return nullptr;
}

void KeyboardWalk::press(Qt::Key key, Qt::KeyboardModifiers modifiers)
{
    QWidget *has = QApplication::activePopupWidget();
    if (has == nullptr)
        has = QApplication::focusWidget();
    QVERIFY(has != nullptr);
    QTest::keyClick(has, key, modifiers);
}

/// `fewest`: stops it must have.
void KeyboardWalk::walk(QWidget &window, int fewest)
{
    QTRY_VERIFY(window.isActiveWindow());
    QTRY_VERIFY(QApplication::focusWidget() != nullptr);
    FocusWalk walk(window);
    const QStringList faults = walk.faults();
    QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u"; ")));
    QVERIFY2(walk.stops().size() >= fewest, qPrintable(walk.stops().join(u'|')));
}

void KeyboardWalk::chooseInMenu(const QString &entry)
{
    press(Qt::Key_F10);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto isThere = [&] {
        return menu->activeAction() != nullptr && menu->activeAction()->text() == entry;
    };
    for (int i = 0; i < menu->actions().size() && !isThere(); ++i)
        press(Qt::Key_Down);
    QVERIFY(isThere());
    press(Qt::Key_Return);
}

void KeyboardWalk::throughTheBoard()
{
    press(Qt::Key_1, Qt::ControlModifier);
    QVERIFY(m_desktop.board().isVisible());
    walk(m_desktop.window(), 14);
}

void KeyboardWalk::throughTheOrders()
{
    press(Qt::Key_2, Qt::ControlModifier);
    QVERIFY(inWindow<OrdersPage>()->isVisible());
    walk(m_desktop.window(), 12);
}

void KeyboardWalk::throughTheCharts()
{
    press(Qt::Key_3, Qt::ControlModifier);
    QVERIFY(inWindow<ChartsPage>()->isVisible());
    walk(m_desktop.window(), 14);
    press(Qt::Key_1, Qt::ControlModifier);
}

void KeyboardWalk::throughTheNotices()
{
    auto *panel = inWindow<NoticesPanel>();
    press(Qt::Key_N, Qt::ControlModifier);
    QTRY_VERIFY(panel->isVisible());
    QCOMPARE(panel->view(), SidePanel::View::Notices);
    walk(m_desktop.window(), 16);
    press(Qt::Key_D, Qt::ControlModifier);
    QCOMPARE(panel->view(), SidePanel::View::Activity);
    walk(m_desktop.window(), 16);
    press(Qt::Key_D, Qt::ControlModifier); // into the notices, from wherever the walk ended
    press(Qt::Key_Escape);
    QTRY_VERIFY(!panel->isVisible());
}

void KeyboardWalk::throughTheShortcuts()
{
    press(Qt::Key_F1);
    QTRY_VERIFY(onScreen<ShortcutSheet>() != nullptr);
    walk(*onScreen<ShortcutSheet>(), 1);
    press(Qt::Key_Escape);
    QTRY_VERIFY(onScreen<ShortcutSheet>() == nullptr);
}

void KeyboardWalk::throughANotice()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr && m_desktop.sendDialog()->isActiveWindow());
    QTest::keyClicks(QApplication::focusWidget(), u"lunch"_qs); // with a text it can be sent
    walk(*m_desktop.sendDialog(), 7);
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(button(*m_desktop.sendDialog(), u"撤回"_qs) != nullptr);
    walk(*m_desktop.sendDialog(), 7); // with what was sent
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_desktop.sendDialog() == nullptr);
}

void KeyboardWalk::throughTheSettings()
{
    chooseInMenu(u"设置…"_qs);
    QTRY_VERIFY(onScreen<SettingsDialog>() != nullptr);
    auto *names = onScreen<SettingsDialog>()->findChild<QListWidget *>();
    QTRY_VERIFY(names->hasFocus());
    for (int page = 0; page < names->count(); ++page) {
        QCOMPARE(names->currentRow(), page);
        walk(*onScreen<SettingsDialog>(), 3);
        QVERIFY(names->hasFocus()); // the walk is round
        press(Qt::Key_Down);
    }
    press(Qt::Key_Escape);
    QTRY_VERIFY(onScreen<SettingsDialog>() == nullptr);
}

void KeyboardWalk::toTheWallAndHome()
{
    chooseInMenu(u"大屏模式"_qs);
    QTRY_VERIFY(onScreen<WallWindow>() != nullptr);
    auto *wall = onScreen<WallWindow>();
    QTRY_COMPARE(QApplication::focusWidget(), wall);
    QVERIFY(!QAccessible::queryAccessibleInterface(wall)->text(QAccessible::Name).isEmpty());
    press(Qt::Key_Tab); // leads nowhere: there is nothing else
    QCOMPARE(QApplication::focusWidget(), wall);
    press(Qt::Key_Escape); // touched, not held
    m_desktop.skip(KeyHold::needed);
    QVERIFY(wall->isVisible());
    QTest::keyPress(wall, Qt::Key_Escape);
    m_desktop.skip(KeyHold::needed);
    QTRY_VERIFY(onScreen<WallWindow>() == nullptr);
    QTRY_VERIFY(m_desktop.window().isVisible());
}

QTEST_MAIN(KeyboardWalk)
#include "tst_keyboard_walk.moc"
