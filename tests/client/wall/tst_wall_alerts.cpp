// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/bigscreen/standing_notices.h"
#include "client/translations.h"
#include "client/wall/wall_alerts.h"
#include "tests/support/manual_clock.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

Toast toast(ToastKind kind, const QString &title = u"words"_qs)
{
    Toast toast;
    toast.kind = kind;
    toast.title = title;
    return toast;
}

Toast cancelledWhileRunning(const QString &title)
{
    Toast cancelled = toast(ToastKind::OrderCancelled, title);
    cancelled.emphasis = ToastEmphasis::Alarm;
    return cancelled;
}

Notice notice(quint64 at, const QString &level, const QString &text, bool test = false)
{
    Notice notice;
    notice.id = StreamId{at, 0};
    notice.data = {{u"type"_qs, level}, {u"message"_qs, text}};
    if (test)
        notice.data.insert(u"test"_qs, true);
    return notice;
}

} // namespace

/// A day at the wall: what stands there, at which second of the story.
class TestWallAlerts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init() { m_translations.use(u"zh_CN"_qs); }
    void deserves_data();
    void deserves();
    void standsFifteenSeconds();
    void atMostOneInFiveMinutes();
    void mostPressingFirst();
    void alikeTogether();
    void onlyFourAreNamed();
    void waitsNotForever();
    void withdrawn();
    void clearedWhenStale();
    void waitingIsBounded();
    void importantNoticesStand();

private:
    QString titleAt(std::chrono::milliseconds at)
    {
        const auto shown = m_wall.shownAt(at);
        return shown ? shown->title : QString();
    }

    Translations m_translations;
    WallAlerts m_wall;
};

void TestWallAlerts::deserves_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<bool>("alarm");
    QTest::addColumn<bool>("deserves");
    const auto row = [](const char *name, ToastKind kind, bool alarm, bool deserves) {
        QTest::newRow(name) << int(kind) << alarm << deserves;
    };
    row("cancelled while running", ToastKind::OrderCancelled, true, true);
    row("cancelled, nothing runs", ToastKind::OrderCancelled, false, false);
    row("newly overdue", ToastKind::Overdue, true, true);
    row("due today", ToastKind::DueToday, false, true);
    row("warning", ToastKind::NoticeWarning, false, true);
    row("important", ToastKind::NoticeError, true, true);
    row("notice", ToastKind::NoticeInfo, false, false);
    row("done", ToastKind::NoticeSuccess, false, false);
    row("test notice", ToastKind::NoticeTest, false, false);
    row("withdrawn", ToastKind::NoticeWithdrawn, false, false);
    row("new order", ToastKind::OrderCreated, false, false);
    row("changed", ToastKind::OrderChanged, false, false);
    row("deleted", ToastKind::OrderDeleted, false, false);
    row("completed", ToastKind::OrderCompleted, false, false);
    row("step ready", ToastKind::StepReady, false, false);
    row("step started", ToastKind::StepStarted, false, false);
    row("step completed", ToastKind::StepCompleted, false, false);
    row("step skipped", ToastKind::StepSkipped, false, false);
    row("step reopened", ToastKind::StepReopened, false, false);
    row("connection lost", ToastKind::ConnectionLost, true, false);
    row("planned stop", ToastKind::PlannedStop, false, false);
    row("back", ToastKind::ConnectionBack, false, false);
    row("morning", ToastKind::MorningStart, false, false);
    row("burst", ToastKind::Burst, false, false);
    row("CRM silent", ToastKind::CrmSilent, false, false);
    row("unknown type", ToastKind::UnknownType, false, false);
}

void TestWallAlerts::deserves()
{
    QFETCH(int, kind);
    QFETCH(bool, alarm);
    Toast one = toast(ToastKind(kind));
    one.emphasis = alarm ? ToastEmphasis::Alarm : ToastEmphasis::Neutral;
    QTEST(WallAlerts::deserves(one), "deserves");
    WallAlerts wall;
    wall.offer(one, {}, 0s);
    QTEST(wall.shownAt(0s).has_value(), "deserves");
}

