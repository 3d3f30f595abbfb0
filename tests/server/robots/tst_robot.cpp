// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot.h"
#include "tests/server/robots/memory_robots.h"
#include "tests/support/manual_clock.h"

#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

struct Taken;

/// One robot, and when it says what.
class TestRobot : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void keepsBeforeItTells();
    void tellsOneAfterTheOther();
    void foldsWhatWaits();
    void keepsItsPaceOverATakeOver();
    void triesAgainFiveTimes();
    void triesTheSameMessageAgain();
    void tellsWhatItCouldNotTell();
    void givesUpTheOldestOfTooMany();
    void tellsNothingWithoutTheLease();
    void waitsForRedis();
    void keepsSeldomInAFlood();
    void restsBeforeAStop();
    void losesNothingOverKills();

private:
    void say(const QString &text);
    /// Time passes, and Redis answers, if it does.
    void pass(std::chrono::milliseconds time, bool redisAnswers = true);
    void answerOne(Taken &taken, bool mayRefuse);
    void kill(Taken &taken);

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<MemoryRobotStore> m_store;
    std::unique_ptr<MemoryRobotPost> m_post;
    std::unique_ptr<Robot> m_robot;
    quint64 m_last = 0;
};

void TestRobot::init()
{
    m_robot.reset();
    m_clock = std::make_unique<ManualClock>();
    m_store = std::make_unique<MemoryRobotStore>();
    m_post = std::make_unique<MemoryRobotPost>();
    m_robot = std::make_unique<Robot>(tellingRobot(), u"印务"_qs, *m_store, *m_post, *m_clock);
    m_last = 0;
}

void TestRobot::say(const QString &text)
{
    const StreamId id{++m_last, 0};
    m_robot->take({{id.toString(), robot_kind::notices, text}}, id);
}

void TestRobot::pass(std::chrono::milliseconds time, bool redisAnswers)
{
    for (; time > 0ms; time -= 500ms) {
        m_clock->advance(500ms);
        m_robot->look();
        if (redisAnswers)
            m_store->answer();
    }
}

void TestRobot::keepsBeforeItTells()
{
    m_robot->begin({});
    m_store->answer();
    m_clock->advance(1s);
    say(u"a"_qs);
    QVERIFY(!m_post->isSending());
    m_store->answerOne();
    QVERIFY(m_post->isSending());
    QCOMPARE(m_store->states[u"office"_qs].waiting.size(), 1);
    QCOMPARE(m_store->states[u"office"_qs].cursor, (StreamId{1, 0}));
    m_post->answer();
    m_store->answer();
    QCOMPARE(m_store->states[u"office"_qs].waiting.size(), 0);
    QVERIFY(m_store->states[u"office"_qs].lastFailure.isEmpty());
    QCOMPARE(m_robot->counts().sent, 1u);
}

void TestRobot::tellsOneAfterTheOther()
{
    m_robot->begin({});
    say(u"a"_qs);
    pass(500ms);
    QCOMPARE(m_post->sent.size(), 1);
    say(u"b"_qs);
    pass(20s);
    QCOMPARE(m_post->sent.size(), 1); // the first is not answered
    m_post->answer();
    m_clock->advance(Robot::pace);
    m_robot->look();
    QCOMPARE(m_post->sent.size(), 1); // it is not kept that it was told
    m_store->answer();
    QCOMPARE(m_post->texts(1), QStringList{u"b"_qs});
}

/// Fifteen a minute, whatever happens.
void TestRobot::foldsWhatWaits()
{
    m_robot->begin({});
    for (int i = 0; i < 120; ++i) {
        say(QString::number(i));
        pass(500ms);
        if (m_post->isSending())
            m_post->answer();
        m_store->answer();
    }
    QVERIFY2(m_post->sent.size() <= 16, qPrintable(QString::number(m_post->sent.size())));
    pass(10s);
    m_post->isSending() ? m_post->answer() : void();
    QStringList expected;
    for (int i = 0; i < 120; ++i)
        expected.append(QString::number(i));
    QCOMPARE(m_post->allTexts(), expected);
}

