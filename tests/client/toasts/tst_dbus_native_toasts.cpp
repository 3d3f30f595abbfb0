// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/dbus_native_toasts.h"
#include "tests/support/dbus/notification_daemon.h"
#include "tests/support/dbus/private_bus.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;
using pressboard::test::NotificationDaemon;
using pressboard::test::PrivateBus;

namespace {

Toast orderToast(qint64 orderId)
{
    Toast toast;
    toast.kind = ToastKind::Overdue;
    toast.emphasis = ToastEmphasis::Alarm;
    toast.title = u"已逾期 PO20231201017"_qs;
    toast.text = u"应交 12-04 · 卡在 胶包"_qs;
    toast.orderId = orderId;
    return toast;
}

Toast noticeToast(const QString &id, bool sticky = false)
{
    Toast toast;
    toast.kind = sticky ? ToastKind::NoticeError : ToastKind::NoticeInfo;
    toast.title = u"通知 · 王芳"_qs;
    toast.text = u"明天 8:00 全厂盘点"_qs;
    toast.noticeId = id;
    toast.sticky = sticky;
    return toast;
}

} // namespace

/// The desktop's own toasts, on a private bus with a daemon that the test is.
class TestDBusNativeToasts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.start(), "dbus-daemon is missing: install dbus"); }
    void saysWhatItIs();
    void aClickLeadsToItsOrder();
    void othersClicksAreNotOurs();
    void aNoticeIsReadByItsClick();
    void anImportantOneWaitsForGotIt();
    void withdrawnIsClosed();
    void withdrawnBeforeTheDaemonAnswered();
    void theNextOfItsSlotTakesItsPlace();
    void markupIsText();
    void aPlainDaemonGetsPlainText();
    void aDaemonWithoutBodiesGetsOneLine();
    void noDaemonIsNotAvailable();
    void aDaemonThatComesLaterIsFound();
    void aDaemonThatGoesDropsWhatMustBeSeen();
    void whatIsRefusedIsDropped();
    void takesEverythingBackAtTheEnd();
    void handsTheActivationOn();

private:
    PrivateBus m_bus;
};

namespace {

/// A daemon, and the program that found it.
struct Screen
{
    explicit Screen(PrivateBus &bus)
        : daemon(bus.connection(u"desktop"_qs))
        , bus(bus)
    {
    }

    bool open()
    {
        if (!daemon.start())
            return false;
        toasts = std::make_unique<DBusNativeToasts>(bus.connection(u"program"_qs));
        return QTest::qWaitFor([this] { return toasts->isAvailable(); });
    }
    /// Shows it; its id once it stands, else 0.
    uint show(const Toast &toast)
    {
        const uint before = daemon.given;
        toasts->show(toast);
        const bool stands = QTest::qWaitFor([&] { return daemon.given > before; });
        bus.settle();
        return stands ? daemon.given : 0;
    }

    NotificationDaemon daemon;
    PrivateBus &bus;
    std::unique_ptr<DBusNativeToasts> toasts;
};

} // namespace

void TestDBusNativeToasts::saysWhatItIs()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    const uint id = screen.show(orderToast(17));
    const NotificationDaemon::Shown shown = screen.daemon.shown.value(id);
    QCOMPARE(shown.summary, u"已逾期 PO20231201017"_qs);
    QCOMPARE(shown.body, u"应交 12-04 · 卡在 胶包"_qs);
    QCOMPARE(shown.milliseconds, 5000);
    QCOMPARE(shown.actions, QStringList({u"default"_qs, u"Open"_qs}));
    const QVariant urgency = shown.hints.value(u"urgency"_qs);
    QCOMPARE(urgency.typeId(), int(QMetaType::UChar)); // a byte, or daemons do not believe it
    QCOMPARE(urgency.toInt(), 2);
    QVERIFY(shown.hints.value(u"suppress-sound"_qs).toBool());
}

