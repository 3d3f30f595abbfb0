// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robots.h"
#include "tests/server/robots/memory_robots.h"
#include "tests/support/manual_clock.h"

#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// What all robots tell of the log and the clock. The shop is in Shanghai; it is 16:50 on a Monday.
class TestRobots : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void tellsNotices_data();
    void tellsNotices();
    void tellsWhatIsCancelledWhileItRuns();
    void tellsNoImports();
    void tellsTheMorningOnce();
    void tellsTheMorningLate();
    void tellsOfTheDayWhatItsGroupsMaySee();
    void tellsNewlyOverdueOnce();
    void tellsSilenceOnce();
    void tellsAlarmsThatNobodyTook();
    void tellsNothingWithoutTheLease();
    void goesOnFromTheCursor();
    void readsFromTheLogWhatItMissed();
    void beginsAtTheEndOfAnotherLog();
    void beginsAtTheEndWhenItIsNew();
    void forgetsWhoIsNotInTheSettings();
    void goesOnAfterAReload();
    void takesUpOtherSettings();
    void takesUpThatThereIsNone();
    void saysHowItDoes();
    void stopsWhenNothingIsOnItsWay();

private:
    void make(const RobotSettings &robot = tellingRobot());
    void begin();
    void say(QLatin1StringView type, const QByteArray &json, const QStringList &groups = {},
             const QString &source = {});
    void pass(std::chrono::milliseconds time);
    /// What was told since this was asked last.
    QStringList told();

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<MemoryRobotStore> m_store;
    std::unique_ptr<MemoryRobotPost> m_post;
    std::unique_ptr<Robots> m_robots;
    RobotsOptions m_options;
    bool m_writes = true;
    qsizetype m_heard = 0;
};

void TestRobots::init()
{
    m_robots.reset();
    m_clock = std::make_unique<ManualClock>();
    m_log = std::make_unique<EventLog>(1 << 20, defaultJoinSteps());
    Book book;
    book.epoch = u"e1"_qs;
    book.position = {quint64(m_clock->now().time_since_epoch().count()), 0};
    m_log->reset(book);
    m_store = std::make_unique<MemoryRobotStore>();
    m_post = std::make_unique<MemoryRobotPost>();
    m_options = {};
    m_options.shopName = u"印务"_qs;
    m_options.timezone = QTimeZone("Asia/Shanghai");
    m_writes = true;
    m_heard = 0;
}

void TestRobots::make(const RobotSettings &robot)
{
    m_options.robots = {robot};
    m_robots = std::make_unique<Robots>(
        *m_log, *m_store, *m_post, *m_clock, [this] { return m_writes; }, m_options);
}

void TestRobots::begin()
{
    m_robots->look();
    m_store->answer();
}

void TestRobots::say(QLatin1StringView type, const QByteArray &json, const QStringList &groups,
                     const QString &source)
{
    m_clock->advance(1ms);
    const StreamId id{quint64(m_clock->now().time_since_epoch().count()), 0};
    const QJsonObject data = QJsonDocument::fromJson(json).object();
    QVERIFY(!data.isEmpty());
    m_log->append({id, type, data, Audience(groups), source});
}

void TestRobots::pass(std::chrono::milliseconds time)
{
    const auto step = std::max<std::chrono::milliseconds>(time / 50, 500ms);
    for (; time > 0ms; time -= step) {
        m_clock->advance(step);
        m_robots->look();
        m_store->answer();
        if (m_post->isSending())
            m_post->answer();
        m_store->answer();
    }
}

QStringList TestRobots::told()
{
    pass(5s);
    pass(5s);
    QStringList all;
    for (; m_heard < m_post->sent.size(); ++m_heard)
        all += m_post->texts(m_heard);
    return all;
}

void TestRobots::tellsNotices_data()
{
    QTest::addColumn<QStringList>("levels");
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("level");
    QTest::addColumn<QStringList>("audience");
    QTest::addColumn<bool>("told");
    const QStringList severe{u"warning"_qs, u"error"_qs};
    const QStringList press{u"dept_3"_qs};
    QTest::newRow("for everyone") << severe << QStringList() << u"warning"_qs << QStringList()
                                  << true;
    QTest::newRow("too small") << severe << QStringList() << u"info"_qs << QStringList() << false;
    QTest::newRow("for others") << severe << QStringList() << u"error"_qs << press << false;
    QTest::newRow("for its group") << severe << press << u"error"_qs << press << true;
    QTest::newRow("sees all") << severe << QStringList{u"*"_qs} << u"error"_qs << press << true;
}