void TestRobot::keepsItsPaceOverATakeOver()
{
    RobotState state;
    state.waiting = {{u"1-0"_qs, robot_kind::notices, u"a"_qs}};
    state.lastAt = m_clock->now() - 1s;
    m_robot->begin(state);
    pass(2500ms);
    QVERIFY(!m_post->isSending());
    pass(1s);
    QVERIFY(m_post->isSending());
}

void TestRobot::triesAgainFiveTimes()
{
    m_robot->begin({});
    say(u"a"_qs);
    QList<std::chrono::milliseconds> tries;
    for (auto passed = 0ms; passed < 20min; passed += 500ms) {
        pass(500ms);
        if (!m_post->isSending())
            continue;
        tries.append(passed);
        m_post->fail();
        m_store->answer();
        QCOMPARE(m_store->states[u"office"_qs].lastFailure, u"It sleeps."_qs);
    }
    QCOMPARE(tries.size(), Robot::tries);
    for (int i = 1; i < tries.size() - 1; ++i)
        QVERIFY(tries[i + 1] - tries[i] > tries[i] - tries[i - 1]);
    QVERIFY(m_store->states[u"office"_qs].waiting.isEmpty());
    QCOMPARE(m_store->states[u"office"_qs].lost, 1);
}

/// Its service may have taken it, and only the answer got lost.
void TestRobot::triesTheSameMessageAgain()
{
    m_robot->begin({});
    say(u"a"_qs);
    pass(500ms);
    say(u"b"_qs);
    m_post->fail();
    pass(6s);
    QCOMPARE(m_post->sent.size(), 2);
    QCOMPARE(m_post->texts(1), m_post->texts(0));
    m_post->answer();
    pass(5s);
    QCOMPARE(m_post->texts(2), QStringList{u"b"_qs});
}

void TestRobot::tellsWhatItCouldNotTell()
{
    RobotState state;
    state.lost = 3;
    m_robot->begin(state);
    say(u"a"_qs);
    pass(1s);
    QVERIFY(m_post->sent.first().value(u"text"_qs).toString().contains(u"3 条"_qs));
    m_post->answer();
    m_store->answer();
    QCOMPARE(m_store->states[u"office"_qs].lost, 0);
}

void TestRobot::givesUpTheOldestOfTooMany()
{
    m_robot->begin({});
    say(u"first"_qs);
    pass(500ms);
    QVERIFY(m_post->isSending());
    const int more = int(RobotState::mostWaiting) + 10;
    for (int i = 0; i < more; ++i)
        say(QString::number(i));
    m_post->answer();
    pass(500ms);
    const RobotState &state = m_store->states[u"office"_qs];
    QCOMPARE(state.waiting.size(), RobotState::mostWaiting);
    QCOMPARE(state.waiting.last().text, QString::number(more - 1));
    QCOMPARE(state.waiting.first().text, u"10"_qs);
}

void TestRobot::tellsNothingWithoutTheLease()
{
    QSignalSpy displaced(m_robot.get(), &Robot::displaced);
    m_robot->begin({});
    m_store->says = RobotStore::Kept::NotTheWriter;
    say(u"a"_qs);
    pass(10s);
    QCOMPARE(displaced.size(), 1);
    QVERIFY(!m_robot->isAtWork());
    QVERIFY(m_post->sent.isEmpty());
    QVERIFY(m_store->states.isEmpty());
}

void TestRobot::waitsForRedis()
{
    m_robot->begin({});
    m_store->says = RobotStore::Kept::Unknown;
    say(u"a"_qs);
    pass(10s);
    QVERIFY(m_post->sent.isEmpty());
    m_store->says = RobotStore::Kept::Yes;
    pass(1s);
    QCOMPARE(m_post->sent.size(), 1);
}