void TestWallAlerts::standsFifteenSeconds()
{
    m_wall = {};
    QCOMPARE(titleAt(0s), QString());
    m_wall.offer(toast(ToastKind::NoticeWarning, u"a"_qs), {}, 1s);
    QCOMPARE(titleAt(1s), u"a"_qs);
    QCOMPARE(titleAt(15'999ms), u"a"_qs);
    QCOMPARE(titleAt(16s), QString());
    QCOMPARE(titleAt(10min), QString());
}

void TestWallAlerts::atMostOneInFiveMinutes()
{
    m_wall = {};
    m_wall.offer(toast(ToastKind::NoticeWarning, u"a"_qs), {}, 0s);
    QCOMPARE(titleAt(0s), u"a"_qs);
    m_wall.offer(toast(ToastKind::NoticeError, u"b"_qs), {}, 3s);
    QCOMPARE(titleAt(4s), u"a"_qs); // one is read to its end
    QCOMPARE(titleAt(15s), QString());
    QCOMPARE(titleAt(5min - 1ms), QString());
    QCOMPARE(titleAt(5min), u"b"_qs);
    QCOMPARE(titleAt(5min + 15s), QString());
    m_wall.offer(toast(ToastKind::DueToday, u"c"_qs), {}, 20min);
    QCOMPARE(titleAt(20min), u"c"_qs); // nothing for long: at once
}

void TestWallAlerts::mostPressingFirst()
{
    m_wall = {};
    m_wall.offer(toast(ToastKind::DueToday, u"due"_qs), {}, 0s);
    m_wall.offer(toast(ToastKind::NoticeWarning, u"old warning"_qs), {}, 1s);
    m_wall.offer(toast(ToastKind::NoticeWarning, u"warning"_qs), {}, 2s);
    m_wall.offer(cancelledWhileRunning(u"cancelled"_qs), u"PO1"_qs, 3s);
    m_wall.offer(toast(ToastKind::NoticeError, u"important"_qs), {}, 4s);
    QCOMPARE(titleAt(5s), u"important"_qs);
    QCOMPARE(titleAt(5s + 5min), u"cancelled"_qs);
    QCOMPARE(titleAt(5s + 10min), QString()); // what is left came ten minutes ago
}

void TestWallAlerts::alikeTogether()
{
    m_wall = {};
    m_wall.offer(toast(ToastKind::Overdue, u"已逾期 PO1"_qs), u"PO1"_qs, 0s);
    m_wall.offer(toast(ToastKind::DueToday, u"due"_qs), {}, 0s);
    m_wall.offer(toast(ToastKind::Overdue, u"已逾期 PO2"_qs), u"PO2"_qs, 0s);
    const auto shown = m_wall.shownAt(0s);
    QVERIFY(shown);
    QCOMPARE(shown->title, u"2 单逾期"_qs);
    QCOMPARE(shown->text, u"PO1·PO2"_qs);
    QVERIFY(shown->orderId.isNull());
    QCOMPARE(titleAt(5min), u"due"_qs);

    m_wall = {};
    m_wall.offer(toast(ToastKind::NoticeWarning, u"a"_qs), {}, 0s);
    m_wall.offer(toast(ToastKind::NoticeWarning, u"b"_qs), {}, 0s);
    QCOMPARE(titleAt(0s), u"b"_qs); // notices are said one by one
    QCOMPARE(titleAt(5min), u"a"_qs);
}

void TestWallAlerts::onlyFourAreNamed()
{
    m_wall = {};
    for (int i = 1; i <= 9; ++i)
        m_wall.offer(cancelledWhileRunning(u"x"_qs), QStringLiteral("PO%1").arg(i), 0s);
    const auto shown = m_wall.shownAt(0s);
    QCOMPARE(shown->title, u"9 单已取消，请停止生产"_qs);
    QCOMPARE(shown->text, u"PO1·PO2·PO3·PO4·…"_qs);
}

void TestWallAlerts::waitsNotForever()
{
    m_wall = {};
    m_wall.offer(toast(ToastKind::DueToday, u"a"_qs), {}, 0s);
    QCOMPARE(titleAt(10min), QString()); // the wall slept
}

void TestWallAlerts::withdrawn()
{
    m_wall = {};
    Toast first = toast(ToastKind::NoticeError, u"a"_qs);
    first.noticeId = u"1-0"_qs;
    Toast second = toast(ToastKind::NoticeError, u"b"_qs);
    second.noticeId = u"2-0"_qs;
    m_wall.offer(first, {}, 0s);
    QCOMPARE(titleAt(0s), u"a"_qs);
    m_wall.offer(second, {}, 1s);
    m_wall.withdraw(u"1-0"_qs);
    QCOMPARE(titleAt(2s), QString());
    m_wall.withdraw(u"2-0"_qs);
    QCOMPARE(titleAt(5min), QString());
}

void TestWallAlerts::clearedWhenStale()
{
    m_wall = {};
    m_wall.offer(toast(ToastKind::NoticeError, u"a"_qs), {}, 0s);
    m_wall.offer(toast(ToastKind::NoticeError, u"b"_qs), {}, 0s);
    QCOMPARE(titleAt(0s), u"b"_qs);
    m_wall.clear();
    QCOMPARE(titleAt(1s), QString());
    QCOMPARE(titleAt(6min), QString());
}

void TestWallAlerts::waitingIsBounded()
{
    m_wall = {};
    for (int i = 0; i < 10 * WallAlerts::mostWaiting; ++i)
        m_wall.offer(toast(ToastKind::Overdue), QString::number(i), 0s);
    QCOMPARE(titleAt(0s), QStringLiteral("%1 单逾期").arg(WallAlerts::mostWaiting));
}

void TestWallAlerts::importantNoticesStand()
{
    const Moment now = momentOf(StreamId{1'000'000, 0});
    Notice expired = notice(5, u"error"_qs, u"expired"_qs);
    expired.data.insert(u"expires"_qs, toWire(now - 1s));
    const QList<Notice> calm{notice(1, u"info"_qs, u"a"_qs), notice(2, u"warning"_qs, u"b"_qs),
                             notice(3, u"info"_qs, u"test"_qs, true), expired};
    const QList<Notice> one = standingNotices(calm, now);
    QCOMPARE(one.size(), 1);
    QCOMPARE(one.first().message(), u"b"_qs);

    const QList<Notice> important =
        standingNotices({notice(1, u"error"_qs, u"c"_qs), notice(2, u"error"_qs, u"d"_qs),
                         notice(3, u"info"_qs, u"e"_qs)},
                        now);
    QCOMPARE(important.size(), 2);
    QCOMPARE(important.first().message(), u"d"_qs);
    QVERIFY(standingNotices({}, now).isEmpty());
}

QTEST_GUILESS_MAIN(TestWallAlerts)
#include "tst_wall_alerts.moc"
