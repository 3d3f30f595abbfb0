// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/event_log.h"
#include "tests/server/log/events.h"

#include <QRandomGenerator>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

constexpr qsizetype ringBytes = 8 << 20;

QStringList cover()
{
    return {QStringLiteral("dept_cover")};
}

/// What a restarted server puts into its ring from the log, given the checkpoint of `live`.
void refill(EventLog &restarted, const EventLog &live, const QList<Event> &history)
{
    restarted.reset(live.book(), live.steadySince());
    for (auto it = history.rbegin(); it != history.rend(); ++it) {
        if (!restarted.appendHistory(*it))
            return;
    }
}

int entriesOf(const EventLog &log)
{
    return int(log.ring().end() - log.ring().first());
}

/// How many entries a restart brings back of these events.
int broughtBack(const QList<Event> &events)
{
    EventLog live(ringBytes, {});
    for (const Event &each : events)
        live.append(each);
    EventLog restarted(ringBytes, {});
    refill(restarted, live, events);
    return entriesOf(restarted);
}

/// A shop whose orders change hands, are deleted, come again, retire; steps that wander.
class RandomShop
{
public:
    explicit RandomShop(quint32 seed)
        : m_random(seed)
    {
    }

    Event next()
    {
        const StreamId id{++m_ms, 0};
        switch (m_random.bounded(12)) {
        case 0:
            return deletion(id, order());
        case 1:
            return retirement(id, {order()});
        case 2:
            return noticeEvent(id, QStringLiteral("notice"), groups());
        case 3:
            return noticeEvent(id, QStringLiteral("again"), groups(),
                               StreamId{m_random.bounded(quint32(m_ms)), 0}.toString());
        case 4:
            return eventOf(id, QLatin1StringView("machine_alert"), {}, groups());
        case 5:
        case 6:
        case 7:
            return orderEvent(id, order(), 1 + int(m_random.bounded(4)), groups());
        default:
            return stepEvent(id, order(), idOf(1 + m_random.bounded(40)),
                             1 + int(m_random.bounded(4)), groups());
        }
    }

private:
    CrmId order() { return idOf(1 + m_random.bounded(20)); }
    /// Mostly numbers, so that orders of both kinds exchange their steps now and then.
    static CrmId idOf(int number)
    {
        return number % 7 == 0 ? CrmId::fromText(QStringLiteral("A-%1").arg(number)) : number;
    }
    QStringList groups()
    {
        // Mostly everyone, so that long stretches are steady.
        return m_random.bounded(12) == 0 ? cover() : QStringList();
    }

    QRandomGenerator m_random;
    quint64 m_ms = 0;
};

void compareEntries(const RingEntry &again, const RingEntry &once)
{
    QCOMPARE(again.id, once.id);
    QCOMPARE(int(again.kind), int(once.kind));
    QCOMPARE(again.before, once.before);
    QCOMPARE(again.after, once.after);
    QCOMPARE(again.text, once.text);
    QVERIFY(again.gained.isEmpty() && again.lost.isEmpty());
    QCOMPARE(again.hasTextIds, once.hasTextIds);
    QVERIFY(again.plain == once.plain);
}

} // namespace

class TestHindsight : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bringsBackWhatIsCertain();
    void stopsWhereAnAudienceChanged();
    void stopsWhereARestrictedOrderLeft();
    void knowsADeletedOrderWasEveryones();
    void knowsADeletedOrderThatCameAgain();
    void makesTheSameEntriesAgain();
};

void TestHindsight::bringsBackWhatIsCertain()
{
    QCOMPARE(broughtBack({orderEvent({1, 0}, 1, 1), orderEvent({2, 0}, 2, 1, cover()),
                          stepEvent({3, 0}, 2, 21, 1), orderEvent({4, 0}, 1, 2)}),
             4);
}

void TestHindsight::stopsWhereAnAudienceChanged()
{
    QCOMPARE(broughtBack({orderEvent({1, 0}, 1, 1), orderEvent({2, 0}, 1, 1, cover()),
                          stepEvent({3, 0}, 1, 11, 1), stepEvent({4, 0}, 1, 11, 2)}),
             2);
}

void TestHindsight::stopsWhereARestrictedOrderLeft()
{
    QCOMPARE(broughtBack({orderEvent({1, 0}, 1, 1, cover()), deletion({2, 0}, 1),
                          orderEvent({3, 0}, 2, 1)}),
             1);
}

void TestHindsight::knowsADeletedOrderWasEveryones()
{
    QCOMPARE(broughtBack({orderEvent({1, 0}, 1, 1), stepEvent({2, 0}, 1, 11, 1),
                          deletion({3, 0}, 1), orderEvent({4, 0}, 2, 1)}),
             4);
}

void TestHindsight::knowsADeletedOrderThatCameAgain()
{
    const QList<Event> events{orderEvent({1, 0}, 1, 1), stepEvent({2, 0}, 1, 11, 1),
                              deletion({3, 0}, 1), orderEvent({4, 0}, 1, 1, cover())};
    EventLog live(ringBytes, {});
    for (const Event &each : events)
        live.append(each);
    EventLog restarted(ringBytes, {});
    refill(restarted, live, events);
    QCOMPARE(entriesOf(restarted), 4);
    QVERIFY(restarted.ring().at(restarted.ring().first()).after.isEveryone());
    QCOMPARE(restarted.ring().at(restarted.ring().first() + 3).after, Audience(cover()));
}

void TestHindsight::makesTheSameEntriesAgain()
{
    const quint32 seed = QRandomGenerator::global()->generate();
    qInfo("seed %u", seed);
    int compared = 0;
    for (quint32 run = 0; run < 60; ++run) {
        RandomShop shop(seed + run);
        EventLog live(ringBytes, {});
        QList<Event> events;
        for (int i = 0; i < 400; ++i) {
            events << shop.next();
            live.append(events.last());
            if (i % 40 != 39)
                continue;
            EventLog restarted(ringBytes, {});
            refill(restarted, live, events);
            for (auto at = restarted.ring().first(); at < restarted.ring().end(); ++at) {
                const RingEntry &again = restarted.ring().at(at);
                compareEntries(again, live.ring().at(*live.ring().after(again.id) - 1));
                if (QTest::currentTestFailed())
                    return;
                ++compared;
            }
        }
    }
    QVERIFY2(compared > 1000, qPrintable(QString::number(compared)));
}

QTEST_APPLESS_MAIN(TestHindsight)
#include "tst_hindsight.moc"
