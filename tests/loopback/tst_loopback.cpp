// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "tests/loopback/loopback_client.h"
#include "tests/server/push/sights.h"
#include "tests/support/random_events.h"
#include "tests/support/visible_to.h"

#include <QLoggingCategory>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// The law of the whole: after any script of drops, restarts, resets, slow readers and changed
/// rights, what a desk shows is what the server's book shows it, and it was shown each event once.
class TestLoopback : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whateverHappensDesksEndUpTrue_data();
    void whateverHappensDesksEndUpTrue();

private:
    quint64 m_seed = 0;
};

namespace {

constexpr int deskCount = 4;
constexpr int rounds = 5; ///< of each script, with seeds of their own

/// How often each thing happens, in per mille of the steps of a script.
struct Rates
{
    int cuts = 10;
    int silences = 2; ///< cuts that nobody is told of
    int kills = 2;
    int stops = 2;
    int resets = 1;
    int rights = 2;
    int publishes = 20;
};

class Script
{
public:
    Script(quint64 seed, qsizetype ringBytes, const Rates &rates)
        : m_random(seed)
        , m_rates(rates)
        , m_server(ringBytes)
    {
        for (int i = 0; i < deskCount; ++i)
            m_users.append(user(i));
        m_server.setUsers(m_users);
        m_server.start();
        for (const server::UserRecord &record : std::as_const(m_users)) {
            m_desks.push_back(std::make_unique<LoopbackClient>(
                m_server, record.name, [this] { return m_random.below(1000) / 1000.0; }));
        }
    }

    void run(int steps)
    {
        for (int i = 0; i < steps; ++i) {
            happen();
            flow();
        }
    }
    /// Nothing new happens, until everything has arrived.
    void settle()
    {
        if (!m_server.isUp())
            m_server.start();
        for (int i = 0; i < 400; ++i) {
            for (const auto &desk : m_desks)
                flow(*desk, 1'000'000);
            m_server.stored.settle(true);
            LoopbackServer::turn();
            m_server.pass(500ms);
        }
    }
    void verify()
    {
        for (const auto &desk : m_desks) {
            QVERIFY2(desk->complaint().isEmpty(), qPrintable(desk->complaint()));
            QVERIFY2(desk->isLive(), qPrintable(desk->name()));
            desk->expectNothingLeft();
            QVERIFY2(desk->complaint().isEmpty(), qPrintable(desk->complaint()));
            compare(*desk);
            verifyPublishes(*desk);
            resumes += desk->resumes;
            snapshots += desk->snapshots;
        }
    }

    int resumes = 0;
    int snapshots = 0;

private:
    server::UserRecord user(int number)
    {
        server::UserRecord record;
        record.name = QStringLiteral("desk%1").arg(number);
        record.role = number % 2 ? server::Role::Viewer : server::Role::Admin;
        record.departments = departments();
        record.tokens = {{server::tokenHash(record.name.toUtf8()), std::nullopt}};
        return record;
    }
    QStringList departments()
    {
        QStringList some;
        for (const auto &name : {QStringLiteral("1"), QStringLiteral("2")}) {
            if (m_random.chance(50))
                some.append(name);
        }
        return some;
    }

    bool comesUp(int perMille) { return m_random.below(1000) < perMille; }
    LoopbackClient &anyDesk() { return *m_desks[std::size_t(m_random.below(deskCount))]; }

    void happen()
    {
        const int events = m_random.below(4);
        for (int i = 0; i < events; ++i)
            m_pending.append(m_random.next());
        if (!m_server.isUp()) {
            if (m_random.chance(10))
                m_server.start();
        } else if (comesUp(m_rates.kills)) {
            m_server.kill();
        } else if (comesUp(m_rates.stops)) {
            m_server.stop();
        } else if (comesUp(m_rates.resets)) {
            m_server.beginEpoch();
        } else {
            happenOnTheServer();
        }
        if (comesUp(m_rates.cuts))
            anyDesk().link().cut(true);
        if (comesUp(m_rates.silences))
            anyDesk().link().cut(false);
        if (comesUp(m_rates.publishes))
            anyDesk().publish(QStringLiteral("m%1").arg(++m_published));
    }
    void happenOnTheServer()
    {
        for (const Event &event : std::exchange(m_pending, {}))
            m_server.stored.append(event);
        if (m_random.chance(50))
            m_server.stored.settle(true);
        if (comesUp(m_rates.rights)) {
            m_users[m_random.below(deskCount)].departments = departments();
            m_server.setUsers(m_users);
        }
    }

    void flow()
    {
        if (m_random.chance(60))
            LoopbackServer::turn();
        for (const auto &desk : m_desks) {
            // A quarter of the time somebody does not read at all.
            flow(*desk, m_random.chance(25) ? 0 : m_random.below(6000));
        }
        if (m_random.chance(30))
            m_server.pass(std::chrono::milliseconds(m_random.below(1500)));
    }
    static void flow(LoopbackClient &desk, qsizetype bytes)
    {
        desk.link().answerHandshake();
        desk.link().deliverToServer(int(bytes));
        desk.link().deliverToClient(bytes);
    }

