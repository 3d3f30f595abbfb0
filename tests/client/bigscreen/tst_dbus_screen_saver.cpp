// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/dbus_screen_saver.h"
#include "tests/support/dbus/private_bus.h"

#include <QDBusMessage>
#include <QProcess>
#include <QTest>

using pressboard::client::DBusScreenSaver;
using pressboard::test::PrivateBus;

namespace {

/// A desktop's screen saver, as the freedesktop's interface has it.
class Saver final : public QObject
{
    Q_OBJECT
    Q_CLASSINFO("D-Bus Interface", "org.freedesktop.ScreenSaver")
public:
    QHash<uint, QString> held; ///< reasons by cookie
    uint given = 0;

public Q_SLOTS:
    Q_SCRIPTABLE uint Inhibit(const QString &program, const QString &reason)
    {
        held.insert(++given, program + QStringLiteral(": ") + reason);
        return given;
    }
    Q_SCRIPTABLE void UnInhibit(uint cookie) { held.remove(cookie); }
};

} // namespace

/// On a bus of its own: no desktop of the one who runs this is asked for anything.
class TestDBusScreenSaver : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.start(), "dbus-daemon is missing: install dbus"); }
    void init();
    void cleanup();
    void holdsAndGivesBack();
    void askedTwiceHoldsOnce();
    void releasedBeforeTheAnswer();
    void asksAnewWhenTheDesktopRestarts();
    void asksOnceWhereNobodyIsThere();
    void givesBackAtTheEnd();
    void givesBackWhatIsGrantedAfterTheEnd();

private:
    void serve();
    void stopServing();
    void sayOnTheBus(const QString &word);

    PrivateBus m_bus;
    Saver m_saver;
};

void TestDBusScreenSaver::init()
{
    m_saver.held.clear();
    serve();
}

void TestDBusScreenSaver::cleanup()
{
    stopServing();
}

void TestDBusScreenSaver::serve()
{
    QDBusConnection desktop = m_bus.connection(u"desktop"_qs);
    QVERIFY(desktop.registerObject(u"/org/freedesktop/ScreenSaver"_qs, &m_saver,
                                   QDBusConnection::ExportScriptableSlots));
    QVERIFY(desktop.registerService(u"org.freedesktop.ScreenSaver"_qs));
}

void TestDBusScreenSaver::stopServing()
{
    QDBusConnection desktop = m_bus.connection(u"desktop"_qs);
    desktop.unregisterService(u"org.freedesktop.ScreenSaver"_qs);
    desktop.unregisterObject(u"/org/freedesktop/ScreenSaver"_qs);
}

void TestDBusScreenSaver::holdsAndGivesBack()
{
    DBusScreenSaver saver(m_bus.connection(u"program"_qs));
    saver.inhibit(u"the wall"_qs);
    QTRY_COMPARE(m_saver.held.values(), QStringList{u"Pressboard: the wall"_qs});
    saver.release();
    QTRY_VERIFY(m_saver.held.isEmpty());
    saver.inhibit(u"again"_qs);
    QTRY_COMPARE(m_saver.held.size(), 1);
}

void TestDBusScreenSaver::askedTwiceHoldsOnce()
{
    const uint before = m_saver.given;
    DBusScreenSaver saver(m_bus.connection(u"program"_qs));
    saver.inhibit(u"the wall"_qs);
    saver.inhibit(u"the wall"_qs);
    QTRY_COMPARE(m_saver.held.size(), 1);
    saver.inhibit(u"the wall"_qs);
    saver.release();
    QTRY_VERIFY(m_saver.held.isEmpty());
    QCOMPARE(m_saver.given, before + 1);
}

void TestDBusScreenSaver::releasedBeforeTheAnswer()
{
    const uint before = m_saver.given;
    DBusScreenSaver saver(m_bus.connection(u"program"_qs));
    saver.inhibit(u"the wall"_qs);
    saver.release();
    QTRY_COMPARE(m_saver.given, before + 1);
    QTRY_VERIFY(m_saver.held.isEmpty());
}

void TestDBusScreenSaver::asksAnewWhenTheDesktopRestarts()
{
    DBusScreenSaver saver(m_bus.connection(u"program"_qs));
    saver.inhibit(u"the wall"_qs);
    QTRY_COMPARE(m_saver.held.size(), 1);
    stopServing();
    m_saver.held.clear(); // it forgot everything
    serve();
    QTRY_COMPARE(m_saver.held.size(), 1);
}

/// A call to nobody, for the monitor to see.
void TestDBusScreenSaver::sayOnTheBus(const QString &word)
{
    m_bus.connection(u"program"_qs)
        .asyncCall(QDBusMessage::createMethodCall(u"org.freedesktop.DBus"_qs, u"/"_qs,
                                                  u"org.freedesktop.DBus.Peer"_qs, word));
}

void TestDBusScreenSaver::asksOnceWhereNobodyIsThere()
{
    stopServing();
    QProcess monitor;
    monitor.start(u"dbus-monitor"_qs, {u"--address"_qs, m_bus.address()});
    QVERIFY2(monitor.waitForStarted(), "dbus-monitor is missing: install dbus");
    QByteArray seen;
    const auto hears = [&](const QString &word) {
        sayOnTheBus(word);
        monitor.waitForReadyRead(100);
        seen += monitor.readAllStandardOutput();
        return seen.contains("member=" + word.toLatin1());
    };
    QTRY_VERIFY(hears(u"Beginning"_qs));
    DBusScreenSaver saver(m_bus.connection(u"program"_qs));
    // As a wall does, second by second; each answer has come before it asks again.
    for (int second = 0; second < 5; ++second) {
        saver.inhibit(u"the wall"_qs);
        m_bus.settle();
    }
    QTRY_VERIFY(hears(u"End"_qs));
    QCOMPARE(seen.count("member=Inhibit"), 1);
    // Somebody may come later.
    serve();
    QTRY_COMPARE(m_saver.held.size(), 1);
    monitor.kill();
    monitor.waitForFinished();
}

void TestDBusScreenSaver::givesBackAtTheEnd()
{
    {
        DBusScreenSaver saver(m_bus.connection(u"program"_qs));
        saver.inhibit(u"the wall"_qs);
        QTRY_COMPARE(m_saver.held.size(), 1);
    }
    QTRY_VERIFY(m_saver.held.isEmpty());
}

void TestDBusScreenSaver::givesBackWhatIsGrantedAfterTheEnd()
{
    const uint before = m_saver.given;
    {
        DBusScreenSaver saver(m_bus.connection(u"program"_qs));
        saver.inhibit(u"the wall"_qs);
    }
    QTRY_COMPARE(m_saver.given, before + 1);
    QTRY_VERIFY(m_saver.held.isEmpty());
}

QTEST_GUILESS_MAIN(TestDBusScreenSaver)
#include "tst_dbus_screen_saver.moc"
