// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/dbus_native_toasts.h"
#include "client/toasts/toast_card.h"
#include "client/toasts/toaster.h"
#include "tests/support/dbus/notification_daemon.h"
#include "tests/support/dbus/private_bus.h"
#include "tests/window/desktop_fixture.h"

#include <QApplication>
#include <QDialog>
#include <QScreen>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace pressboard::client;
using pressboard::test::DesktopFixture;
using pressboard::test::NotificationDaemon;
using pressboard::test::PrivateBus;

namespace {

Toast orderToast(qint64 orderId)
{
    Toast toast;
    toast.title = u"已逾期"_qs;
    toast.orderId = orderId;
    return toast;
}

Toast importantNotice()
{
    Toast toast;
    toast.kind = ToastKind::NoticeError;
    toast.title = u"重要 · 王芳"_qs;
    toast.noticeId = u"1-0"_qs;
    toast.sticky = true;
    return toast;
}

QList<ToastCard *> cards()
{
    QList<ToastCard *> found;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *card = qobject_cast<ToastCard *>(widget);
        if (card != nullptr && card->isVisible())
            found.append(card);
    }
    return found;
}

/// Remembers what it was to play.
class RecordingSound final : public Sound
{
public:
    using Heard = std::pair<SoundLevel, int>;
    explicit RecordingSound(QList<Heard> &heard)
        : m_heard(heard)
    {
    }
    void play(SoundLevel level, int volume) override { m_heard.append({level, volume}); }

private:
    QList<Heard> &m_heard;
};

Toast loud(ToastEmphasis emphasis)
{
    Toast toast = orderToast(17);
    toast.emphasis = emphasis;
    toast.sound = true;
    return toast;
}

} // namespace

