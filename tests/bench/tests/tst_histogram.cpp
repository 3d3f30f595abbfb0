// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/measure/histogram.h"
#include "tests/bench/measure/sequence_check.h"

#include <QTest>

using namespace pressboard::bench;

class TestHistogram : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isEmptyAtFirst();
    void findsPercentiles();
    void isRightToOneInSixtyFour();
    void tellsGapsFromDuplicates();
};

void TestHistogram::isEmptyAtFirst()
{
    QCOMPARE(Histogram().percentile(0.99), std::int64_t(0));
}

void TestHistogram::findsPercentiles()
{
    Histogram histogram;
    for (std::int64_t ns = 1; ns <= 100; ++ns)
        histogram.add(ns);
    QCOMPARE(histogram.count(), std::uint64_t(100));
    QCOMPARE(histogram.percentile(0.5), std::int64_t(50));
    QCOMPARE(histogram.percentile(0.99), std::int64_t(99));
    QCOMPARE(histogram.percentile(1), std::int64_t(100));
    QCOMPARE(histogram.max(), std::int64_t(100));
}

/// From nanoseconds to an hour: never less than what was added, and at most one part in 64 more.
void TestHistogram::isRightToOneInSixtyFour()
{
    for (std::int64_t ns = 1; ns < 3'600'000'000'000; ns = ns * 9 / 8 + 1) {
        Histogram histogram;
        histogram.add(ns);
        histogram.add(4'000'000'000'000); // else the maximum would correct the percentile
        const std::int64_t found = histogram.percentile(0.5);
        QVERIFY2(found >= ns && found - ns <= ns / 64, qPrintable(QString::number(ns)));
    }
}

void TestHistogram::tellsGapsFromDuplicates()
{
    using Verdict = SequenceCheck::Verdict;
    SequenceCheck check;
    check.expect(5);
    QCOMPARE(check.check(5), Verdict::InOrder);
    QCOMPARE(check.check(5), Verdict::Duplicate);
    QCOMPARE(check.check(9), Verdict::Gap);
    QCOMPARE(check.lost(), std::uint64_t(3));
    QCOMPARE(check.check(10), Verdict::InOrder);
    QCOMPARE(check.lost(), std::uint64_t(0));
    QCOMPARE(check.next(), std::uint64_t(11));
}

QTEST_APPLESS_MAIN(TestHistogram)
#include "tst_histogram.moc"
