// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/alarms/alarm_clock.h"

#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestAlarmClock : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void ringsAtOnceAndAgain();
    void isSilentOnceSettled();
    void endsByItself();
    void isSilentWhileNotLive();
    void ringsNothingTwiceOverABookThatComesAgain();
    void ringsOnceAPeriodWhateverHappens_data();
    void ringsOnceAPeriodWhateverHappens();

private:
    static constexpr Moment begin = Moment(std::chrono::milliseconds(1'795'423'846'000));
    const QString one{QStringLiteral("1-0")};
};

namespace {

AlarmTerms alarmAt(Moment sent)
{
    return {sent, 60s, sent + 1h, false};
}

} // namespace

void TestAlarmClock::ringsAtOnceAndAgain()
{
    AlarmClock clock;
    const QHash<QString, AlarmTerms> alarms{{one, alarmAt(begin)}};
    QCOMPARE(clock.update(alarms, true, begin + 1s), QSet{one});
    QVERIFY(clock.update(alarms, true, begin + 2s).isEmpty());
    QVERIFY(clock.update(alarms, true, begin + 59s).isEmpty());
    QCOMPARE(clock.update(alarms, true, begin + 60s), QSet{one}); // by the server's clock, not ours
    QVERIFY(clock.update(alarms, true, begin + 61s).isEmpty());
    QCOMPARE(clock.update(alarms, true, begin + 10min), QSet{one}); // once, not nine times
}

void TestAlarmClock::isSilentOnceSettled()
{
    AlarmClock clock;
    QHash<QString, AlarmTerms> alarms{{one, alarmAt(begin)}};
    QCOMPARE(clock.update(alarms, true, begin), QSet{one});
    alarms[one].isSettled = true;
    QVERIFY(clock.update(alarms, true, begin + 2min).isEmpty());
    // Who was away never rings for it.
    QVERIFY(AlarmClock().update(alarms, true, begin + 2min).isEmpty());
}

void TestAlarmClock::endsByItself()
{
    AlarmClock clock;
    const QHash<QString, AlarmTerms> alarms{{one, alarmAt(begin)}};
    QCOMPARE(clock.update(alarms, true, begin + 1h - 1s), QSet{one});
    QVERIFY(clock.update(alarms, true, begin + 1h).isEmpty());
    QVERIFY(AlarmClock().update(alarms, true, begin + 2h).isEmpty());
}

void TestAlarmClock::isSilentWhileNotLive()
{
    AlarmClock clock;
    const QHash<QString, AlarmTerms> alarms{{one, alarmAt(begin)}};
    QCOMPARE(clock.update(alarms, true, begin), QSet{one});
    QVERIFY(clock.update(alarms, false, begin + 60s).isEmpty());
    QVERIFY(clock.update(alarms, false, begin + 5min).isEmpty());
    QCOMPARE(clock.update(alarms, true, begin + 5min + 10s), QSet{one});
    QVERIFY(clock.update(alarms, true, begin + 5min + 50s).isEmpty());
    QCOMPARE(clock.update(alarms, true, begin + 6min), QSet{one});
}

void TestAlarmClock::ringsNothingTwiceOverABookThatComesAgain()
{
    AlarmClock clock;
    const QHash<QString, AlarmTerms> alarms{{one, alarmAt(begin)}};
    QCOMPARE(clock.update(alarms, true, begin + 5s), QSet{one});
    QVERIFY(clock.update({}, true, begin + 10s).isEmpty()); // a snapshot is on its way
    QVERIFY(clock.update(alarms, true, begin + 15s).isEmpty());
}

void TestAlarmClock::ringsOnceAPeriodWhateverHappens_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 40; ++seed)
        QTest::addRow("script %u", seed) << seed;
}

/// The law, over scripts of cuts, servers that restart, settlings and ends: at each look, an alarm
/// sounds exactly if the desk is live, it is unsettled and unended at that moment by the server's
/// clock, and it did not sound in this period before.
void TestAlarmClock::ringsOnceAPeriodWhateverHappens()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](int most) { return int(random() % unsigned(most)); };

    AlarmClock clock;
    QHash<QString, AlarmTerms> alarms;
    QSet<std::pair<QString, qint64>> rung; // alarm, period
    Moment now = begin;
    bool live = true;
    for (int step = 1; step <= 600; ++step) {
        now += std::chrono::milliseconds(below(20'000));
        if (below(20) == 0)
            live = !live;
        if (below(15) == 0)
            alarms.insert(QString::number(step),
                          {now, std::chrono::seconds(30 + below(570)),
                           now + std::chrono::seconds(60 + below(3600)), false});
        for (AlarmTerms &alarm : alarms) {
            if (below(60) == 0)
                alarm.isSettled = true;
        }
        const QSet<QString> rings = clock.update(alarms, live, now);
        for (auto alarm = alarms.cbegin(); alarm != alarms.cend(); ++alarm) {
            const std::pair<QString, qint64> period{alarm.key(),
                                                    (now - alarm->sent) / alarm->repeat};
            const bool due =
                live && !alarm->isSettled && now < alarm->end && !rung.contains(period);
            QCOMPARE(rings.contains(alarm.key()), due);
            if (due)
                rung.insert(period);
        }
    }
    QVERIFY(rung.size() > 20);
}

QTEST_GUILESS_MAIN(TestAlarmClock)
#include "tst_alarm_clock.moc"