void TestDBusNativeToasts::aClickLeadsToItsOrder()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    QSignalSpy chosen(screen.toasts.get(), &NativeToasts::orderChosen);
    const uint first = screen.show(orderToast(17));
    const uint second = screen.show(orderToast(18));
    screen.daemon.click(first);
    QTRY_COMPARE(chosen.count(), 1);
    QCOMPARE(chosen.last().first().value<pressboard::CrmId>(), 17);
    screen.daemon.click(second);
    QTRY_COMPARE(chosen.count(), 2);
    QCOMPARE(chosen.last().first().value<pressboard::CrmId>(), 18);
    QVERIFY(screen.daemon.shown.isEmpty());
}

void TestDBusNativeToasts::othersClicksAreNotOurs()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    QSignalSpy chosen(screen.toasts.get(), &NativeToasts::orderChosen);
    const uint ours = screen.show(orderToast(17));
    screen.daemon.click(ours + 1); // of another program
    screen.daemon.dismiss(ours); // ours no more
    screen.daemon.click(ours);
    m_bus.settle();
    QCOMPARE(chosen.count(), 0);
}

void TestDBusNativeToasts::aNoticeIsReadByItsClick()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    QSignalSpy read(screen.toasts.get(), &NativeToasts::acknowledged);
    QSignalSpy wanted(screen.toasts.get(), &NativeToasts::boardWanted);
    screen.daemon.click(screen.show(noticeToast(u"1-0"_qs)));
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(read.count(), 1);
    QCOMPARE(read.first().first().toString(), u"1-0"_qs);
}

void TestDBusNativeToasts::anImportantOneWaitsForGotIt()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    QSignalSpy read(screen.toasts.get(), &NativeToasts::acknowledged);
    QSignalSpy wanted(screen.toasts.get(), &NativeToasts::boardWanted);
    const uint id = screen.show(noticeToast(u"1-0"_qs, true));
    QCOMPARE(screen.daemon.shown.value(id).milliseconds, 0);
    screen.daemon.click(id);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(read.count(), 0);
    QVERIFY(screen.daemon.shown.contains(id));
    screen.daemon.click(id, screen.daemon.shown.value(id).actions.at(2));
    QTRY_COMPARE(read.count(), 1);
    QCOMPARE(wanted.count(), 1); // got it: no window asked for
    QTRY_VERIFY(screen.daemon.shown.isEmpty());
}

void TestDBusNativeToasts::withdrawnIsClosed()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    const uint withdrawn = screen.show(noticeToast(u"1-0"_qs, true));
    const uint other = screen.show(noticeToast(u"2-0"_qs, true));
    screen.toasts->withdraw(u"1-0"_qs);
    QTRY_VERIFY(!screen.daemon.shown.contains(withdrawn));
    QVERIFY(screen.daemon.shown.contains(other));
}

void TestDBusNativeToasts::withdrawnBeforeTheDaemonAnswered()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    screen.toasts->show(noticeToast(u"1-0"_qs, true));
    screen.toasts->withdraw(u"1-0"_qs);
    QTRY_COMPARE(screen.daemon.given, 1u);
    QTRY_VERIFY(screen.daemon.shown.isEmpty());
}

void TestDBusNativeToasts::theNextOfItsSlotTakesItsPlace()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    Toast lost;
    lost.kind = ToastKind::ConnectionLost;
    lost.title = u"连接已断开"_qs;
    const uint id = screen.show(lost);
    Toast back;
    back.kind = ToastKind::ConnectionBack;
    back.title = u"已恢复连接"_qs;
    screen.toasts->show(back);
    QTRY_COMPARE(screen.daemon.shown.value(id).summary, u"已恢复连接"_qs);
    QCOMPARE(screen.daemon.shown.size(), 1);
}

void TestDBusNativeToasts::markupIsText()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    Toast toast = noticeToast(u"1-0"_qs);
    toast.title = u"A & B <b>"_qs;
    toast.text = u"3 < 5 & <a href=\"x\">点我</a>"_qs;
    const uint id = screen.show(toast);
    QCOMPARE(screen.daemon.shown.value(id).body,
             u"3 &lt; 5 &amp; &lt;a href=&quot;x&quot;&gt;点我&lt;/a&gt;"_qs);
    QCOMPARE(screen.daemon.shown.value(id).summary, u"A & B <b>"_qs); // never markup
}

