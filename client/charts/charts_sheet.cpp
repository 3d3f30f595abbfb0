// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/charts_sheet.h"

#include "client/charts/answer_columns.h"
#include "client/charts/call_rows.h"
#include "client/charts/card_grid.h"
#include "client/charts/chart_card.h"
#include "client/charts/column_chart.h"
#include "client/charts/duration_rows.h"
#include "client/charts/forgotten_rows.h"
#include "client/charts/hand_bar.h"
#include "client/charts/queue_rows.h"
#include "client/charts/range_choice.h"
#include "client/charts/sentence_line.h"
#include "client/charts/shift_rows.h"
#include "client/controls/clipboard.h"
#include "client/controls/segmented_control.h"
#include "client/models/format.h"
#include "client/orders/order_actions.h"
#include "client/print/paper.h"
#include "client/print/print_dialog.h"
#include "client/theme/theme.h"

#include <QDateTime>
#include <QPainter>

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr QSize paperSheet(1280, 720); ///< as on an ordinary screen, whatever this one is

/// The step of a row; of the line below them, those of the rows that do not fit.
template<typename Row> QStringList stepsOf(const ChartRows &chart, const QList<Row> &rows, int item)
{
    if (item < chart.shownRows())
        return {rows.at(item).step};
    QStringList steps;
    for (const Row &row : rows.mid(chart.shownRows()))
        steps.append(row.step);
    return steps;
}

void unite(QSet<CrmId> &ids, const QList<CrmId> &more)
{
    ids.unite(QSet<CrmId>(more.begin(), more.end()));
}

