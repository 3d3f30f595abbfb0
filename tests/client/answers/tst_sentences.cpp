// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/sentences.h"
#include "client/translations.h"
#include "tests/client/answers/book_builder.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using test::BookBuilder;

/// Each sentence in each of its cases, in both languages.
class TestSentences : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void due_data();
    void due();
    void shift();
    void handover();
    void queue_data();
    void queue();
    void queueByNight();
    void finished_data();
    void finished();
    void finishedNamesTheWeekday();
    void aDoorIsTheNumberAndNothingElse();
    void forgotten_data();
    void forgotten();
    void inHand();
    void durations();
    void onTime_data();
    void onTime();
    void calls_data();
    void calls();
    void workTimeHasTheShopsDays_data();
    void workTimeHasTheShopsDays();
    void numbersAreCutToWhatIsSaid_data();
    void numbersAreCutToWhatIsSaid();

private:
    void columns(const char *more = nullptr);
    /// In Chinese, then in English.
    template<typename Say> void compare(Say say);

    Translations m_translations;
};

namespace {

sentence::Scope scope(const Book &book)
{
    return {book, BookBuilder::zone(), 11h};
}

QString text(const QString &words)
{
    return words;
}

QString text(const Told &told)
{
    return told.text;
}

Spread spread(int cases, std::chrono::seconds median, std::chrono::seconds p90)
{
    return {cases, median, p90};
}

} // namespace

void TestSentences::columns(const char *more)
{
    if (more != nullptr)
        QTest::addColumn<int>(more);
    QTest::addColumn<QString>("zh");
    QTest::addColumn<QString>("en");
}

template<typename Say> void TestSentences::compare(Say say)
{
    QFETCH(QString, zh);
    QFETCH(QString, en);
    m_translations.use(u"zh_CN"_qs);
    QCOMPARE(text(say()), zh);
    m_translations.use(u"en"_qs);
    QCOMPARE(text(say()), en);
}

void TestSentences::due_data()
{
    QTest::addColumn<int>("today");
    QTest::addColumn<int>("beforeBinding");
    QTest::addColumn<int>("busiest");
    columns();
    QTest::newRow("nothing") << 0 << 0 << 0 << u"今天没有还要交的单"_qs
                             << u"Nothing more is due today"_qs;
    QTest::newRow("one") << 1 << 0 << 0 << u"今天还要交 1 单"_qs << u"1 order still due today"_qs;
    QTest::newRow("one before binding") << 1 << 1 << 0 << u"今天还要交 1 单，还没到装订"_qs
                                        << u"1 order still due today, not at binding yet"_qs;
    QTest::newRow("all")
        << 5 << 2 << 9 << u"今天还要交 5 单，2 单还没到装订；之后 12-01 最挤，9 单"_qs
        << u"5 orders still due today, 2 not at binding yet; after that 1 Dec is busiest with 9 "
           "orders"_qs;
    QTest::newRow("later only") << 0 << 0 << 1 << u"今天没有还要交的单；之后 12-01 最挤，1 单"_qs
                                << u"Nothing more is due today; after that 1 Dec is busiest with 1 "
                                   "order"_qs;
}

void TestSentences::due()
{
    QFETCH(int, today);
    QFETCH(int, beforeBinding);
    QFETCH(int, busiest);
    DueColumns answer;
    answer.columns[DueColumns::today].processing = today;
    answer.beforeBinding = beforeBinding;
    answer.columns[9].day = BookBuilder::day("12-01");
    answer.columns[9].pending = busiest;
    compare([&] { return sentence::due(answer); });
}

namespace {

ShiftReport nightReport()
{
    ShiftReport report;
    report.pick = ShiftPick::Night;
    report.span = {Shifts::parse({u"夜班 20:00-08:00"_qs})->all().first(),
                   BookBuilder::day("11-22"), BookBuilder::zone()};
    report.isOver = report.isComparable = true;
    report.rows = {{u"印刷"_qs, 8, 5, 1, 2}, {u"覆膜"_qs, 4, 5, 2, 0}, {u"折页"_qs, 0, 0, 0, 3}};
    report.all = {{}, 12, 10, 3, 5};
    return report;
}

} // namespace

