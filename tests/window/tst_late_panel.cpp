// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/system_appearance.h"
#include "client/tray/dbus_desktop_panel.h"
#include "client/tray/tray_controller.h"
#include "tests/support/dbus/private_bus.h"
#include "tests/support/dbus/tray_host.h"
#include "tests/support/dbus/tray_reader.h"
#include "tests/window/desktop_fixture.h"

#include <QApplication>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using pressboard::test::DesktopFixture;
using pressboard::test::PrivateBus;
using pressboard::test::TrayHost;
using pressboard::test::TrayReader;

/// A program that starts at login is there before the desktop's panel is.
class TestLatePanel : public QObject
{
    Q_OBJECT
public:
    bool open() { return m_bus.start(); }
    QString address() const { return m_bus.address(); }

private Q_SLOTS:
    // The first: after it, Qt has looked for a tray.
    void theIconComesWithThePanel();
    void cleanup() { m_host.stop(); }

    void aPanelIsFoundAtOnce();
    void theWatcherAloneIsNoPanel();
    void waitsNoLongerThanItsPatience();
    void withoutABusNobodyIsAwaited();

private:
    PrivateBus m_bus;
    TrayHost m_host;
};

void TestLatePanel::theIconComesWithThePanel()
{
    DesktopFixture desktop;
    desktop.fillWithSample();
    const SystemAppearance appearance;
    TrayController controller(desktop.actions, desktop.store, desktop.notifier, appearance);
    TrayReader tray(m_bus.connection(u"desktop"_qs));
    desktop.setState(ConnectionState::Live);
    controller.refresh();
    m_bus.settle();
    QVERIFY(!controller.isAvailable());

    QVERIFY(m_host.start(m_bus.address()));
    QTRY_VERIFY(controller.isAvailable());
    QString item;
    QTRY_VERIFY(!(item = tray.registeredItem()).isEmpty());
    tray.setItem(item);
    QVERIFY2(tray.tooltip().contains(u"已连接"), qPrintable(tray.tooltip()));
    QVERIFY(!tray.icon(22).isNull());
}

void TestLatePanel::aPanelIsFoundAtOnce()
{
    QVERIFY(m_host.start(m_bus.address()));
    DBusDesktopPanel panel(m_bus.connection(u"desktop"_qs));
    QSignalSpy came(&panel, &DesktopPanel::came);
    QVERIFY(panel.isAwaited());
    QTRY_COMPARE(came.count(), 1);
    QVERIFY(!panel.isAwaited());
}

void TestLatePanel::theWatcherAloneIsNoPanel()
{
    QVERIFY(m_host.startWithoutPanel(m_bus.address()));
    DBusDesktopPanel panel(m_bus.connection(u"desktop"_qs));
    QSignalSpy came(&panel, &DesktopPanel::came);
    m_bus.settle();
    QCOMPARE(came.count(), 0);
    m_host.bringPanel();
    QTRY_COMPARE(came.count(), 1);
}

void TestLatePanel::waitsNoLongerThanItsPatience()
{
    DBusDesktopPanel panel(m_bus.connection(u"desktop"_qs), 1ms);
    QSignalSpy came(&panel, &DesktopPanel::came);
    QTRY_COMPARE(came.count(), 1);
    QVERIFY(m_host.start(m_bus.address()));
    m_bus.settle();
    QCOMPARE(came.count(), 1);
}

void TestLatePanel::withoutABusNobodyIsAwaited()
{
    const DBusDesktopPanel panel(QDBusConnection(u"nobody"_qs));
    QVERIFY(!panel.isAwaited());
}

int main(int argc, char **argv)
{
    TestLatePanel test;
    if (!test.open())
        qFatal("dbus-daemon is missing: install dbus");
    qputenv("DBUS_SESSION_BUS_ADDRESS", test.address().toUtf8());
    QApplication program(argc, argv);
    return QTest::qExec(&test, argc, argv);
}

#include "tst_late_panel.moc"
