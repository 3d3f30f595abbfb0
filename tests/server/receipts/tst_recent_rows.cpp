// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/recent_rows.h"

#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;
using protocol::ReceiptState;

namespace {

constexpr StreamId notice{1'764'000'000'000, 1};

ReceiptRows expecting(const QStringList &stations)
{
    ReceiptRows rows;
    for (const QString &station : stations)
        rows.stations.insert(station, {station, {}, QStringLiteral("desk"), true, {}});
    return rows;
}

bool nobody(const QString &)
{
    return false;
}

/// As note_receipts.lua does it.
void noteInRedis(ReceiptRows &rows, const QString &station, ReceiptState reached, Moment when)
{
    protocol::ReceiptTimes &times = rows.stations[station].times;
    if (!times.delivered)
        times.delivered = when;
    if (reached >= ReceiptState::Seen && !times.seen)
        times.seen = when;
    if (reached >= ReceiptState::Confirmed && !times.confirmed)
        times.confirmed = when;
}

} // namespace

/// Numbers without reading Redis: are they Redis' own?
class TestRecentRows : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatIsNotedIsWhatRedisHas()
    {
        std::mt19937 random(17);
        const auto stations = QStringLiteral("a b c d").split(u' ');
        for (int round = 0; round < 100; ++round) {
            ReceiptRows redis = expecting(stations);
            RecentRows recent;
            recent.insert(notice, redis, 0ms);
            for (int i = 0; i < 12; ++i) {
                const QString station = stations[random() % stations.size()];
                const auto reached = ReceiptState(random() % 3);
                noteInRedis(redis, station, reached, Moment(std::chrono::milliseconds(i)));
                recent.note(notice, station, reached, Moment(std::chrono::milliseconds(i)));
            }
            const ReceiptRows *known = recent.find(notice, 1ms);
            QVERIFY(known);
            for (const QString &station : stations)
                QCOMPARE(known->stations[station].times, redis.stations[station].times);
        }
    }

    void whoIsNotExpectedIsInNoNumber()
    {
        RecentRows recent;
        recent.insert(notice, expecting({QStringLiteral("a")}), 0ms);
        recent.note(notice, QStringLiteral("stranger"), ReceiptState::Confirmed, Moment(1ms));
        QCOMPARE(recent.find(notice, 0ms)->counts(nobody).delivered, 0);
    }

    void itIsReadAgainAfterAWhile()
    {
        RecentRows recent;
        recent.insert(notice, expecting({QStringLiteral("a")}), 100ms);
        QVERIFY(recent.find(notice, 100ms + RecentRows::freshFor - 1ms));
        recent.note(notice, QStringLiteral("a"), ReceiptState::Seen, Moment(1ms));
        QVERIFY(!recent.find(notice, 100ms + RecentRows::freshFor));
    }

    void whatNobodyKnowsIsForgotten()
    {
        RecentRows recent;
        recent.insert(notice, expecting({QStringLiteral("a")}), 0ms);
        recent.forget(notice);
        recent.note(notice, QStringLiteral("a"), ReceiptState::Seen, Moment(1ms));
        QVERIFY(!recent.find(notice, 0ms));
    }

    void itKeepsFew()
    {
        RecentRows recent;
        int known = 0;
        for (quint64 i = 0; i < 100; ++i)
            recent.insert({notice.ms, i}, {}, 0ms);
        for (quint64 i = 0; i < 100; ++i)
            known += recent.find({notice.ms, i}, 0ms) != nullptr;
        QVERIFY(known <= RecentRows::most);
        QVERIFY(recent.find({notice.ms, 99}, 0ms));
    }
};

QTEST_GUILESS_MAIN(TestRecentRows)
#include "tst_recent_rows.moc"