void TestRobots::tellsNotices()
{
    QFETCH(QStringList, levels);
    QFETCH(QStringList, groups);
    QFETCH(QString, level);
    QFETCH(QStringList, audience);
    QFETCH(bool, told);
    RobotSettings robot = tellingRobot();
    robot.levels = levels;
    robot.groups = groups;
    make(robot);
    begin();
    const QString json = uR"({"message":"停机","type":"%1"})"_qs.arg(level);
    say(event_type::notice, json.toUtf8(), audience);
    QCOMPARE(this->told().size(), told ? 1 : 0);
    // One that is taken back is no news, and neither is a test.
    say(event_type::notice, R"({"message":"a","type":"error","test":true})");
    QVERIFY(this->told().isEmpty());
}

void TestRobots::tellsWhatIsCancelledWhileItRuns()
{
    make();
    begin();
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    say(event_type::order, R"({"order_id":2,"order_no":"PO2","status":2})");
    say(event_type::progress, R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2})");
    say(event_type::progress, R"({"order_id":2,"progress_id":20,"step_name":"折页","status":1})");
    QVERIFY(told().isEmpty());
    say(event_type::order, R"({"order_id":1,"status":4})");
    say(event_type::order, R"({"order_id":2,"status":4})");
    say(event_type::order, R"({"order_id":1,"status":4})");
    const QStringList texts = told();
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(u"PO1"_qs) && texts.first().contains(u"覆膜"_qs),
             qPrintable(texts.first()));
}

void TestRobots::tellsNoImports()
{
    make();
    begin();
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    say(event_type::progress, R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2})");
    say(event_type::order, R"({"order_id":1,"status":4})", {}, u"import"_qs);
    QVERIFY(told().isEmpty());
}

void TestRobots::tellsTheMorningOnce()
{
    make();
    begin();
    say(event_type::order,
        R"({"order_id":1,"order_no":"PO1","status":2,"delivery_date":"2026-11-24"})");
    QVERIFY(told().isEmpty()); // it is past eight when the robot is new
    pass(14h);
    QVERIFY(told().isEmpty());
    pass(2h); // to 08:50
    const QStringList texts = told();
    QCOMPARE(texts.size(), 2);
    QVERIFY2(texts[0].contains(u"在制 1 单"_qs), qPrintable(texts[0]));
    QVERIFY2(texts[1].contains(u"今天交货 1 单"_qs) && texts[1].contains(u"PO1"_qs),
             qPrintable(texts[1]));
    begin();
    make(); // another server goes on
    begin();
    pass(2h);
    QVERIFY(told().isEmpty());
    pass(24h);
    QCOMPARE(told().size(), 2); // and now it is overdue
}

void TestRobots::tellsTheMorningLate()
{
    RobotState state;
    state.epoch = u"e1"_qs;
    state.cursor = m_log->position();
    state.day = QDate(2026, 11, 20);
    m_store->states[u"office"_qs] = state;
    make();
    begin();
    QCOMPARE(told().size(), 1); // at 16:50
}

void TestRobots::tellsOfTheDayWhatItsGroupsMaySee()
{
    RobotSettings robot = tellingRobot();
    robot.groups = QStringList{u"dept_3"_qs};
    make(robot);
    begin();
    say(event_type::order,
        R"({"order_id":1,"order_no":"PO1","status":2,"delivery_date":"2026-11-24"})",
        {u"dept_3"_qs});
    say(event_type::order,
        R"({"order_id":2,"order_no":"PO2","status":2,"delivery_date":"2026-11-24"})",
        {u"dept_4"_qs});
    pass(16h);
    const QStringList texts = told();
    QCOMPARE(texts.size(), 2);
    QVERIFY(texts[0].contains(u"在制 1 单"_qs) && !texts[1].contains(u"PO2"_qs));
}

void TestRobots::tellsNewlyOverdueOnce()
{
    RobotSettings robot = tellingRobot();
    robot.kinds = QStringList{robot_kind::overdue};
    make(robot);
    begin();
    say(event_type::order,
        R"({"order_id":1,"order_no":"PO1","status":2,"delivery_date":"2026-11-20"})");
    say(event_type::order,
        R"({"order_id":2,"order_no":"PO2","status":2,"delivery_date":"2026-11-23"})");
    pass(16h);
    const QStringList texts = told();
    QCOMPARE(texts.size(), 1);
    QVERIFY(texts.first().contains(u"PO2"_qs) && !texts.first().contains(u"PO1"_qs));
    pass(24h);
    QVERIFY(told().isEmpty());
}