QList<CrmId> sorted(const QSet<CrmId> &ids)
{
    QList<CrmId> list(ids.begin(), ids.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace

ChartsSheet::ChartsSheet(const Theme &theme, const Store &store, Answers &answers,
                         OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(store)
    , m_answers(answers)
    , m_actions(actions)
    , m_due(new ColumnChart(theme))
    , m_queue(new QueueRows(theme))
    , m_finished(new ColumnChart(theme))
    , m_forgotten(new ForgottenRows(theme))
    , m_inHand(new HandBar(theme))
    , m_durations(new DurationRows(theme))
    , m_onTime(new ColumnChart(theme))
    , m_shift(new ShiftRows(theme, this))
    , m_calls(new CallRows(theme))
    , m_choice(new RangeChoice(theme))
{
    for (ChartItems *chart : std::initializer_list<ChartItems *>{
             m_due, m_queue, m_finished, m_forgotten, m_inHand, m_durations, m_onTime, m_calls})
        m_cards.append(new ChartCard(theme, chart, this));
    for (ChartCard *card : std::as_const(m_cards))
        connect(card, &ChartCard::ordersWanted, this, &ChartsSheet::openCounted);
    for (int card = 0; card < m_cards.size(); ++card)
        connect(m_cards.at(card), &ChartCard::printWanted, this, [this, card] {
            PrintDialog::ask(
                printJob(card), window(),
                [shown = m_cards.at(card)](const QString &said) { shown->sayOfPrint(said); });
        });
    m_shift->hide();
    m_cards.at(Finished)->setTool(m_choice);
    connect(m_choice, &RangeChoice::rangeChosen, &m_answers, &Answers::setRange);
    connect(m_choice, &RangeChoice::shiftChosen, &m_answers, &Answers::setShift);
    connect(m_choice, &RangeChoice::handoverWanted, this, &ChartsSheet::copyHandover);
    connectCharts();
}

void ChartsSheet::connectCharts()
{
    connect(m_due, &ChartItems::chosen, this, &ChartsSheet::openDue);
    connect(m_queue, &ChartItems::chosen, this, &ChartsSheet::openQueue);
    connect(m_finished, &ChartItems::chosen, this, &ChartsSheet::openFinished);
    connect(m_shift, &ChartItems::chosen, this, &ChartsSheet::openShift);
    connect(m_forgotten, &ChartItems::chosen, this, &ChartsSheet::openForgotten);
    connect(m_inHand, &ChartItems::chosen, this, &ChartsSheet::openInHand);
    connect(m_durations, &ChartItems::chosen, this, &ChartsSheet::openDurations);
    connect(m_onTime, &ChartItems::chosen, this, &ChartsSheet::openOnTime);
    connect(m_calls, &ChartItems::chosen, this, &ChartsSheet::openCalls);
}

void ChartsSheet::openCounted(Counts what)
{
    const AnswerSheet &sheet = m_answers.sheet();
    switch (what) {
    case Counts::DueToday:
        return openDue(DueColumns::today);
    case Counts::BeforeBinding:
        return m_actions.list(ordersBeforeBinding(m_answers.facts(), m_answers.today()),
                              m_cards.at(Due)->sentenceLine().told().clauseOf(what));
    case Counts::DueOnBusiestDay:
        return openDue(sheet.due.busiest());
    case Counts::Queued:
        return openQueue(0);
    case Counts::LongestQueued:
        return m_actions.open(sheet.queue.rows.first().longestOrder);
    case Counts::Finished:
    case Counts::FinishedInShift:
        return openAllFinished();
    case Counts::RunningLong:
    case Counts::RunningLongAtWorst:
    case Counts::RunningUnusual:
        return openForgottenOf(what);
    case Counts::InHand:
        return openAllInHand();
    case Counts::Pending:
    case Counts::Processing:
        return openStatus(what == Counts::Pending ? OrderStatus::Pending : OrderStatus::Processing);
    case Counts::Timed:
        return openDurations(0);
    case Counts::DueLastWeek:
        return openOnTime(OnTimeWeeks::count - 1);
    case Counts::Called:
        return openAllCalls();
    }
}

void ChartsSheet::openForgottenOf(Counts what)
{
    const ForgottenSteps &forgotten = m_answers.sheet().forgotten;
    const QString worst = forgotten.worstStep().first;
    QSet<CrmId> ids;
    for (const ForgottenSteps::Row &row : forgotten.rows) {
        const bool isAmong = what == Counts::RunningUnusual ? !row.isLongAgo : row.isLongAgo;
        if (isAmong && (what != Counts::RunningLongAtWorst || row.step == worst))
            ids.insert(row.orderId);
    }
    m_actions.list(sorted(ids), tr("Running too long"));
}

void ChartsSheet::openAllFinished()
{
    const AnswerSheet &sheet = m_answers.sheet();
    const QString why = m_cards.at(Finished)->sentence();
    if (!sheet.shift)
        return m_actions.list(ordersFinishing(m_answers.facts(),
                                              sheet.finished.columns.first().begin,
                                              sheet.finished.columns.last().end),
                              why);
    QStringList steps;
    for (const ShiftReport::Row &row : sheet.shift->rows)
        steps.append(row.step);
    m_actions.list(ordersOfShift(m_answers.facts(), sheet.shift->span, steps), why);
}

void ChartsSheet::openAllCalls()
{
    QSet<CrmId> ids;
    for (const CallTimes::Row &row : m_answers.sheet().calls.rows)
        unite(ids, ordersCalledFrom(m_store.book().notices, row.call, m_answers.now()));
    m_actions.list(sorted(ids), m_cards.at(Calls)->sentenceLine().told().clauseOf(Counts::Called));
}

void ChartsSheet::openDue(int column)
{
    const DueColumns::Column &shown = m_answers.sheet().due.columns[size_t(column)];
    const QString why = column == DueColumns::overdue
        ? tr("Overdue")
        : tr("Due %1").arg(AnswerColumns::name(shown));
    m_actions.list(ordersDue(m_answers.facts(), m_answers.today(), column), why);
}

void ChartsSheet::openQueue(int row)
{
    const QStringList steps = stepsOf(*m_queue, m_queue->queue().rows, row);
    QSet<CrmId> ids;
    for (const QString &step : steps)
        unite(ids, ordersQueued(m_answers.facts(), step));
    m_actions.list(sorted(ids), tr("Ready for %1").arg(steps.join(u' ')));
}

void ChartsSheet::openFinished(int column)
{
    const FinishedColumns &finished = m_answers.sheet().finished;
    const FinishedColumns::Column &shown = finished.columns.at(column);
    const QString when = AnswerColumns::name(shown, finished.range, m_store.zone());
    m_actions.list(ordersFinishing(m_answers.facts(), shown.begin, shown.end),
                   tr("Steps finished %1").arg(when));
}

void ChartsSheet::openShift(int row)
{
    const ShiftReport &report = m_shift->report();
    const QStringList steps = stepsOf(*m_shift, report.rows, row);
    m_actions.list(
        ordersOfShift(m_answers.facts(), report.span, steps),
        tr("%1 finished: %2").arg(sentence::shiftName(report.pick, report.span), steps.join(u' ')));
}

void ChartsSheet::copyHandover()
{
    const QString text =
        sentence::handover(*m_answers.shift(), m_store.shop().name, m_answers.sheet().forgotten);
    m_choice->sayOfHandover(clipboard::putText(text) ? tr("Copied") : clipboard::failureText());
}

void ChartsSheet::openForgotten(int row)
{
    const QList<ForgottenSteps::Row> &rows = m_forgotten->forgotten().rows;
    if (row < m_forgotten->shownRows()) {
        m_actions.open(rows.at(row).orderId);
        return;
    }
    QSet<CrmId> ids;
    for (const ForgottenSteps::Row &forgotten : rows)
        ids.insert(forgotten.orderId);
    m_actions.list(sorted(ids), tr("Running too long"));
}

void ChartsSheet::openAllInHand()
{
    QSet<CrmId> ids;
    for (const OrderStatus status : {OrderStatus::Pending, OrderStatus::Processing})
        unite(ids, ordersInHand(m_answers.facts(), status));
    m_actions.list(sorted(ids), m_cards.at(InHand)->sentenceLine().told().clauseOf(Counts::InHand));
}

void ChartsSheet::openInHand(int part)
{
    openStatus(HandBar::statusOf(part));
}

void ChartsSheet::openStatus(OrderStatus status)
{
    m_actions.list(ordersInHand(m_answers.facts(), status), format::status(status));
}

void ChartsSheet::openDurations(int row)
{
    const QStringList steps = stepsOf(*m_durations, m_durations->durations().rows, row);
    QSet<CrmId> ids;
    for (const QString &step : steps)
        unite(ids, ordersTimed(m_answers.facts(), step, m_answers.now()));
    m_actions.list(sorted(ids), tr("%1 finished in 30 days").arg(steps.join(u' ')));
}

void ChartsSheet::openOnTime(int week)
{
    const OnTimeWeeks::Week &shown = m_answers.sheet().onTime.weeks[size_t(week)];
    m_actions.list(ordersDueInWeek(m_answers.facts(), shown.monday),
                   tr("Due in the week of %1").arg(format::date(shown.monday)));
}

void ChartsSheet::openCalls(int row)
{
    const QList<CallTimes::Row> &rows = m_calls->times().rows;
    const bool isOne = row < m_calls->shownRows();
    QStringList titles;
    QSet<CrmId> ids;
    for (const CallTimes::Row &each : isOne ? rows.mid(row, 1) : rows.mid(m_calls->shownRows())) {
        titles.append(each.title);
        unite(ids, ordersCalledFrom(m_store.book().notices, each.call, m_answers.now()));
    }
    m_actions.list(sorted(ids), tr("Called for help: %1").arg(titles.join(u' ')));
}

void ChartsSheet::refresh(const QString &emptyText)
{
    for (ChartCard *card : std::as_const(m_cards))
        card->chart().setEmptyText(m_store.book().orders().isEmpty() ? emptyText : QString());
    for (ChartCard *card : std::as_const(m_cards))
        card->setStamp(stamp());
    m_choice->show(m_answers);
    showCharts();
    showWords();
}

SegmentedControl &ChartsSheet::range() const
{
    return m_choice->ranges();
}

void ChartsSheet::showCharts()
{
    const AnswerSheet &sheet = m_answers.sheet();
    m_due->show(AnswerColumns::of(sheet.due));
    m_queue->show(sheet.queue, scope().workDay);
    m_finished->show(AnswerColumns::of(sheet.finished, m_store.zone()));
    if (sheet.shift)
        m_shift->show(*sheet.shift);
    ChartItems *finished = m_finished;
    m_cards.at(Finished)->setChart(sheet.shift ? m_shift : finished);
    m_forgotten->show(sheet.forgotten, m_store.book(), scope().workDay);
    m_inHand->show(sheet.inHand);
    m_durations->show(sheet.durations, scope().workDay);
    m_onTime->show(AnswerColumns::of(sheet.onTime));
    m_calls->show(sheet.calls);
}

void ChartsSheet::showWords()
{
    const AnswerSheet &sheet = m_answers.sheet();
    m_cards.at(Due)->setWords(tr("Will we make what is due today? Are the next two weeks crowded?"),
                              sentence::due(sheet.due));
    m_cards.at(Queue)->setWords(tr("At which step is work piling up?"),
                                sentence::queue(sheet.queue, scope()), workNote());
    showFinished();
    m_cards.at(Forgotten)->setWords(
        tr("Which steps were started and forgotten, or not reported?"),
        sentence::forgotten(sheet.forgotten),
        tr("Elapsed is by the clock, as on the board; usual is working time"));
    m_cards.at(InHand)->setWords(tr("How much work is in hand, and how far is it?"),
                                 sentence::inHand(sheet.inHand));
    m_cards.at(Durations)->setWords(tr("How long does a step usually take? (30 days; bar: half of "
                                       "the cases, line: nine in ten)"),
                                    sentence::durations(sheet.durations, 0, scope()), workNote());
    m_cards.at(OnTime)->setWords(tr("How much was delivered on time last week?"),
                                 sentence::onTime(sheet.onTime));
    m_cards.at(Calls)->setWords(tr("How long does a call for help take until somebody takes it?"),
                                sentence::calls(sheet.calls),
                                tr("Calls that reach you, by the clock"));
}

void ChartsSheet::showFinished()
{
    const AnswerSheet &sheet = m_answers.sheet();
    if (!sheet.shift)
        return m_cards.at(Finished)->setWords(tr("How much was done, against what is usual?"),
                                              sentence::finished(sheet.finished, scope()));
    m_cards.at(Finished)->setWords(
        tr("What did the shift do, and what does it leave?"), sentence::shift(*sheet.shift),
        tr("%1; the mark is the same shift last week; running and ready: now")
            .arg(sentence::shiftTime(sheet.shift->span)));
}

QString ChartsSheet::workNote() const
{
    const WorkHours &hours = m_store.workHours();
    if (hours.isRoundTheClock())
        return {};
    return tr("Working time only, %1 (1 day = %2)")
        .arg(hours.toString(), format::elapsed(scope().workDay));
}

/// Of the moment that the answers are of, which while cut off is not the clock's.
QString ChartsSheet::stamp() const
{
    const QDateTime at =
        QDateTime::fromMSecsSinceEpoch(m_answers.now().time_since_epoch().count(), m_store.zone());
    return format::dotted({m_store.shop().name, at.toString(QStringLiteral("yyyy-MM-dd HH:mm"))});
}

sentence::Scope ChartsSheet::scope() const
{
    return {m_store.book(), m_store.zone(),
            std::chrono::floor<std::chrono::seconds>(m_store.workHours().perDay())};
}

PrintJob ChartsSheet::printJob(int card)
{
    PrintJob job;
    job.title = m_cards.at(card)->sentence();
    job.isWide = true;
    job.sheets = [](QSizeF) { return 1; };
    job.paint = [this, card](const Paper &paper, int) { paintOn(paper, card); };
    return job;
}

/// Paper is light and knows no drained colours: the card is made once more, for it.
void ChartsSheet::paintOn(const Paper &paper, int card) const
{
    const Theme light;
    ChartsSheet sheet(light, m_store, m_answers, m_actions);
    sheet.refresh({});
    sheet.fit(paperSheet);
    sheet.setAttribute(Qt::WA_DontShowOnScreen); // and yet with everything in its place
    sheet.show();
    const ChartCard &shown = *sheet.cards().at(card);
    const QSizeF room = paper.size() * paper.dotsPerMm();
    const QSizeF size = shown.pictureSize();
    const double scale = std::min(room.width() / size.width(), room.height() / size.height());
    paper.painter().save();
    paper.painter().scale(scale, scale);
    shown.paintPicture(paper.painter());
    paper.painter().restore();
}

bool ChartsSheet::hasCalls() const
{
    return !m_store.shop().calls.isEmpty() || !m_answers.sheet().calls.rows.isEmpty();
}

void ChartsSheet::fit(QSize size)
{
    m_cards.at(Calls)->setVisible(hasCalls());
    const CardGrid grid = CardGrid::fit(size, m_theme, hasCalls(), [this](int card, int width) {
        return m_cards.at(card)->heightNeeded(width);
    });
    resize(size.width(), std::max(size.height(), grid.height));
    for (int card = 0; card < m_cards.size(); ++card)
        m_cards.at(card)->setGeometry(grid.places.at(card));
}

void ChartsSheet::paintEvent(QPaintEvent *)
{
    QPainter(this).fillRect(rect(), m_theme.tokens().bg);
}

} // namespace pressboard::client