void TestDBusNativeToasts::aPlainDaemonGetsPlainText()
{
    Screen screen(m_bus);
    screen.daemon.capabilities = QStringList{u"body"_qs};
    QVERIFY(screen.open());
    Toast toast = noticeToast(u"1-0"_qs, true);
    toast.text = u"3 < 5"_qs;
    const uint id = screen.show(toast);
    QCOMPARE(screen.daemon.shown.value(id).body, u"3 < 5"_qs);
    QVERIFY(screen.daemon.shown.value(id).actions.isEmpty());
}

void TestDBusNativeToasts::aDaemonWithoutBodiesGetsOneLine()
{
    Screen screen(m_bus);
    screen.daemon.capabilities.clear();
    QVERIFY(screen.open());
    const uint id = screen.show(noticeToast(u"1-0"_qs));
    QVERIFY(screen.daemon.shown.value(id).summary.contains(u"明天 8:00 全厂盘点"_qs));
    QVERIFY(screen.daemon.shown.value(id).body.isEmpty());
}

void TestDBusNativeToasts::noDaemonIsNotAvailable()
{
    Screen screen(m_bus);
    screen.toasts = std::make_unique<DBusNativeToasts>(m_bus.connection(u"program"_qs));
    m_bus.settle();
    QVERIFY(!screen.toasts->isAvailable());
    QSignalSpy dropped(screen.toasts.get(), &NativeToasts::dropped);
    screen.toasts->show(orderToast(17));
    QTRY_COMPARE(dropped.count(), 1);
}

void TestDBusNativeToasts::aDaemonThatComesLaterIsFound()
{
    Screen screen(m_bus);
    screen.toasts = std::make_unique<DBusNativeToasts>(m_bus.connection(u"program"_qs));
    m_bus.settle();
    QVERIFY(screen.daemon.start());
    QTRY_VERIFY(screen.toasts->isAvailable());
}

void TestDBusNativeToasts::aDaemonThatGoesDropsWhatMustBeSeen()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    QSignalSpy dropped(screen.toasts.get(), &NativeToasts::dropped);
    screen.show(orderToast(17));
    screen.show(noticeToast(u"1-0"_qs, true));
    screen.daemon.stop();
    QTRY_VERIFY(!screen.toasts->isAvailable());
    QCOMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().value<Toast>().noticeId, u"1-0"_qs);
    QVERIFY(screen.daemon.start());
    QTRY_VERIFY(screen.toasts->isAvailable()); // and is used again
    QVERIFY(screen.show(orderToast(18)) != 0);
}

void TestDBusNativeToasts::whatIsRefusedIsDropped()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    screen.daemon.refuses = true;
    QSignalSpy dropped(screen.toasts.get(), &NativeToasts::dropped);
    screen.toasts->show(orderToast(17));
    QTRY_COMPARE(dropped.count(), 1);
    QCOMPARE(dropped.first().first().value<Toast>().orderId, 17);
}

void TestDBusNativeToasts::takesEverythingBackAtTheEnd()
{
    Screen screen(m_bus);
    QVERIFY(screen.open());
    screen.show(orderToast(17));
    screen.show(noticeToast(u"1-0"_qs, true));
    screen.toasts.reset();
    QTRY_VERIFY(screen.daemon.shown.isEmpty());
}

void TestDBusNativeToasts::handsTheActivationOn()
{
    qunsetenv("XDG_ACTIVATION_TOKEN");
    Screen screen(m_bus);
    QVERIFY(screen.open());
    const uint id = screen.show(orderToast(17));
    screen.daemon.click(id);
    QTRY_COMPARE(qgetenv("XDG_ACTIVATION_TOKEN"), "token-" + QByteArray::number(id));
    qunsetenv("XDG_ACTIVATION_TOKEN");
}

QTEST_GUILESS_MAIN(TestDBusNativeToasts)
#include "tst_dbus_native_toasts.moc"