void TestRobots::tellsSilenceOnce()
{
    RobotSettings robot = tellingRobot();
    robot.kinds = QStringList{robot_kind::silent};
    m_options.workHours = *WorkHours::parse(u"08:00-20:00"_qs);
    m_options.quietAfter = 60min;
    make(robot);
    begin();
    say(event_type::order, R"({"order_id":1,"status":2})");
    pass(50min);
    QVERIFY(told().isEmpty());
    pass(15min);
    QCOMPARE(told().size(), 1);
    pass(2h);
    QVERIFY(told().isEmpty());
    // What servers write by themselves is no sign of life; nor does another server say it again.
    say(event_type::day, R"({"date":"2026-11-24"})");
    make(robot);
    begin();
    say(event_type::order, R"({"order_id":1,"status":2,"note":"a"})"); // 19:05
    QVERIFY(told().isEmpty());
    pass(10h); // night
    QVERIFY(told().isEmpty());
    pass(6h);
    QCOMPARE(told().size(), 1);
}

void TestRobots::tellsAlarmsThatNobodyTook()
{
    RobotSettings robot = tellingRobot();
    robot.kinds = QStringList{robot_kind::alarms};
    make(robot);
    begin();
    const auto alarm = [this](const char *message, const char *more) {
        say(event_type::notice,
            QByteArray("{\"message\":\"") + message
                + "\",\"type\":\"error\",\"alarm\":{\"repeat_s\":60" + more + "}}");
        return m_log->position();
    };
    alarm("nobody", "");
    const StreamId taken = alarm("taken", "");
    alarm("each", ",\"ack\":\"each\"");
    alarm("short", ",\"for_s\":60");
    alarm("escalation", ",\"for_s\":60},\"escalates\":\"1-0\",\"a\":{");
    pass(2min);
    QStringList texts = told();
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(u"short"_qs), qPrintable(texts.first()));
    say(event_type::settle, "{\"notice\":\"" + taken.toBytes() + "\",\"by\":\"王芳\"}");
    pass(4min);
    texts = told();
    QCOMPARE(texts.size(), 1);
    QVERIFY2(texts.first().contains(u"nobody"_qs), qPrintable(texts.first()));
    make(robot); // another server goes on
    begin();
    pass(2h);
    QVERIFY(told().isEmpty());
}

void TestRobots::tellsNothingWithoutTheLease()
{
    m_writes = false;
    make();
    begin();
    say(event_type::notice, R"({"message":"停机","type":"error"})");
    QVERIFY(told().isEmpty());
    QVERIFY(m_store->states.isEmpty());
}

/// Another server wrote until now; this one read everything, too.
void TestRobots::goesOnFromTheCursor()
{
    m_writes = false;
    make();
    begin();
    say(event_type::notice, R"({"message":"a","type":"error"})");
    RobotState state;
    state.epoch = u"e1"_qs;
    state.cursor = m_log->position();
    state.day = QDate(2026, 11, 23);
    state.waiting = {{u"1-0"_qs, robot_kind::notices, u"waits"_qs}};
    m_store->states[u"office"_qs] = state;
    say(event_type::notice, R"({"message":"b","type":"error"})");
    m_writes = true;
    const QStringList texts = told();
    QCOMPARE(texts.size(), 2);
    QCOMPARE(texts[0], u"waits"_qs);
    QVERIFY(texts[1].contains(u'b'));
}

/// The checkpoint with which this server began is newer than what the last one told.
void TestRobots::readsFromTheLogWhatItMissed()
{
    make();
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    say(event_type::progress, R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2})");
    say(event_type::order, R"({"order_id":1,"status":4})");
    const quint64 now = m_log->position().ms;
    Book book = m_log->book();
    m_log->reset(book);
    RobotState state;
    state.epoch = u"e1"_qs;
    state.cursor = {now - 100, 0};
    state.day = QDate(2026, 11, 23);
    m_store->states[u"office"_qs] = state;
    const auto event = [&](quint64 before, QLatin1StringView type, const char *json) {
        m_store->events.append(
            {{now - before, 0}, type, QJsonDocument::fromJson(json).object(), {}, {}});
    };
    event(200, event_type::notice, R"({"message":"told","type":"error"})");
    event(90, event_type::notice, R"({"message":"missed","type":"error"})");
    event(80, event_type::order, R"({"order_id":1,"status":4})");
    event(70, event_type::order, R"({"order_id":1,"note":"a"})");
    begin();
    say(event_type::notice, R"({"message":"new","type":"error"})");
    const QStringList texts = told();
    QCOMPARE(texts.size(), 3);
    QVERIFY(texts[0].contains(u"missed"_qs) && texts[1].contains(u"PO1"_qs)
            && texts[2].contains(u"new"_qs));
}