    static QStringList notices(const Book &book)
    {
        QStringList list;
        for (const Notice &notice : book.notices)
            list.append(notice.id.toString() + notice.message());
        return list;
    }
    void compare(const LoopbackClient &desk)
    {
        const auto identity = m_server.users.authenticate(desk.name().toUtf8());
        const Book expected = visibleTo(m_server.log().book(), identity->groups());
        const client::Store &store = desk.store();
        QCOMPARE(sights(store.book()), sights(expected));
        QCOMPARE(notices(store.book()), notices(expected));
        QCOMPARE(store.book().epoch, expected.epoch);
        QCOMPARE(store.book().position.toString(), expected.position.toString());
        QCOMPARE(store.stats(),
                 m_server.log().effectiveStats(dateAt(m_server.clock.now(), QTimeZone::utc())));
        QCOMPARE(store.ready().count(), readyFromScratch(store.book()));
        QVERIFY(!store.isStale());
    }
    static qint64 readyFromScratch(const Book &book)
    {
        ReadyIndex index;
        index.rebuild(book);
        return index.count();
    }
    /// What the server acknowledged is in the log, once. An epoch's log is gone with it.
    void verifyPublishes(const LoopbackClient &desk)
    {
        if (m_rates.resets > 0)
            return;
        for (const QString &message : desk.acknowledged()) {
            int found = 0;
            for (const Event &event : m_server.stored.events())
                found += event.data.value(QLatin1StringView("message")).toString() == message;
            QCOMPARE(found, 1);
        }
    }

    RandomEvents m_random;
    Rates m_rates;
    LoopbackServer m_server;
    QList<server::UserRecord> m_users;
    std::vector<std::unique_ptr<LoopbackClient>> m_desks; ///< go before the server
    QList<Event> m_pending; ///< not yet in the log
    int m_published = 0;
};

} // namespace

Q_DECLARE_METATYPE(Rates)

void TestLoopback::initTestCase()
{
    m_seed = randomSeed();
    // Thousands of drops would drown what went wrong.
    QLoggingCategory::setFilterRules(QStringLiteral("pressboard.*=false"));
}

void TestLoopback::whateverHappensDesksEndUpTrue_data()
{
    QTest::addColumn<Rates>("rates");
    QTest::addColumn<qsizetype>("ringBytes");
    // Fewer than these, and the script proves nothing; each desk begins with a snapshot.
    QTest::addColumn<int>("leastResumes");
    QTest::addColumn<int>("leastSnapshots");
    constexpr int begins = rounds * deskCount;
    constexpr qsizetype largeRing = 64'000'000;
    constexpr qsizetype smallRing = 8'000;
    const auto row = [](const char *name, const Rates &rates, qsizetype ringBytes, int leastResumes,
                        int leastSnapshots) {
        QTest::newRow(name) << rates << ringBytes << leastResumes << leastSnapshots;
    };
    row("calm", {0, 0, 0, 0, 0, 0, 20}, largeRing, 0, begins);
    row("cuts", {30, 5, 0, 0, 0, 0, 20}, largeRing, rounds, begins);
    row("slow readers", {10, 0, 0, 0, 0, 0, 20}, smallRing, 0, begins + 1);
    row("restarts", {10, 0, 10, 10, 0, 0, 20}, largeRing, rounds, begins);
    row("rights", {10, 0, 0, 0, 0, 20, 20}, largeRing, 1, begins + rounds);
    row("epochs", {10, 0, 2, 2, 5, 0, 20}, largeRing, 1, begins + 1);
    row("everything", Rates(), largeRing, 1, begins);
    row("everything, small ring", Rates(), smallRing, 0, begins + 1);
}

void TestLoopback::whateverHappensDesksEndUpTrue()
{
    QFETCH(Rates, rates);
    QFETCH(qsizetype, ringBytes);
    int resumes = 0;
    int snapshots = 0;
    for (int round = 0; round < rounds; ++round) {
        Script script(m_seed + quint64(round), ringBytes, rates);
        script.run(600);
        script.settle();
        script.verify();
        if (QTest::currentTestFailed()) {
            qInfo("in round %d", round);
            return;
        }
        resumes += script.resumes;
        snapshots += script.snapshots;
    }
    QFETCH(int, leastResumes);
    QFETCH(int, leastSnapshots);
    QVERIFY2(resumes >= leastResumes, qPrintable(QString::number(resumes)));
    QVERIFY2(snapshots >= leastSnapshots, qPrintable(QString::number(snapshots)));
}

QTEST_GUILESS_MAIN(TestLoopback)
#include "tst_loopback.moc"
