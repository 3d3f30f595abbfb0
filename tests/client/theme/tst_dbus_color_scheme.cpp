// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/dbus_color_scheme.h"
#include "tests/support/dbus/private_bus.h"

#include <QDBusMessage>
#include <QSignalSpy>
#include <QTest>

using pressboard::client::DBusColorScheme;
using pressboard::test::PrivateBus;

namespace {

/// A desktop's portal, as far as light and dark go.
class Portal final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.portal.Settings")
public:
    uint scheme = 0;

public Q_SLOTS:
    Q_SCRIPTABLE QDBusVariant Read(const QString &, const QString &)
    {
        // The portal's own double wrapping.
        return QDBusVariant(QVariant::fromValue(QDBusVariant(scheme)));
    }
};

} // namespace

/// Somebody switches the desktop to dark at dusk, and the board follows while it runs.
class TestDBusColorScheme : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.start(), "dbus-daemon is missing: install dbus"); }
    void init();
    void cleanup();
    void readsItAtTheStart();
    void followsWhileItRuns();
    void saysNothingWhereNobodySays();

private:
    QDBusConnection desktop() { return m_bus.connection(u"desktop"_qs); }
    void say(const QString &key, uint value);

    PrivateBus m_bus;
    Portal m_portal;
};

void TestDBusColorScheme::init()
{
    m_portal.scheme = 1;
    QVERIFY(desktop().registerObject(u"/org/freedesktop/portal/desktop"_qs, &m_portal,
                                     QDBusConnection::ExportScriptableSlots));
    QVERIFY(desktop().registerService(u"org.freedesktop.portal.Desktop"_qs));
}

void TestDBusColorScheme::cleanup()
{
    desktop().unregisterService(u"org.freedesktop.portal.Desktop"_qs);
    desktop().unregisterObject(u"/org/freedesktop/portal/desktop"_qs);
}

void TestDBusColorScheme::say(const QString &key, uint value)
{
    QDBusMessage signal =
        QDBusMessage::createSignal(u"/org/freedesktop/portal/desktop"_qs,
                                   u"org.freedesktop.portal.Settings"_qs, u"SettingChanged"_qs);
    signal.setArguments(
        {u"org.freedesktop.appearance"_qs, key, QVariant::fromValue(QDBusVariant(value))});
    QVERIFY(desktop().send(signal));
}

void TestDBusColorScheme::readsItAtTheStart()
{
    const DBusColorScheme scheme(m_bus.connection(u"program"_qs));
    QTRY_COMPARE(scheme.isDark(), std::optional(true));
}

void TestDBusColorScheme::followsWhileItRuns()
{
    const DBusColorScheme scheme(m_bus.connection(u"program"_qs));
    QTRY_COMPARE(scheme.isDark(), std::optional(true));
    QSignalSpy changed(&scheme, &DBusColorScheme::changed);
    say(u"accent-color"_qs, 7);
    say(u"color-scheme"_qs, 2);
    QTRY_COMPARE(scheme.isDark(), std::optional(false));
    say(u"color-scheme"_qs, 0);
    QTRY_VERIFY(!scheme.isDark());
    QCOMPARE(changed.size(), 2);
}

void TestDBusColorScheme::saysNothingWhereNobodySays()
{
    cleanup();
    const DBusColorScheme scheme(m_bus.connection(u"program"_qs));
    m_bus.settle();
    QVERIFY(!scheme.isDark());
    init();
}

QTEST_GUILESS_MAIN(TestDBusColorScheme)
#include "tst_dbus_color_scheme.moc"
