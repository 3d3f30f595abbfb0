// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/retry_rhythm.h"

#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;
using std::chrono::milliseconds;

class TestRetryRhythm : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsAtHome();
    void isBackWithinTenSecondsAtHome();
    void cutsElsewhere();
    void isSpreadByAFifth();
    void beginsAnewOnlyAfterALastingConnection();
    void backsOffUntilFiveMinutesLive();
    void waitsForPeople();
    void pausesAsAsked();
    void nobodyCanAskForALongPause();
    void theUserBeginsAnew();
};

/// The middle of the jitter: nothing added, nothing taken.
static double middle()
{
    return 0.5;
}

static QList<milliseconds> waits(RetryRhythm &rhythm, Retry retry, bool atHome, int count)
{
    QList<milliseconds> list;
    for (int i = 0; i < count; ++i)
        list.append(rhythm.next(retry, atHome));
    return list;
}

void TestRetryRhythm::cutsAtHome()
{
    RetryRhythm rhythm(middle);
    QCOMPARE(waits(rhythm, Retry::Rhythm, true, 10),
             (QList<milliseconds>{0s, 3s, 3s, 3s, 3s, 3s, 6s, 8s, 8s, 8s}));
    QCOMPARE(rhythm.attempts(), 10);
}

void TestRetryRhythm::isBackWithinTenSecondsAtHome()
{
    RetryRhythm most([] { return 0.9999999; });
    for (const milliseconds wait : waits(most, Retry::Rhythm, true, 20))
        QVERIFY2(wait < 10s, qPrintable(QString::number(wait.count())));
}

void TestRetryRhythm::cutsElsewhere()
{
    RetryRhythm rhythm(middle);
    QCOMPARE(waits(rhythm, Retry::Rhythm, false, 12),
             (QList<milliseconds>{0s, 3s, 3s, 3s, 3s, 3s, 6s, 12s, 24s, 48s, 60s, 60s}));
}

void TestRetryRhythm::isSpreadByAFifth()
{
    RetryRhythm least([] { return 0.0; });
    QCOMPARE(waits(least, Retry::Rhythm, true, 2), (QList<milliseconds>{0ms, 2400ms}));
    RetryRhythm most([] { return 0.9999999; });
    QCOMPARE(waits(most, Retry::Rhythm, true, 2), (QList<milliseconds>{0ms, 3600ms}));
}

void TestRetryRhythm::beginsAnewOnlyAfterALastingConnection()
{
    RetryRhythm rhythm(middle);
    waits(rhythm, Retry::Rhythm, true, 3);
    rhythm.noteLive(9999ms);
    QCOMPARE(rhythm.next(Retry::Rhythm, true), milliseconds(3s));
    rhythm.noteLive(10s);
    QCOMPARE(rhythm.attempts(), 0);
    QCOMPARE(rhythm.next(Retry::Rhythm, true), 0ms);
}

void TestRetryRhythm::backsOffUntilFiveMinutesLive()
{
    RetryRhythm rhythm(middle);
    QCOMPARE(waits(rhythm, Retry::BackOff, true, 6),
             (QList<milliseconds>{5s, 10s, 20s, 40s, 60s, 60s}));
    rhythm.noteLive(4min);
    QCOMPARE(rhythm.next(Retry::BackOff, true), milliseconds(60s));
    rhythm.noteLive(5min);
    QCOMPARE(rhythm.next(Retry::BackOff, true), milliseconds(5s));
}

void TestRetryRhythm::waitsForPeople()
{
    RetryRhythm rhythm(middle);
    QCOMPARE(waits(rhythm, Retry::EachMinute, true, 3), (QList<milliseconds>{60s, 60s, 60s}));
    QCOMPARE(waits(rhythm, Retry::EachFiveMinutes, true, 2), (QList<milliseconds>{5min, 5min}));
}

void TestRetryRhythm::pausesAsAsked()
{
    RetryRhythm least([] { return 0.0; });
    QCOMPARE(least.next(Retry::Pause, true, 1500ms), 1500ms);
    QCOMPARE(least.next(Retry::Pause, true), milliseconds(2s));
    RetryRhythm rhythm(middle);
    QCOMPARE(rhythm.next(Retry::Pause, true, 5s), 7500ms);
    QCOMPARE(rhythm.next(Retry::Pause, true, 0ms), 1000ms);
}

/// 2147483647 ms would be 25 days of a dead wall.
void TestRetryRhythm::nobodyCanAskForALongPause()
{
    RetryRhythm most([] { return 0.9999999; });
    for (const milliseconds asked : {milliseconds(61'000), milliseconds(2'147'483'647)})
        QVERIFY(most.next(Retry::Pause, true, asked) <= 2min);
    QVERIFY(most.next(Retry::Pause, true, milliseconds(-5)) >= 0ms);
}

void TestRetryRhythm::theUserBeginsAnew()
{
    RetryRhythm rhythm(middle);
    waits(rhythm, Retry::BackOff, true, 3);
    waits(rhythm, Retry::Rhythm, true, 3);
    rhythm.reset();
    QCOMPARE(rhythm.next(Retry::Rhythm, true), 0ms);
    QCOMPARE(rhythm.next(Retry::BackOff, true), milliseconds(5s));
}

QTEST_GUILESS_MAIN(TestRetryRhythm)
#include "tst_retry_rhythm.moc"