void TestSentences::shift()
{
    ShiftReport report = nightReport();
    m_translations.use(u"zh_CN"_qs);
    QCOMPARE(sentence::shift(report).text, u"昨夜夜班完工 12 道，比上周同班多 20%"_qs);
    report.pick = ShiftPick::Current;
    report.all.weekBefore = 12;
    QCOMPARE(sentence::shift(report).text, u"本班夜班完工 12 道，与上周同班持平"_qs);
    report.all.weekBefore = 4; // says nothing
    QCOMPARE(sentence::shift(report).text, u"本班夜班完工 12 道"_qs);
    QCOMPARE(sentence::shiftTime(report.span), u"11-22 20:00–11-23 08:00"_qs);
    m_translations.use(u"en"_qs);
    report.pick = ShiftPick::Last;
    report.all.weekBefore = 24;
    QCOMPARE(sentence::shift(report).text,
             u"Last shift: 夜班: 12 steps finished, 50% fewer than the same shift last week"_qs);
}

void TestSentences::handover()
{
    m_translations.use(u"zh_CN"_qs);
    QCOMPARE(sentence::handover(nightReport(), u"红旗印刷厂"_qs, {}),
             u"红旗印刷厂·交接班\n"
             "夜班，11-22 20:00–11-23 08:00\n"
             "昨夜夜班完工 12 道，比上周同班多 20%\n"
             "印刷 8 道（上周同班 5）\n"
             "覆膜 4 道（上周同班 5）\n"
             "正在做：覆膜 2、印刷 1\n"
             "可开工：折页 3、印刷 2"_qs);
    ShiftReport fresh = nightReport();
    fresh.isComparable = false;
    fresh.rows = {{u"印刷"_qs, 1, 0, 0, 0}};
    const QString text = sentence::handover(fresh, u"红旗印刷厂"_qs, {});
    QVERIFY(text.contains(u"印刷 1 道\n正在做：无\n可开工：无"_qs));
}

void TestSentences::queue_data()
{
    QTest::addColumn<int>("ready");
    QTest::addColumn<int>("waits");
    QTest::addColumn<bool>("isKnown");
    columns();
    QTest::newRow("nothing") << 0 << 0 << false << u"没有等着开工的工序"_qs
                             << u"No step waits to be started"_qs;
    QTest::newRow("all") << 9 << 5 << true
                         << u"覆膜前压了 9 单，通常等 5小时，最久 PO…017 已等 1天"_qs
                         << u"9 jobs wait for 覆膜, usually 5 h, the longest PO…017 for 1 d now"_qs;
    QTest::newRow("few waits") << 1 << 4 << true << u"覆膜前压了 1 单，最久 PO…017 已等 1天"_qs
                               << u"1 job waits for 覆膜, the longest PO…017 for 1 d now"_qs;
    QTest::newRow("imported") << 2 << 5 << false << u"覆膜前压了 2 单"_qs
                              << u"2 jobs wait for 覆膜"_qs;
}

void TestSentences::queue()
{
    QFETCH(int, ready);
    QFETCH(int, waits);
    QFETCH(bool, isKnown);
    BookBuilder builder;
    builder.order(17, OrderStatus::Processing);
    StepQueue answer;
    if (ready > 0)
        answer.rows.append(
            {u"覆膜"_qs, ready, spread(waits, 5h, 9h), isKnown ? 17 : 0, isKnown ? 11h : 0h});
    compare([&] { return sentence::queue(answer, scope(builder.book)); });
}

void TestSentences::queueByNight()
{
    BookBuilder builder;
    builder.order(17, OrderStatus::Processing);
    StepQueue answer;
    answer.rows.append({u"覆膜"_qs, 3, spread(5, 5h, 9h), 17, 20s});
    const QString said = sentence::queue(answer, scope(builder.book)).text;
    QVERIFY2(!said.contains(u"PO…017"_qs), qPrintable(said));
}