void TestRobot::keepsSeldomInAFlood()
{
    m_robot->begin({});
    m_store->answer();
    int kept = 0;
    for (int i = 0; i < 1000; ++i) {
        m_clock->advance(1ms);
        say(QString::number(i));
        kept += m_store->isAsked() ? 1 : 0;
        m_store->answer();
    }
    QVERIFY2(kept <= 6, qPrintable(QString::number(kept)));
}

void TestRobot::restsBeforeAStop()
{
    QSignalSpy idle(m_robot.get(), &Robot::becameIdle);
    m_robot->begin({});
    say(u"a"_qs);
    pass(500ms);
    m_robot->rest();
    say(u"b"_qs);
    idle.clear();
    m_post->answer();
    QVERIFY(!m_robot->isIdle());
    m_store->answer();
    QVERIFY(m_robot->isIdle() && !idle.isEmpty());
    pass(20s);
    QCOMPARE(m_post->sent.size(), 1);
}

/// What its service took, and what may have been taken twice.
struct Taken
{
    QStringList texts;
    QStringList twice;
    int refusals = 0; ///< one after the other
};

void TestRobot::answerOne(Taken &taken, bool mayRefuse)
{
    if (!m_post->isSending())
        return;
    if (mayRefuse && ++taken.refusals < Robot::tries)
        return m_post->fail();
    taken.refusals = 0;
    taken.texts += m_post->texts(m_post->sent.size() - 1);
    m_post->answer();
}

/// The service takes what is in flight, and nobody hears it. The next one goes on from what is
/// kept, and has what came after that from the log.
void TestRobot::kill(Taken &taken)
{
    const RobotState state = m_store->states.value(u"office"_qs);
    if (!m_post->sent.isEmpty()) {
        const QStringList last = m_post->texts(m_post->sent.size() - 1);
        if (m_post->isSending())
            taken.texts += last;
        if (m_post->isSending() || taken.texts.endsWith(last.last()))
            taken.twice += last;
    }
    taken.refusals = 0;
    m_post->lose();
    m_store->lose();
    m_robot = std::make_unique<Robot>(tellingRobot(), u"印务"_qs, *m_store, *m_post, *m_clock);
    m_robot->begin(state);
    const quint64 last = m_last;
    for (m_last = state.cursor.ms; m_last < last;)
        say(QString::number(m_last + 1));
}

/// Killed at any point: nothing is lost, and at each kill the message in flight at most comes
/// twice.
void TestRobot::losesNothingOverKills()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    QRandomGenerator random(seed);
    for (int script = 0; script < 60; ++script) {
        init();
        Taken taken;
        m_robot->begin({});
        for (int i = 0; i < 400; ++i) {
            const int dice = int(random.bounded(100));
            if (dice < 20)
                say(QString::number(m_last + 1));
            else if (dice < 45 && m_store->isAsked())
                m_store->answerOne();
            else if (dice < 65)
                answerOne(taken, random.bounded(4) == 0);
            else if (dice < 67)
                kill(taken);
            else
                pass(random.bounded(3) == 0 ? 10s : 500ms, random.bounded(2) == 0);
        }
        for (int i = 0; i < 100; ++i) {
            pass(10s);
            answerOne(taken, false);
        }
        for (quint64 id = 1; id <= m_last; ++id) {
            const QString text = QString::number(id);
            const auto times = taken.texts.count(text);
            QVERIFY2(
                times >= 1 && times <= 1 + taken.twice.count(text),
                qPrintable(u"script %1: %2 came %3 times"_qs.arg(script).arg(text).arg(times)));
        }
        // Mostly one at a time: nothing was given up.
        QCOMPARE(m_robot->state().lost, 0);
    }
}

QTEST_GUILESS_MAIN(TestRobot)
#include "tst_robot.moc"