void TestRobots::beginsAtTheEndOfAnotherLog()
{
    RobotState state;
    state.epoch = u"e0"_qs;
    state.cursor = {1, 0};
    state.day = QDate(2026, 11, 23);
    state.waiting = {{u"1-0"_qs, robot_kind::notices, u"waits"_qs}};
    m_store->states[u"office"_qs] = state;
    make();
    say(event_type::notice, R"({"message":"before","type":"error"})");
    begin();
    QCOMPARE(told(), QStringList{u"waits"_qs});
    QCOMPARE(m_store->states[u"office"_qs].epoch, u"e1"_qs);
    // And where the log becomes another one while it is told.
    Book book = m_log->book();
    book.epoch = u"e2"_qs;
    m_log->reset(book);
    say(event_type::notice, R"({"message":"in between","type":"error"})");
    QVERIFY(told().isEmpty());
    say(event_type::notice, R"({"message":"after","type":"error"})");
    QCOMPARE(told().size(), 1);
}

void TestRobots::beginsAtTheEndWhenItIsNew()
{
    make();
    say(event_type::notice, R"({"message":"before","type":"error"})");
    begin();
    QVERIFY(told().isEmpty());
    QCOMPARE(m_store->states[u"office"_qs].cursor, m_log->position());
}

void TestRobots::forgetsWhoIsNotInTheSettings()
{
    m_store->states[u"gone"_qs] = RobotState();
    make();
    begin();
    QVERIFY(!m_store->states.contains(u"gone"_qs));
    QVERIFY(m_store->states.contains(u"office"_qs));
}

/// Redis was away, and the book is loaded again: nothing is lost, nothing comes twice.
void TestRobots::goesOnAfterAReload()
{
    make();
    begin();
    say(event_type::notice, R"({"message":"a","type":"error"})");
    QCOMPARE(told().size(), 1);
    m_log->reset(m_log->book());
    say(event_type::notice, R"({"message":"b","type":"error"})");
    QCOMPARE(told().size(), 1);
}

/// It goes on from where it stood: nothing twice, and nothing lost.
void TestRobots::takesUpOtherSettings()
{
    make();
    begin();
    say(event_type::notice, R"({"message":"one","type":"error"})");
    QCOMPARE(told().size(), 1);
    m_options.robots.first().levels = QStringList{u"info"_qs};
    m_robots->setOptions(m_options);
    say(event_type::notice, R"({"message":"two","type":"error"})");
    say(event_type::notice, R"({"message":"three","type":"info"})");
    begin();
    const QStringList after = told();
    QCOMPARE(after.size(), 1);
    QVERIFY2(after.first().contains(u"three"_qs), qPrintable(after.first()));
}

void TestRobots::takesUpThatThereIsNone()
{
    make();
    begin();
    m_options.robots.clear();
    m_robots->setOptions(m_options);
    say(event_type::notice, R"({"message":"one","type":"error"})");
    QCOMPARE(told(), QStringList());
    QVERIFY(m_robots->all().empty());
}

void TestRobots::saysHowItDoes()
{
    make();
    QVERIFY(m_robots->remarks().isEmpty()); // another server tells
    begin();
    QVERIFY(m_robots->remarks().first().contains(u"nothing to tell yet"_qs));
    say(event_type::notice, R"({"message":"a","type":"error"})");
    m_clock->advance(500ms);
    m_robots->look();
    m_store->answer();
    m_post->fail();
    QCOMPARE(m_robots->problems().size(), 1);
    QVERIFY(m_robots->problems().first().contains(
        u"It sleeps. Try it: pressboardctl robot test office"_qs));
    pass(10s);
    QVERIFY(m_robots->problems().isEmpty());
    QVERIFY(m_robots->remarks().first().contains(u"2026-11-23 16:5"_qs));
}

void TestRobots::stopsWhenNothingIsOnItsWay()
{
    make();
    begin();
    int stopped = 0;
    say(event_type::notice, R"({"message":"a","type":"error"})");
    m_clock->advance(500ms);
    m_robots->look();
    m_store->answer();
    QVERIFY(m_post->isSending());
    m_robots->stop([&] { ++stopped; });
    QCOMPARE(stopped, 0);
    m_post->answer();
    m_store->answer();
    QCOMPARE(stopped, 1);
    QVERIFY(m_store->states[u"office"_qs].waiting.isEmpty());
}

QTEST_GUILESS_MAIN(TestRobots)
#include "tst_robots.moc"