void TestSentences::finished_data()
{
    QTest::addColumn<TimeRange>("range");
    QTest::addColumn<int>("count");
    QTest::addColumn<int>("usual");
    QTest::addColumn<int>("weeks");
    columns();
    const auto row = [](const char *name, TimeRange range, int count, int usual, int weeks,
                        const QString &zh, const QString &en) {
        QTest::newRow(name) << range << count << usual << weeks << zh << en;
    };
    row("nothing known", TimeRange::Last24Hours, 0, 0, 0, u"近24小时完工 0 道"_qs,
        u"0 steps finished in the last 24 h"_qs);
    row("fewer", TimeRange::Last24Hours, 142, 161, 4,
        u"近24小时完工 142 道，比近 4 个周一均值少 12%"_qs,
        u"142 steps finished in the last 24 h, 12% fewer than the mean of the last 4 Mondays"_qs);
    row("more", TimeRange::Today, 1, 2, 4, u"今天完工 1 道，比近 4 个周一均值少 50%"_qs,
        u"1 step finished today, 50% fewer than the mean of the last 4 Mondays"_qs);
    row("one week", TimeRange::Yesterday, 30, 20, 1, u"昨天完工 30 道，比近 1 个周一均值多 50%"_qs,
        u"30 steps finished yesterday, 50% more than last Monday"_qs);
    row("same", TimeRange::Today, 20, 20, 4, u"今天完工 20 道，与近 4 个周一均值持平"_qs,
        u"20 steps finished today, as many as the mean of the last 4 Mondays"_qs);
    row("7 days", TimeRange::Last7Days, 30, 20, 4, u"近7天完工 30 道，比前 4 周同期均值多 50%"_qs,
        u"30 steps finished in 7 days, 50% more than the mean of the 4 weeks before"_qs);
    row("30 days", TimeRange::Last30Days, 10, 20, 2,
        u"近30天完工 10 道，比前 2 周同期均值少 50%"_qs,
        u"10 steps finished in 30 days, 50% fewer than the mean of the 2 weeks before"_qs);
    row("30 days, same", TimeRange::Last30Days, 20, 20, 1,
        u"近30天完工 20 道，与前 1 周同期均值持平"_qs,
        u"20 steps finished in 30 days, as many as the mean of the week before"_qs);
}

void TestSentences::finished()
{
    QFETCH(TimeRange, range);
    QFETCH(int, count);
    QFETCH(int, usual);
    QFETCH(int, weeks);
    FinishedColumns answer;
    answer.range = range;
    answer.finished = count;
    answer.usual = usual;
    answer.weeks = weeks;
    answer.columns.append(
        {BookBuilder::at("11-23 00:00"), BookBuilder::at("11-23 01:00"), count, 0});
    const Book book;
    compare([&] { return sentence::finished(answer, scope(book)); });
}

void TestSentences::finishedNamesTheWeekday()
{
    FinishedColumns answer;
    answer.weeks = 4;
    answer.columns = {{BookBuilder::at("11-22 11:00"), BookBuilder::at("11-22 12:00"), 0, 0},
                      {BookBuilder::at("11-23 10:00"), BookBuilder::at("11-23 11:00"), 0, 0}};
    const Book book;
    m_translations.use(u"en"_qs);
    answer.range = TimeRange::Last24Hours; // the day that runs
    QVERIFY(sentence::finished(answer, scope(book)).text.endsWith(u"4 Mondays"));
    answer.range = TimeRange::Yesterday; // the day it began, also where it ends at noon
    QVERIFY(sentence::finished(answer, scope(book)).text.endsWith(u"4 Sundays"));
}

/// Whatever other number of the same digits the sentence has.
void TestSentences::aDoorIsTheNumberAndNothingElse()
{
    FinishedColumns answer;
    for (const char *language : {"zh_CN", "en"}) {
        m_translations.use(QString::fromLatin1(language));
        for (const int count : {1, 2, 24, 240, 1024}) {
            answer.finished = count;
            const Told told = sentence::finished(answer, scope({}));
            QCOMPARE(told.doors.size(), 1);
            const Told::Door door = told.doors.first();
            const QString number = QString::number(count);
            QCOMPARE(told.text.mid(door.begin, door.length), number);
            const bool isChinese = language[0] == 'z';
            QCOMPARE(door.begin, isChinese ? told.text.lastIndexOf(number) : 0);
        }
    }
    answer.finished = 0;
    QVERIFY(sentence::finished(answer, scope({})).doors.isEmpty());
}

