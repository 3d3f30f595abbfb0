// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/optional_moment.h"

#include <QTest>

#include <algorithm>

using namespace pressboard;

class TestOptionalMoment : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isSmall() { QCOMPARE(sizeof(OptionalMoment), sizeof(Moment)); }

    void beginsWithNone()
    {
        QVERIFY(!OptionalMoment());
        QVERIFY(!OptionalMoment(std::nullopt).has_value());
        QCOMPARE(OptionalMoment().value_or(noon), noon);
    }

    void holdsTheEpochToo()
    {
        const OptionalMoment epoch = Moment();
        QVERIFY(epoch);
        QCOMPARE(*epoch, Moment());
        QCOMPARE(epoch.value_or(noon), Moment());
    }

    void forgets()
    {
        OptionalMoment moment = noon;
        moment.reset();
        QCOMPARE(moment, OptionalMoment());
    }

    void comparesAsAnOptionalDoes()
    {
        const OptionalMoment none;
        const OptionalMoment early = Moment::min() + std::chrono::milliseconds(1);
        QVERIFY(none < early);
        QVERIFY(early < OptionalMoment(noon));
        QCOMPARE(std::max(none, early), early);
        QVERIFY(none == std::nullopt);
        QVERIFY(OptionalMoment(noon) == noon);
    }

    void becomesAnOptional()
    {
        QCOMPARE(std::optional<Moment>(OptionalMoment(noon)), std::optional(noon));
        QVERIFY(!std::optional<Moment>(OptionalMoment()));
        QCOMPARE(OptionalMoment(std::optional(noon)), OptionalMoment(noon));
    }

private:
    static constexpr Moment noon{std::chrono::hours(490'000)};
};

QTEST_APPLESS_MAIN(TestOptionalMoment)
#include "tst_optional_moment.moc"