/// Where a toast comes up: beside a window in sight our own card, else the desktop's toast.
class TestToaster : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { QVERIFY2(m_bus.start(), "dbus-daemon is missing: install dbus"); }

    void init()
    {
        m_daemon = std::make_unique<NotificationDaemon>(m_bus.connection(u"desktop"_qs));
        QVERIFY(m_daemon->start());
        m_desktop = std::make_unique<DesktopFixture>();
        auto native = std::make_unique<DBusNativeToasts>(m_bus.connection(u"program"_qs));
        const NativeToasts &toasts = *native;
        m_toaster.reset(new Toaster({m_desktop->theme, m_desktop->notifier, m_desktop->settings,
                                     m_desktop->window, std::move(native),
                                     std::make_unique<RecordingSound>(m_heard)}));
        QTRY_VERIFY(toasts.isAvailable());
    }

    void cleanup()
    {
        m_toaster.reset();
        m_desktop.reset();
        m_daemon.reset();
        m_heard.clear();
        m_bus.settle();
    }

    void aDialogKeepsItsButtons_data()
    {
        using Corner = ToastPlace::Corner;
        QTest::addColumn<Corner>("wanted");
        QTest::newRow("bottom right") << Corner::BottomRight;
        QTest::newRow("top right") << Corner::TopRight;
        QTest::newRow("bottom left") << Corner::BottomLeft;
        QTest::newRow("top left") << Corner::TopLeft;
    }

    void aDialogKeepsItsButtons()
    {
        QFETCH(ToastPlace::Corner, wanted);
        m_desktop->settings.setToastPlace({{}, wanted});
        m_desktop->show({1280, 720});
        QVERIFY(QTest::qWaitForWindowExposed(&m_desktop->window));
        m_toaster->show(importantNotice());
        QCOMPARE(cards().size(), 1);
        const QPoint usual = cards().first()->geometry().center();
        QDialog dialog(&m_desktop->window);
        dialog.setGeometry(QRect(QPoint(), QSize(500, 400)).translated(usual - QPoint(250, 200)));
        dialog.show();
        Toast another = importantNotice();
        another.noticeId = u"9-0"_qs;
        m_toaster->show(another);
        QCOMPARE(cards().size(), 2);
        const QRect screen = m_desktop->window.screen()->availableGeometry();
        const QList<ToastCard *> moved = cards();
        for (const ToastCard *card : moved) {
            QVERIFY(!card->geometry().intersects(dialog.frameGeometry()));
            QVERIFY(screen.contains(card->geometry()));
        }
        dialog.close();
        m_toaster->show(importantNotice());
        const QList<ToastCard *> back = cards();
        QVERIFY(std::any_of(back.begin(), back.end(), [&usual](const ToastCard *card) {
            return card->geometry().contains(usual);
        }));
    }

    void aWindowInSightGetsCards()
    {
        m_desktop->show({1280, 720});
        m_toaster->show(orderToast(17));
        QCOMPARE(cards().size(), 1);
        m_bus.settle();
        QVERIFY(m_daemon->shown.isEmpty());
    }

    void aHiddenWindowGetsTheDesktops()
    {
        QSignalSpy wanted(m_toaster.get(), &Toaster::boardWanted);
        QSignalSpy chosen(m_toaster.get(), &Toaster::orderChosen);
        m_toaster->show(orderToast(17));
        m_toaster->show(orderToast(18));
        QTRY_COMPARE(m_daemon->shown.size(), 2);
        QVERIFY(cards().isEmpty());
        m_daemon->click(1);
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(chosen.first().first().value<pressboard::CrmId>(), 17);
        QCOMPARE(wanted.count(), 1);
    }

    void soDoesAMinimisedOne()
    {
        m_desktop->show({1280, 720});
        m_desktop->window.showMinimized();
        m_toaster->show(orderToast(17));
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        QVERIFY(cards().isEmpty());
    }

    /// 点击查看: what a toast without an order speaks of is listed beside the pages.
    void aClickLeadsToTheList()
    {
        QSignalSpy notices(m_toaster.get(), &Toaster::noticesWanted);
        QSignalSpy activity(m_toaster.get(), &Toaster::activityWanted);
        Toast burst;
        burst.kind = ToastKind::Burst;
        burst.title = u"23 条更新"_qs;
        m_toaster->show(burst);
        m_toaster->show(importantNotice());
        QTRY_COMPARE(m_daemon->shown.size(), 2);
        m_daemon->click(1);
        QTRY_COMPARE(activity.count(), 1);
        m_daemon->click(2);
        QTRY_COMPARE(notices.count(), 1);
        m_desktop->show({1280, 720});
        m_toaster->show(burst);
        QTest::mouseClick(cards().first(), Qt::LeftButton);
        QCOMPARE(activity.count(), 2);
        QCOMPARE(notices.count(), 1);
    }

    void withdrawnIsClosed()
    {
        m_toaster->show(importantNotice());
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        Q_EMIT m_desktop->notifier.toastWithdrawn(u"1-0"_qs);
        QTRY_VERIFY(m_daemon->shown.isEmpty());
    }

    void aDaemonThatVanishesLeavesCards()
    {
        m_toaster->show(importantNotice());
        QTRY_COMPARE(m_daemon->shown.size(), 1);
        m_daemon->stop();
        QTRY_COMPARE(cards().size(), 1); // what must be seen stands again
        m_toaster->show(orderToast(17));
        QCOMPARE(cards().size(), 2);
    }

    void quietIsQuietEverywhere()
    {
        m_toaster->setQuiet(true);
        m_toaster->show(orderToast(17));
        m_bus.settle();
        QVERIFY(m_daemon->shown.isEmpty());
        QVERIFY(cards().isEmpty());
    }

    void eachLevelHasItsSound()
    {
        m_desktop->settings.setSoundVolume(40);
        m_toaster->show(loud(ToastEmphasis::Neutral));
        m_toaster->show(loud(ToastEmphasis::YourTurn));
        m_toaster->show(loud(ToastEmphasis::Attention));
        m_toaster->show(loud(ToastEmphasis::Alarm));
        m_toaster->show(orderToast(17)); // one without ♪
        const QList<RecordingSound::Heard> wanted{{SoundLevel::News, 40},
                                                  {SoundLevel::YourTurn, 40},
                                                  {SoundLevel::Attention, 40},
                                                  {SoundLevel::Alarm, 40}};
        QCOMPARE(m_heard, wanted);
    }

    void soundsAreSwitchedOff()
    {
        Settings &settings = m_desktop->settings;
        settings.setSounds(SoundLevel::YourTurn, false);
        m_toaster->show(loud(ToastEmphasis::YourTurn));
        QVERIFY(m_heard.isEmpty());
        m_toaster->show(loud(ToastEmphasis::Alarm));
        QCOMPARE(m_heard.size(), 1);
        settings.setSoundVolume(0);
        m_toaster->show(loud(ToastEmphasis::Alarm));
        settings.setSoundVolume(100);
        settings.setSoundOn(false);
        m_toaster->show(loud(ToastEmphasis::Alarm));
        QCOMPARE(m_heard.size(), 1);
        m_toaster->tryOut(SoundLevel::YourTurn); // whoever asks for it hears it
        QCOMPARE(m_heard.last(), RecordingSound::Heard(SoundLevel::YourTurn, 100));
    }

    void cardsStandWhereTheyAreWanted()
    {
        m_desktop->show({1280, 720});
        m_desktop->settings.setToastPlace({u"gone"_qs, ToastPlace::Corner::BottomLeft});
        m_toaster->show(orderToast(17));
        const QRect area = m_desktop->window.screen()->availableGeometry();
        QCOMPARE(cards().first()->geometry().bottomLeft(), area.bottomLeft() + QPoint(12, -12));
    }

private:
    QList<RecordingSound::Heard> m_heard;
    PrivateBus m_bus;
    std::unique_ptr<NotificationDaemon> m_daemon;
    std::unique_ptr<DesktopFixture> m_desktop;
    std::unique_ptr<Toaster> m_toaster;
};

QTEST_MAIN(TestToaster)
#include "tst_toaster.moc"