void TestSentences::forgotten_data()
{
    QTest::addColumn<QStringList>("longAgo");
    QTest::addColumn<int>("unusual");
    columns();
    const QString emboss = u"压痕"_qs;
    QTest::newRow("none") << QStringList() << 0 << u"没有开了没报完工的工序"_qs
                          << u"No running step is overdue for its report"_qs;
    QTest::newRow("some") << QStringList{emboss, emboss, u"击凸"_qs} << 0
                          << u"3 道超过24小时未报完工，其中压痕 2 道"_qs
                          << u"3 steps over 24 h, not reported, 2 of them at 压痕"_qs;
    QTest::newRow("one") << QStringList{emboss} << 0 << u"1 道超过24小时未报完工：压痕"_qs
                         << u"1 step over 24 h, not reported: 压痕"_qs;
    QTest::newRow("unusual") << QStringList() << 2 << u"2 道已用时超过平时 3 倍"_qs
                             << u"2 steps running 3 times as long as usual"_qs;
    QTest::newRow("both")
        << QStringList{emboss, emboss} << 1
        << u"2 道超过24小时未报完工，都是压痕；另有 1 道超过平时 3 倍"_qs
        << u"2 steps over 24 h, not reported, all at 压痕; 1 more 3 times as long as usual"_qs;
}

void TestSentences::forgotten()
{
    QFETCH(QStringList, longAgo);
    QFETCH(int, unusual);
    ForgottenSteps answer;
    for (const QString &step : longAgo)
        answer.rows.append({1, 1, step, 30h, {}, true});
    for (int i = 0; i < unusual; ++i)
        answer.rows.append({1, 1, u"印刷"_qs, 5h, {}, false});
    compare([&] { return sentence::forgotten(answer); });
}

void TestSentences::inHand()
{
    m_translations.use(u"zh_CN"_qs);
    QCOMPARE(sentence::inHand({22, 42}).text, u"在手 64 单：待处理 22，处理中 42"_qs);
    QCOMPARE(sentence::inHand({}).text, u"手上没有活"_qs);
    m_translations.use(u"en"_qs);
    QCOMPARE(sentence::inHand({1, 0}).text, u"1 order in hand: 1 pending, 0 in production"_qs);
}

void TestSentences::durations()
{
    StepDurations answer;
    answer.rows = {{u"烫金"_qs, spread(84, 2h, 5h)}, {u"击凸"_qs, spread(3, 2h, 5h)}};
    const Book book;
    m_translations.use(u"zh_CN"_qs);
    QCOMPARE(sentence::durations(answer, 0, scope(book)).text,
             u"烫金通常 2小时，九成在 5小时内（84次）"_qs);
    QCOMPARE(sentence::durations(answer, 1, scope(book)).text, u"击凸数据不足（3次）"_qs);
    QCOMPARE(sentence::durations({}, 0, scope(book)).text, u"近30天没有记下时间的完工"_qs);
    m_translations.use(u"en"_qs);
    QCOMPARE(sentence::durations(answer, 0, scope(book)).text,
             u"烫金 usually takes 2 h, nine in ten within 5 h (84 times)"_qs);
}

void TestSentences::onTime_data()
{
    QTest::addColumn<int>("due");
    QTest::addColumn<int>("onTime");
    QTest::addColumn<int>("dueBefore");
    QTest::addColumn<int>("onTimeBefore");
    columns();
    QTest::newRow("none") << 0 << 0 << 0 << 0 << u"上周没有应交的单"_qs
                          << u"No order was due last week"_qs;
    QTest::newRow("few") << 4 << 4 << 9 << 9 << u"上周应交 4 单，数据不足"_qs
                         << u"4 orders due last week: too few to say"_qs;
    QTest::newRow("first week") << 31 << 27 << 4 << 4 << u"上周 31 单，按期 87%"_qs
                                << u"31 orders due last week, 87% on time"_qs;
    QTest::newRow("worse")
        << 31 << 27 << 100 << 91 << u"上周 31 单，按期 87%，比前一周低 4 个百分点"_qs
        << u"31 orders due last week, 87% on time, 4 points worse than the week before"_qs;
    QTest::newRow("better")
        << 10 << 10 << 10 << 9 << u"上周 10 单，按期 100%，比前一周高 10 个百分点"_qs
        << u"10 orders due last week, 100% on time, 10 points better than the week before"_qs;
    QTest::newRow("same") << 10 << 9 << 20 << 18 << u"上周 10 单，按期 90%，与前一周持平"_qs
                          << u"10 orders due last week, 90% on time, as in the week before"_qs;
}

