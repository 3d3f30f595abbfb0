// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/models/orders/step_timeline.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using State = TimelineStep::State;

namespace {

using namespace std::chrono_literals;

/// 2026-11-23 10:00 in Shanghai.
constexpr Moment now{std::chrono::milliseconds(1'795'399'200'000)};

Step makeStep(StepCategory category, int place, const QString &name, StepStatus status)
{
    Step step;
    step.orderId = 1;
    step.progressId = int(category) * 100 + place;
    step.category = category;
    step.order = place;
    step.name = name;
    step.status = status;
    return step;
}

Step finished(StepCategory category, int place, const QString &name, Moment from, Moment until)
{
    Step step = makeStep(category, place, name, StepStatus::Completed);
    step.operatorName = u"张伟"_qs;
    step.startTime = from;
    step.endTime = until;
    return step;
}

StepTimeline tell(const QList<Step> &steps, OrderStatus status = OrderStatus::Processing)
{
    Order order;
    order.orderId = 1;
    order.status = status;
    order.steps = steps;
    order.sortSteps();
    const QStringList joins = defaultJoinSteps();
    return timelineOf(order, QSet<QString>(joins.begin(), joins.end()), now,
                      QTimeZone("Asia/Shanghai"));
}

constexpr auto cover = StepCategory::Cover;
constexpr auto content = StepCategory::Content;

} // namespace

class TestStepTimeline : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsWhoWhenAndHowLong()
    {
        const auto timeline = tell({finished(cover, 1, u"印刷"_qs, now - 125h, now - 122h + 5min)});
        QCOMPARE(timeline.tracks.size(), 1);
        const TimelineStep &step = timeline.tracks.first().steps.first();
        QCOMPARE(step.state, State::Done);
        QCOMPARE(step.line, u"张伟 · 18 Nov · 3 h 5 min"_qs);
        QCOMPARE(timeline.tracks.first().progress, (Progress{1, 1}));
    }

    void saysOnlyWhatItKnows()
    {
        Step imported = makeStep(cover, 1, u"印刷"_qs, StepStatus::Completed);
        QCOMPARE(tell({imported}).tracks.first().steps.first().line, QString());
        imported.endTime = now - 1h;
        QCOMPARE(tell({imported}).tracks.first().steps.first().line, u"23 Nov"_qs);
        imported.startTime = now; // it cannot have begun after its end
        QCOMPARE(tell({imported}).tracks.first().steps.first().line, u"23 Nov"_qs);
    }

    void tellsWhatRuns()
    {
        Step step = makeStep(content, 1, u"锁线"_qs, StepStatus::InProgress);
        step.operatorName = u"刘洋"_qs;
        step.startTime = now - 64min;
        QCOMPARE(tell({step}).tracks.first().steps.first().line,
                 u"刘洋 · started 08:56 · 1 h 4 min"_qs);
        step.startTime = now - 16h;
        QCOMPARE(tell({step}).tracks.first().steps.first().line,
                 u"刘洋 · started yesterday 18:00 · 16 h"_qs);
        QCOMPARE(tell({step}).tracks.first().steps.first().tag, u"in progress"_qs);
    }

    void tellsWhatIsReadyAndSinceWhen()
    {
        const Step first = finished(cover, 1, u"印刷"_qs, now - 3h, now - 35min);
        const auto timeline = tell({first, makeStep(cover, 2, u"烫金"_qs, StepStatus::Waiting),
                                    makeStep(cover, 3, u"压纹"_qs, StepStatus::Waiting)});
        const QList<TimelineStep> steps = timeline.tracks.first().steps;
        QCOMPARE(steps.at(1).state, State::Ready);
        QCOMPARE(steps.at(1).tag, u"ready"_qs);
        QCOMPARE(steps.at(1).line, u"waiting 35 min"_qs);
        QCOMPARE(steps.at(2).state, State::Waiting);
        QCOMPARE(steps.at(2).line, u"waiting for an earlier step"_qs);
        QCOMPARE(timeline.tracks.first().progress, (Progress{1, 3}));
    }

    void joinsTheCoverWhereItIsNeeded()
    {
        const auto timeline = tell({makeStep(cover, 1, u"烫金"_qs, StepStatus::Waiting),
                                    makeStep(cover, 2, u"压纹"_qs, StepStatus::Waiting),
                                    makeStep(content, 1, u"锁线"_qs, StepStatus::InProgress),
                                    makeStep(content, 2, u"胶包"_qs, StepStatus::Waiting),
                                    makeStep(content, 3, u"打包"_qs, StepStatus::Waiting)});
        QCOMPARE(timeline.tracks.size(), 2);
        QCOMPARE(timeline.tracks.at(0).title, u"Cover"_qs);
        QCOMPARE(timeline.joinRow, std::optional<int>(1));
        QCOMPARE(timeline.joinText, u"胶包 needs the cover"_qs);
        QCOMPARE(timeline.tracks.at(1).steps.at(1).line, u"waiting for 锁线, 压纹"_qs);
    }

    void hasNoJoinWithoutACover()
    {
        const auto timeline = tell({makeStep(content, 1, u"胶包"_qs, StepStatus::Waiting)});
        QVERIFY(!timeline.joinRow);
        QCOMPARE(timeline.tracks.first().steps.first().state, State::Ready);
    }

    void holdsNothingReadyBeforeProductionBegins()
    {
        const auto timeline =
            tell({makeStep(content, 1, u"印刷"_qs, StepStatus::Waiting)}, OrderStatus::Pending);
        QCOMPARE(timeline.tracks.first().steps.first().state, State::Waiting);
        QCOMPARE(timeline.tracks.first().steps.first().line, u"Waiting"_qs);
    }

    void keepsStepsOfNoCategory()
    {
        const auto timeline =
            tell({makeStep(StepCategory::Unknown, 1, u"印刷"_qs, StepStatus::Skipped)});
        QCOMPARE(timeline.tracks.size(), 1);
        QCOMPARE(timeline.tracks.first().title, QString());
        QCOMPARE(timeline.tracks.first().steps.first().line, u"Skipped"_qs);
    }

    void tellsWhoConfirmedIt()
    {
        Step step = finished(cover, 1, u"印刷"_qs, now - 3h, now - 1h);
        step.details.set({{}, u"王芳"_qs, {}, u"加印 50"_qs, {}});
        QCOMPARE(tell({step}).tracks.first().steps.first().detail,
                 u"Confirmed by 王芳\n加印 50"_qs);
    }

    void canBeReadAloud()
    {
        const auto timeline = tell({finished(cover, 1, u"印刷"_qs, now - 3h, now - 1h),
                                    makeStep(cover, 2, u"烫金"_qs, StepStatus::Skipped)});
        QCOMPARE(timeline.sentence(), u"Cover 2/2, 印刷 张伟 · 23 Nov · 2 h, 烫金 Skipped"_qs);
    }
};

QTEST_GUILESS_MAIN(TestStepTimeline)
#include "tst_step_timeline.moc"
