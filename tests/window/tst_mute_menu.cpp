// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/header_bar.h"
#include "client/window/mute_actions.h"
#include "tests/window/desktop_fixture.h"

#include <QAbstractButton>
#include <QAction>
#include <QApplication>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

/// Opens the menu as a click does, reads it, and puts it away.
QStringList wordsOf(QMenu &menu)
{
    menu.popup({});
    QStringList words;
    for (const QAction *action : menu.actions()) {
        if (action->isVisible() && !action->isSeparator())
            words.append(action->text());
    }
    menu.close();
    return words;
}

/// 免打扰 in the tray's menu.
QMenu &trayMenu(test::DesktopFixture &desktop)
{
    for (const QAction *action : desktop.tray.menu().actions()) {
        if (action->menu() != nullptr)
            return *action->menu();
    }
    qFatal("the tray has no menu in its menu");
}

QStringList words(const QString &closing, const QString &tomorrow)
{
    return {u"1 小时"_qs, u"到今天下班（%1）"_qs.arg(closing),
            u"到明天上班（%1）"_qs.arg(tomorrow)};
}

} // namespace

/// 免打扰 from both its places, at any hour. The sample shop works 08:00-12:00 and 13:00-20:00.
class TestMuteMenu : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void timesAreThoseOfTheMomentItOpens()
    {
        test::DesktopFixture desktop;
        const MuteActions muting(desktop.actions, desktop.notifier.doNotDisturb(), desktop.store);
        desktop.fillWithSample();
        QMenu &menu = trayMenu(desktop);
        QCOMPARE(wordsOf(menu), words(u"20:00"_qs, u"11-24 08:00"_qs));
        desktop.clock.advance(10h); // 20:34, closed
        QCOMPARE(wordsOf(menu), words(u"11-24 00:00"_qs, u"11-24 08:00"_qs));
        desktop.clock.advance(4h); // the next day
        QCOMPARE(wordsOf(menu), words(u"20:00"_qs, u"11-25 08:00"_qs));
    }

    void theHeadersMenuSaysTheSame()
    {
        test::DesktopFixture desktop;
        const MuteActions muting(desktop.actions, desktop.notifier.doNotDisturb(), desktop.store);
        desktop.fillWithSample();
        desktop.setState(ConnectionState::Live);
        desktop.show({1280, 720});
        desktop.clock.advance(14h);
        QTest::mouseClick(desktop.window.findChild<QAbstractButton *>(u"mute"_qs), Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu != nullptr);
        QCOMPARE(menu->actions().at(1)->text(), words(u"20:00"_qs, {}).at(1));
        menu->close();
    }

    void mutesAndEnds()
    {
        test::DesktopFixture desktop;
        const MuteActions muting(desktop.actions, desktop.notifier.doNotDisturb(), desktop.store);
        desktop.fillWithSample();
        QMenu &menu = trayMenu(desktop);
        desktop.actions.muteTomorrow->trigger();
        QVERIFY(desktop.notifier.doNotDisturb().isOn());
        QCOMPARE(menu.title(), u"免打扰至 11-24 08:00"_qs);
        desktop.clock.advance(14h);
        QCOMPARE(wordsOf(menu).last(), u"结束免打扰"_qs);
        QCOMPARE(menu.title(), u"免打扰至 08:00"_qs);
        desktop.actions.unmute->trigger();
        QVERIFY(!desktop.notifier.doNotDisturb().isOn());
        QCOMPARE(menu.title(), u"免打扰"_qs);
    }

    void endsByItself()
    {
        test::DesktopFixture desktop;
        const MuteActions muting(desktop.actions, desktop.notifier.doNotDisturb(), desktop.store);
        desktop.fillWithSample();
        desktop.actions.muteHour->trigger();
        QCOMPARE(muting.mutedUntil(), u"11:34"_qs);
        desktop.clock.advance(61min);
        desktop.notifier.tick();
        QVERIFY(muting.mutedUntil().isEmpty());
        QCOMPARE(trayMenu(desktop).title(), u"免打扰"_qs);
    }
};

QTEST_MAIN(TestMuteMenu)
#include "tst_mute_menu.moc"
