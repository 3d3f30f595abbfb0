// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_calls.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

namespace {

Toast turn(qint64 orderId)
{
    Toast toast;
    toast.kind = ToastKind::StepReady;
    toast.emphasis = ToastEmphasis::YourTurn;
    toast.orderId = CrmId(orderId);
    toast.orderNo = QStringLiteral("PO%1").arg(orderId);
    return toast;
}

Toast notice(const QString &id, ToastKind kind, ToastEmphasis emphasis)
{
    Toast toast;
    toast.kind = kind;
    toast.emphasis = emphasis;
    toast.noticeId = id;
    return toast;
}

Toast alarm(const QString &id)
{
    return notice(id, ToastKind::NoticeError, ToastEmphasis::Alarm);
}

} // namespace

class TestStationCalls : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsCalled();
    void oneTouchEndsAllTurns();
    void eachAlarmWantsItsOwnTouch();
    void anAlarmGoesFirst();
    void soundsThreeTimes();
    void whatWaitedBeginsAnew();
    void goesWithItsNoticeAndItsOrder();
};

void TestStationCalls::whatIsCalled()
{
    QVERIFY(StationCalls::isCall(turn(1)));
    QVERIFY(StationCalls::isCall(alarm(u"1-0"_qs)));
    QVERIFY(StationCalls::isCall(
        notice(u"1-0"_qs, ToastKind::NoticeWarning, ToastEmphasis::Attention)));
    QVERIFY(StationCalls::isCall(notice({}, ToastKind::OrderCancelled, ToastEmphasis::Alarm)));
    QVERIFY(
        !StationCalls::isCall(notice(u"1-0"_qs, ToastKind::NoticeInfo, ToastEmphasis::Neutral)));
    QVERIFY(!StationCalls::isCall(notice({}, ToastKind::StepCompleted, ToastEmphasis::Neutral)));
    QVERIFY(!StationCalls::isCall(notice({}, ToastKind::ConnectionLost, ToastEmphasis::Alarm)));
    QVERIFY(!StationCalls::isCall(notice({}, ToastKind::Overdue, ToastEmphasis::Alarm)));
    StationCalls calls;
    calls.add(notice({}, ToastKind::StepCompleted, ToastEmphasis::Neutral), 0s);
    QVERIFY(!calls.current());
    QVERIFY(calls.answer().isEmpty());
}

void TestStationCalls::oneTouchEndsAllTurns()
{
    StationCalls calls;
    for (int order = 1; order <= 5; ++order)
        calls.add(turn(order), 0s);
    QVERIFY(calls.current()->orderId == CrmId(1));
    QCOMPARE(calls.alsoTurns().size(), 4);
    QCOMPARE(calls.waiting(), 0);
    QCOMPARE(calls.answer().size(), 5);
    QVERIFY(!calls.current());
}

void TestStationCalls::eachAlarmWantsItsOwnTouch()
{
    StationCalls calls;
    calls.add(alarm(u"1-0"_qs), 0s);
    calls.add(alarm(u"2-0"_qs), 0s);
    QCOMPARE(calls.current()->noticeId, u"1-0"_qs);
    QCOMPARE(calls.waiting(), 1);
    QCOMPARE(calls.answer().size(), 1);
    QCOMPARE(calls.current()->noticeId, u"2-0"_qs);
    QCOMPARE(calls.answer().first().noticeId, u"2-0"_qs);
    QVERIFY(!calls.current());
}

void TestStationCalls::anAlarmGoesFirst()
{
    StationCalls calls;
    calls.add(turn(1), 0s);
    calls.add(alarm(u"2-0"_qs), 1s);
    QCOMPARE(calls.current()->noticeId, u"2-0"_qs);
    QCOMPARE(calls.waiting(), 1);
    QVERIFY(calls.alsoTurns().isEmpty());
    calls.answer();
    QVERIFY(calls.current()->orderId == CrmId(1)); // it was not forgotten
}

/// At once, after one minute and after two.
void TestStationCalls::soundsThreeTimes()
{
    StationCalls calls;
    calls.add(turn(1), 10s);
    QList<int> heard;
    for (int second = 10; second < 600; ++second) {
        if (calls.takeSound(std::chrono::seconds(second)))
            heard.append(second - 10);
    }
    QCOMPARE(heard, (QList<int>{0, 60, 120}));
    QVERIFY(calls.current()); // silent, but it stands
}

void TestStationCalls::whatWaitedBeginsAnew()
{
    StationCalls calls;
    calls.add(turn(1), 0s);
    QVERIFY(calls.takeSound(0s));
    calls.add(alarm(u"2-0"_qs), 1s);
    QVERIFY(calls.takeSound(1s));
    QVERIFY(!calls.takeSound(59s));
    calls.answer();
    QVERIFY(!calls.takeSound(59s)); // the turn was heard once already
    QVERIFY(calls.takeSound(60s));
}

void TestStationCalls::goesWithItsNoticeAndItsOrder()
{
    StationCalls calls;
    calls.add(alarm(u"1-0"_qs), 0s);
    calls.add(turn(7), 0s);
    calls.withdraw(QString());
    QVERIFY(calls.current() && calls.current()->noticeId == u"1-0"_qs);
    calls.withdraw(u"1-0"_qs);
    QVERIFY(calls.current()->orderId == CrmId(7));
    calls.keep([](const Toast &toast) { return toast.orderId == CrmId(7); });
    QVERIFY(calls.current());
    calls.keep([](const Toast &) { return false; });
    QVERIFY(!calls.current());
    QVERIFY(!calls.takeSound(0s));
}

QTEST_GUILESS_MAIN(TestStationCalls)
#include "tst_station_calls.moc"
