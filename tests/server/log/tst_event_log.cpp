// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/event_log.h"
#include "tests/server/log/events.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

constexpr qsizetype ringBytes = 1 << 20;

const RingEntry &newest(const EventLog &log)
{
    return log.ring().at(log.ring().end() - 1);
}

QStringList cover()
{
    return {QStringLiteral("dept_cover")};
}

} // namespace

class TestEventLog : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void encodesAnEventOnce();
    void givesClassicClientsWhatThePublisherWrote();
    void ignoresWhatIsNotNewer();
    void movesOverRejectedEntries();
    void tellsThoseWhoGainAndLoseSight();
    void saysOfSightsThatAnImportGaveThem();
    void sortsEventsByWhoMaySeeThem_data();
    void sortsEventsByWhoMaySeeThem();
    void deliversARetirementAsGone();
    void asksForASnapshotWhenSeveralRetire();
    void keepsImportsFromClassicClients();
    void tellsNobodyOfARefusedEvent();
    void putsDerivedFramesInOrder();
    void beginsAnewAtAnotherBook();
    void resumesBehindTheBook();
};

void TestEventLog::encodesAnEventOnce()
{
    EventLog log(ringBytes, {});
    log.setClassicReaders(true);
    QSignalSpy grew(&log, &EventLog::grew);
    QSignalSpy applied(&log, &EventLog::applied);
    log.append(orderEvent({5, 1}, 42, 1));
    QCOMPARE(grew.size(), 1);
    QCOMPARE(applied.size(), 1);
    QCOMPARE(log.position(), StreamId({5, 1}));
    const QJsonObject frame = QJsonDocument::fromJson(newest(log).text).object();
    QCOMPARE(frame.value(u"id").toString(), QStringLiteral("5-1"));
    QCOMPARE(frame.value(u"type").toString(), QStringLiteral("order_notification"));
    QCOMPARE(frame.value(u"data").toObject().value(u"order_id").toInt(), 42);
    const QJsonObject classic = QJsonDocument::fromJson(newest(log).classic).object();
    QCOMPARE(classic.keys(), QStringList({QStringLiteral("data"), QStringLiteral("type")}));
    QCOMPARE(classic.value(u"data"), frame.value(u"data"));
}

void TestEventLog::givesClassicClientsWhatThePublisherWrote()
{
    EventLog log(ringBytes, {});
    Event event = orderEvent({1, 0}, 7, 1);
    event.published = R"({"order_id": "7", "timestamp": "2026-11-23 10:00"})";
    log.append(event);
    QVERIFY(newest(log).classic.isEmpty()); // nobody reads it
    log.setClassicReaders(true);
    event.id = {2, 0};
    log.append(event);
    const QJsonObject classic = QJsonDocument::fromJson(newest(log).classic).object();
    QCOMPARE(classic.value(u"data").toObject(), QJsonDocument::fromJson(event.published).object());
    QVERIFY(!newest(log).text.contains("2026-11-23 10:00"));
}

void TestEventLog::ignoresWhatIsNotNewer()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({5, 0}, 1, 1));
    QSignalSpy grew(&log, &EventLog::grew);
    log.append(orderEvent({5, 0}, 1, 2));
    log.append(orderEvent({4, 9}, 1, 3));
    log.skip({5, 0});
    QCOMPARE(grew.size(), 0);
    QCOMPARE(log.ring().end() - log.ring().first(), Ring::Serial(1));
    QCOMPARE(log.book().order(1)->status, OrderStatus::Pending);
}

void TestEventLog::movesOverRejectedEntries()
{
    EventLog log(ringBytes, {});
    log.skip({3, 0});
    QCOMPARE(log.position(), StreamId({3, 0}));
    QCOMPARE(newest(log).kind, FrameKind::Silent);
    QVERIFY(log.ring().after({3, 0})); // a client may stand there
}

void TestEventLog::tellsThoseWhoGainAndLoseSight()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 1, cover()));
    QVERIFY(newest(log).gained.isEmpty() && newest(log).lost.isEmpty());
    log.append(stepEvent({2, 0}, 7, 71, 1));
    QCOMPARE(newest(log).after, Audience(cover()));

    log.append(orderEvent({3, 0}, 7, 2, {QStringLiteral("dept_content")}));
    const RingEntry &moved = newest(log);
    QCOMPARE(moved.before, Audience(cover()));
    QCOMPARE(moved.after, Audience({QStringLiteral("dept_content")}));
    const QJsonObject gained = QJsonDocument::fromJson(moved.gained).object();
    QCOMPARE(gained.value(u"type").toString(), QStringLiteral("order"));
    QCOMPARE(gained.value(u"steps").toArray().size(), 1);
    const QJsonObject lost = QJsonDocument::fromJson(moved.lost).object();
    QCOMPARE(lost.value(u"gone").toBool(), true);
    QCOMPARE(lost.value(u"order_id").toInt(), 7);
    QVERIFY(!gained.contains(u"src") && !lost.contains(u"src"));
    QCOMPARE(log.steadySince(), StreamId({3, 0}));
}

void TestEventLog::saysOfSightsThatAnImportGaveThem()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 1, cover()));
    Event imported = orderEvent({2, 0}, 7, 1, {QStringLiteral("dept_content")});
    imported.source = QStringLiteral("import");
    log.append(imported);
    for (const QByteArray &frame : {newest(log).gained, newest(log).lost})
        QCOMPARE(QJsonDocument::fromJson(frame)[u"src"].toString(), QStringLiteral("import"));
}

