// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_watch.h"
#include "tests/support/manual_clock.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// What is stuck is told once, and taken back when it moves.
class TestStuckWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void raisesOnceAndWithdraws();
    void anotherServerGoesOn();
    void tellsNothingWithoutTheLease();
    void tellsChosenGroups();
    void withdrawsWhenNothingIsSetAnyMore();
    void leavesOthersNoticesAlone();
    void looksInSlices();

private:
    void make(const char *settings, bool writes = true);
    void say(QLatin1StringView type, const QJsonObject &data, const QString &publisher = {});
    void say(QLatin1StringView type, const char *json);
    /// Notices of ours that stand on the boards.
    QStringList standing() const;

    std::unique_ptr<ManualClock> m_clock;
    std::unique_ptr<EventLog> m_log;
    std::unique_ptr<StuckWatch> m_watch;
    QStringList m_refs;
};

void TestStuckWatch::init()
{
    m_watch.reset();
    m_clock = std::make_unique<ManualClock>();
    m_log = std::make_unique<EventLog>(1 << 20, defaultJoinSteps());
    m_refs.clear();
}

/// As the log would have it: a ref is taken once.
void TestStuckWatch::make(const char *settings, bool writes)
{
    m_watch = std::make_unique<StuckWatch>(
        *m_log, *m_clock, [writes] { return writes; },
        [this](const Event &event, const QByteArray &ref) {
            if (!m_refs.contains(QString::fromUtf8(ref)))
                say(event.type == event_type::notice ? event_type::notice : event_type::day,
                    event.data, publisherOfSource(event.source));
            m_refs.append(QString::fromUtf8(ref));
        },
        StuckWatch::Options{stuckFromJson(settings).value(), QTimeZone::utc()});
}

void TestStuckWatch::say(QLatin1StringView type, const QJsonObject &data, const QString &publisher)
{
    m_clock->advance(1ms);
    Event event;
    event.id = {quint64(m_clock->now().time_since_epoch().count()), 0};
    event.type = type;
    event.data = data;
    event.publisher = publisher;
    m_log->append(event);
}

void TestStuckWatch::say(QLatin1StringView type, const char *json)
{
    say(type, QJsonDocument::fromJson(json).object());
}

QStringList TestStuckWatch::standing() const
{
    QStringList keys;
    for (const Notice &notice : m_log->book().notices)
        keys.append(notice.key());
    return keys;
}

void TestStuckWatch::raisesOnceAndWithdraws()
{
    make(R"({"running-h":12})");
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    say(event_type::progress, R"({"order_id":1,"progress_id":10,"step_name":"覆膜","status":2})");
    m_watch->lookThrough();
    QVERIFY(standing().isEmpty());
    m_clock->advance(13h);
    for (int i = 0; i < 5; ++i) {
        m_watch->lookThrough();
        m_clock->advance(1min);
    }
    QCOMPARE(standing(), QStringList{u"stuck:run:10"_qs});
    QCOMPARE(m_refs.size(), 1);
    QCOMPARE(m_log->book().notices.first().level(), NoticeLevel::Warning);
    QCOMPARE(m_log->book().notices.first().orderId(), CrmId(1));
    say(event_type::progress, R"({"order_id":1,"progress_id":10,"status":3})");
    m_watch->lookThrough();
    QVERIFY(standing().isEmpty());
    m_watch->lookThrough();
    QCOMPARE(m_refs.size(), 2);
}

void TestStuckWatch::anotherServerGoesOn()
{
    make(R"({"unmoved-h":12})");
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    m_clock->advance(13h);
    m_watch->lookThrough();
    make(R"({"unmoved-h":12})");
    m_watch->lookThrough();
    QCOMPARE(standing().size(), 1);
    QCOMPARE(m_refs.size(), 1);
    // What somebody took down stays down.
    say(event_type::notice,
        {{u"replaces"_qs, m_log->book().notices.first().id.toString()}, {u"message"_qs, u""_qs}});
    QVERIFY(standing().isEmpty());
    m_watch->lookThrough();
    QVERIFY(standing().isEmpty());
}

void TestStuckWatch::tellsNothingWithoutTheLease()
{
    make(R"({"unmoved-h":12})", false);
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    m_clock->advance(13h);
    m_watch->lookThrough();
    QVERIFY(standing().isEmpty());
}

void TestStuckWatch::tellsChosenGroups()
{
    Event told;
    StuckWatch watch(
        *m_log, *m_clock, [] { return true; },
        [&told](const Event &event, const QByteArray &) { told = event; },
        {stuckFromJson(R"({"unmoved-h":1,"groups":["role_admin"],"language":"en"})").value(),
         QTimeZone::utc()});
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    m_clock->advance(13h);
    watch.lookThrough();
    QCOMPARE(told.groups, Audience(QStringList{u"role_admin"_qs}));
    QVERIFY(told.data.value(u"message"_qs).toString().startsWith(u"PO1: nothing has moved"_qs));
}

void TestStuckWatch::withdrawsWhenNothingIsSetAnyMore()
{
    make(R"({"unmoved-h":12})");
    say(event_type::order, R"({"order_id":1,"order_no":"PO1","status":2})");
    m_clock->advance(13h);
    m_watch->lookThrough();
    QCOMPARE(standing().size(), 1);
    make("{}");
    m_watch->lookThrough();
    QVERIFY(standing().isEmpty());
}

void TestStuckWatch::leavesOthersNoticesAlone()
{
    make(R"({"unmoved-h":12})");
    say(event_type::notice, {{u"message"_qs, u"a"_qs}, {u"key"_qs, u"stuck:run:10"_qs}},
        publisherOfUser(u"wang"_qs));
    say(event_type::notice, {{u"message"_qs, u"a"_qs}, {u"key"_qs, u"x"_qs}},
        publisherOfSource(u"server"_qs));
    m_watch->lookThrough();
    QCOMPARE(standing().size(), 2);
}

/// By itself, and over many turns of the loop.
void TestStuckWatch::looksInSlices()
{
    make(R"({"unmoved-h":12})");
    for (int i = 1; i <= StuckWatch::ordersAtOnce * 3; ++i)
        say(event_type::order, {{u"order_id"_qs, i}, {u"status"_qs, 2}});
    m_clock->advance(13h);
    m_watch->lookThrough();
    QCOMPARE(m_refs.size(), StuckWatch::ordersAtOnce * 3);
}

QTEST_GUILESS_MAIN(TestStuckWatch)
#include "tst_stuck_watch.moc"