void TestSentences::onTime()
{
    QFETCH(int, due);
    QFETCH(int, onTime);
    QFETCH(int, dueBefore);
    QFETCH(int, onTimeBefore);
    OnTimeWeeks answer;
    answer.weeks[7] = {{}, due, onTime};
    answer.weeks[6] = {{}, dueBefore, onTimeBefore};
    compare([&] { return sentence::onTime(answer); });
}

void TestSentences::calls_data()
{
    QTest::addColumn<int>("taken");
    QTest::addColumn<int>("waiting");
    QTest::addColumn<int>("untaken");
    columns();
    QTest::newRow("none") << 0 << 0 << 0 << u"近7天没有人呼叫"_qs
                          << u"Nobody called for help in 7 days"_qs;
    QTest::newRow("all taken")
        << 12 << 0 << 0 << u"近7天呼叫 12 次，通常 3分后有人处理，最久 25分"_qs
        << u"12 calls for help in 7 days, usually taken after 3 min, at the longest after 25 min"_qs;
    QTest::newRow("few")
        << 4 << 1 << 2 << u"近7天呼叫 7 次，最久 25分后有人处理；1 次还没人处理；2 次没人处理"_qs
        << u"7 calls for help in 7 days, taken after 25 min at the longest; 1 waiting now; 2 not taken"_qs;
    QTest::newRow("one, nobody came") << 0 << 0 << 1 << u"近7天呼叫 1 次；1 次没人处理"_qs
                                      << u"1 call for help in 7 days; 1 not taken"_qs;
}

void TestSentences::calls()
{
    QFETCH(int, taken);
    QFETCH(int, waiting);
    QFETCH(int, untaken);
    CallTimes answer;
    answer.all = {{},   {}, taken + waiting + untaken, waiting, untaken, spread(taken, 3min, 9min),
                  25min};
    compare([&] { return sentence::calls(answer); });
}

void TestSentences::workTimeHasTheShopsDays_data()
{
    QTest::addColumn<std::chrono::seconds>("time");
    QTest::addColumn<std::chrono::seconds>("day");
    columns();
    const auto row = [](const char *name, std::chrono::seconds time, std::chrono::seconds day,
                        const QString &zh,
                        const QString &en) { QTest::newRow(name) << time << day << zh << en; };
    row("minutes", 35min, 11h, u"35分"_qs, u"35 min"_qs);
    row("hours", 10h + 59min, 11h, u"10小时59分"_qs, u"10 h 59 min"_qs);
    row("a day", 11h, 11h, u"1天"_qs, u"1 d"_qs);
    row("days", 24h, 11h, u"2天2小时"_qs, u"2 d 2 h"_qs);
    row("round the clock", 26h, 24h, u"1天2小时"_qs, u"1 d 2 h"_qs);
    row("no work at all", 26h, 0h, u"1天2小时"_qs, u"1 d 2 h"_qs);
}

void TestSentences::workTimeHasTheShopsDays()
{
    QFETCH(std::chrono::seconds, time);
    QFETCH(std::chrono::seconds, day);
    compare([&] { return sentence::workTime(time, day); });
}

void TestSentences::numbersAreCutToWhatIsSaid_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<QString>("cut");
    QTest::newRow("usual") << u"PO20261123017"_qs << u"PO…017"_qs;
    QTest::newRow("no letters") << u"20261123017"_qs << u"…017"_qs;
    QTest::newRow("short") << u"PO1234"_qs << u"PO1234"_qs;
    QTest::newRow("empty") << QString() << QString();
}

void TestSentences::numbersAreCutToWhatIsSaid()
{
    QFETCH(QString, number);
    QFETCH(QString, cut);
    QCOMPARE(sentence::shortNumber(number), cut);
}

QTEST_GUILESS_MAIN(TestSentences)
#include "tst_sentences.moc"