void TestEventLog::sortsEventsByWhoMaySeeThem_data()
{
    QTest::addColumn<Event>("sent");
    QTest::addColumn<FrameKind>("kind");
    const auto type = [](const char *name, QStringList groups = {}) {
        return eventOf({1, 0}, QLatin1StringView(name), {}, std::move(groups));
    };
    QTest::newRow("order") << orderEvent({1, 0}, 1, 1) << FrameKind::Order;
    QTest::newRow("step") << stepEvent({1, 0}, 1, 11, 1) << FrameKind::Order;
    QTest::newRow("unknown") << type("machine_alert") << FrameKind::Order;
    QTest::newRow("notice") << noticeEvent({1, 0}, QStringLiteral("hi")) << FrameKind::Notice;
    QTest::newRow("numbers for all") << type("dashboard_update") << FrameKind::Silent;
    QTest::newRow("numbers for some") << type("dashboard_update", cover()) << FrameKind::Numbers;
    QTest::newRow("internal") << type("pressboard.day") << FrameKind::Silent;
}

void TestEventLog::sortsEventsByWhoMaySeeThem()
{
    QFETCH(Event, sent);
    QFETCH(FrameKind, kind);
    EventLog log(ringBytes, {});
    log.setClassicReaders(true);
    log.append(sent);
    QCOMPARE(newest(log).kind, kind);
    QCOMPARE(newest(log).text.isEmpty(), kind == FrameKind::Silent);
    QCOMPARE(newest(log).classic.isEmpty(), kind == FrameKind::Silent);
}

void TestEventLog::deliversARetirementAsGone()
{
    EventLog log(ringBytes, {});
    log.setClassicReaders(true);
    log.append(orderEvent({1, 0}, 7, 3, cover()));
    log.append(retirement({2, 0}, {7}));
    QCOMPARE(newest(log).kind, FrameKind::Order);
    QCOMPARE(newest(log).after, Audience(cover()));
    QVERIFY(newest(log).classic.isEmpty());
    const QJsonObject frame = QJsonDocument::fromJson(newest(log).text).object();
    QCOMPARE(frame.value(u"gone").toBool(), true);
    QCOMPARE(frame.value(u"order_id").toInt(), 7);
}

void TestEventLog::asksForASnapshotWhenSeveralRetire()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 3));
    log.append(orderEvent({2, 0}, 8, 3));
    const Ring::Serial cursor = log.ring().end();
    QSignalSpy wasReset(&log, &EventLog::wasReset);
    log.append(retirement({3, 0}, {7, 8}));
    QCOMPARE(wasReset.size(), 1);
    QVERIFY(cursor < log.ring().first());
    QVERIFY(!log.ring().after({2, 0}));
    QVERIFY(log.ring().after({3, 0}));
}

void TestEventLog::keepsImportsFromClassicClients()
{
    EventLog log(ringBytes, {});
    log.setClassicReaders(true);
    Event imported = orderEvent({1, 0}, 7, 1);
    imported.source = QStringLiteral("import");
    log.append(imported);
    QVERIFY(newest(log).classic.isEmpty());
    QVERIFY(newest(log).text.contains("\"src\":\"import\""));
}

void TestEventLog::tellsNobodyOfARefusedEvent()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 1));
    log.append(deletion({2, 0}, 7));
    log.append(stepEvent({3, 0}, 7, 71, 1));
    QCOMPARE(newest(log).kind, FrameKind::Silent);
    QVERIFY(newest(log).text.isEmpty());
}

void TestEventLog::putsDerivedFramesInOrder()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 1));
    log.appendDerived(FrameKind::Numbers, "{}", "{}");
    log.append(orderEvent({2, 0}, 7, 2));
    const auto cursor = log.ring().after({1, 0});
    QVERIFY(log.ring().at(*cursor).derived);
    QCOMPARE(log.ring().at(*cursor).id, StreamId({1, 0}));
}

void TestEventLog::beginsAnewAtAnotherBook()
{
    EventLog log(ringBytes, {});
    log.append(orderEvent({1, 0}, 7, 1));
    const Ring::Serial cursor = log.ring().end();
    Book book;
    book.epoch = QStringLiteral("another");
    book.position = {9, 0};
    QSignalSpy wasReset(&log, &EventLog::wasReset);
    log.reset(book);
    QCOMPARE(wasReset.size(), 1);
    QVERIFY(cursor < log.ring().first());
    QVERIFY(log.ring().after({9, 0}));
    QVERIFY(!log.ring().after({1, 0}));
    QVERIFY(log.book().orders().isEmpty());
    QVERIFY(!log.appendHistory(orderEvent({9, 0}, 7, 1))); // nothing is known of the past
}

void TestEventLog::resumesBehindTheBook()
{
    EventLog before(ringBytes, {});
    for (quint64 ms = 1; ms <= 9; ++ms)
        before.append(orderEvent({ms, 0}, qint64(ms), 1));

    EventLog after(ringBytes, {});
    after.reset(before.book(), before.steadySince());
    for (quint64 ms = 9; ms >= 3; --ms)
        QVERIFY(after.appendHistory(orderEvent({ms, 0}, qint64(ms), 1)));
    QVERIFY(after.skipHistory({2, 0}));
    after.setHistoryBase({1, 0});
    QCOMPARE(after.ring().end() - *after.ring().after({1, 0}), Ring::Serial(8));
    QCOMPARE(after.position(), StreamId({9, 0}));
}

QTEST_APPLESS_MAIN(TestEventLog)
#include "tst_event_log.moc"
