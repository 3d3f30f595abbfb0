// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/outbox_crm.h"
#include "tests/support/redis/redis_fault.h"
#include "tests/support/redis/redis_fixture.h"

#include <QJsonDocument>
#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <functional>

using namespace pressboard::test;

Q_DECLARE_METATYPE(OutboxCrm::Kind)

namespace {

using Kind = OutboxCrm::Kind;

/// What the log says of an order, event after event: its customer, or "deleted".
using Told = QMap<QString, QStringList>;

} // namespace

/// What the outbox of docs/django.md promises, for Django and for PHP: an order and its event are
/// stored together; each event arrives once, and in order for each order, whoever is killed.
/// PRESSBOARD_LONG_TESTS=yes for more of it, PRESSBOARD_SEED=N for another course.
class CrmOutbox : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void eachEventArrivesOnce_data() { kinds(); }
    void eachEventArrivesOnce();
    void whoeverIsKilled_data() { kinds(); }
    void whoeverIsKilled();
    void aRowThatIsCommittedLateIsSent_data() { kinds(); }
    void aRowThatIsCommittedLateIsSent();
    void afterADayThePresentStateIsSent_data() { kinds(); }
    void afterADayThePresentStateIsSent();
    void aRefusedRowHoldsNobodyUp_data() { kinds(); }
    void aRefusedRowHoldsNobodyUp();
    void waitsForARedisThatTakesNothing_data();
    void waitsForARedisThatTakesNothing();
    void theSaveSucceedsWithoutAnOutbox_data() { kinds(); }
    void theSaveSucceedsWithoutAnOutbox();

private:
    static void kinds();
    Told told() const;
    static QStringList randomDay(QRandomGenerator &random, int words);
    qint64 stored() const; ///< events in the log
    int sent() const; ///< rows marked so
    void killRelay(QProcess &relay);
    void killSome(QRandomGenerator &random, QProcess &day, QProcess &relay);
    static void kill(QProcess &process);

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    std::unique_ptr<OutboxCrm> m_crm;
    int m_redisKills = 0;
    int m_relayKills = 0;
    int m_dayKills = 0;
    int m_unmarked = 0; ///< times that what was stored was not marked when the relay was killed
};

void CrmOutbox::initTestCase()
{
    QVERIFY(m_redis.start());
}

void CrmOutbox::init()
{
    QVERIFY(m_redis.flushAll());
    QFETCH(Kind, kind);
    if (!OutboxCrm::can(kind))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    m_crm = std::make_unique<OutboxCrm>(kind, m_redis);
    QVERIFY(m_crm->make());
}

void CrmOutbox::kinds()
{
    QTest::addColumn<Kind>("kind");
    QTest::newRow("Django") << Kind::Django;
    QTest::newRow("PHP") << Kind::Php;
}

Told CrmOutbox::told() const
{
    Told told;
    const QList<QByteArray> lines =
        m_redis.command(words("XRANGE pressboard:events - +")).split('\n');
    for (qsizetype i = 0; i + 1 < lines.size(); ++i) {
        if (lines.at(i) != "data")
            continue;
        const QJsonObject data = QJsonDocument::fromJson(lines.at(i + 1)).object();
        const bool isDeleted = data.value(u"action") == u"deleted"_qs;
        told[QString::number(data.value(u"order_id").toInteger())]
            << (isDeleted ? u"deleted"_qs : data.value(u"customer_name").toString());
    }
    return told;
}

void CrmOutbox::eachEventArrivesOnce()
{
    QVERIFY(m_crm->day({u"1"_qs, u"2"_qs, u"1!"_qs, u"1"_qs, u"2-"_qs}));
    QVERIFY2(m_crm->log().isEmpty(), qPrintable(m_crm->log()));
    QVERIFY(told().isEmpty());
    QVERIFY(m_crm->relayOnce());
    const Told expected{{u"1"_qs, {u"0"_qs, u"1"_qs}}, {u"2"_qs, {u"0"_qs, u"deleted"_qs}}};
    QCOMPARE(told(), expected);
    for (const OutboxRow &row : m_crm->outbox())
        QVERIFY(row.isSent && row.answer.contains(u'-'));
    // As if the relay had died before it could mark them.
    const auto before = m_crm->outbox();
    QVERIFY(m_crm->forgetSent());
    QVERIFY(m_crm->relayOnce());
    QCOMPARE(told(), expected);
    const auto after = m_crm->outbox();
    QCOMPARE(after.size(), 4);
    for (qsizetype i = 0; i < 4; ++i)
        QCOMPARE(after.at(i).answer, before.at(i).answer);
}

/// Writes orders 1 to 5, and takes some of it back.
QStringList CrmOutbox::randomDay(QRandomGenerator &random, int words)
{
    QStringList day;
    for (int i = 0; i < words; ++i)
        day << QString::number(random.bounded(1, 6))
                + (random.bounded(8) == 0 ? u"!"_qs : QString());
    return day;
}

void CrmOutbox::kill(QProcess &process)
{
    process.kill();
    process.waitForFinished();
}

qint64 CrmOutbox::stored() const
{
    return m_redis.number(words("XLEN pressboard:events"));
}

int CrmOutbox::sent() const
{
    const auto rows = m_crm->outbox();
    return int(std::count_if(rows.begin(), rows.end(), std::mem_fn(&OutboxRow::isSent)));
}

/// Right after it has stored something, if it has anything to store: it hardly can have marked it.
void CrmOutbox::killRelay(QProcess &relay)
{
    const auto before = stored();
    if (sent() < m_crm->outbox().size())
        QVERIFY(QTest::qWaitFor([&] { return stored() > before; }, 60'000));
    kill(relay);
    m_unmarked += stored() > sent();
    m_crm->startRelay(relay);
    ++m_relayKills;
}

/// At least one of the three, and Redis is back at once.
void CrmOutbox::killSome(QRandomGenerator &random, QProcess &day, QProcess &relay)
{
    const int who = random.bounded(1, 8);
    if (who & 1)
        killRelay(relay);
    if (who & 2) {
        kill(day);
        ++m_dayKills;
    }
    if (who & 4) {
        QVERIFY(m_redis.restart());
        ++m_redisKills;
    }
}

/// Until so many words of the day are done, whatever the others are doing at that moment.
static bool passWords(QProcess &day, int words)
{
    for (; words > 0; --words) {
        while (!day.canReadLine()) {
            if (!day.waitForReadyRead(60'000))
                return false;
        }
        day.readLine();
    }
    return true;
}

void CrmOutbox::whoeverIsKilled()
{
    const int rounds = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS") ? 60 : 8;
    QRandomGenerator random(quint32(qEnvironmentVariableIntValue("PRESSBOARD_SEED")));
    m_redisKills = m_relayKills = m_dayKills = m_unmarked = 0;
    const auto allHappened = [this] {
        return m_redisKills > 0 && m_relayKills > 0 && m_dayKills > 0 && m_unmarked > 0;
    };
    QProcess relay;
    m_crm->startRelay(relay);
    for (int round = 0; round < rounds || (!allHappened() && round < 10 * rounds); ++round) {
        QProcess day;
        m_crm->startDay(day, randomDay(random, 60));
        QVERIFY(passWords(day, random.bounded(1, 60)));
        killSome(random, day, relay);
        QVERIFY(day.state() == QProcess::NotRunning || day.waitForFinished(60'000));
    }
    kill(relay);
    QVERIFY(m_crm->relayOnce());
    QVERIFY(allHappened());

    Told expected;
    const auto customers = m_crm->customers();
    for (auto order = customers.begin(); order != customers.end(); ++order) {
        for (int written = 0; written <= order->toInt(); ++written)
            expected[order.key()] << QString::number(written);
    }
    QVERIFY(!expected.isEmpty());
    QCOMPARE(told(), expected);
}

void CrmOutbox::aRowThatIsCommittedLateIsSent()
{
    QVERIFY(m_crm->day({u"1"_qs, u"2"_qs}));
    QVERIFY(m_crm->relayOnce());
    // Ids are given when a row is written, and this one was written before all others.
    QVERIFY(m_crm->commitLate(
        0, u"9"_qs,
        R"({"type": "order_notification", "data": {"order_id": 9, "customer_name": "late"}})"));
    QVERIFY(m_crm->relayOnce());
    QCOMPARE(told().value(u"9"_qs), QStringList{u"late"_qs});
    QCOMPARE(told().value(u"1"_qs).size(), 1);
}

void CrmOutbox::afterADayThePresentStateIsSent()
{
    QVERIFY(m_crm->day(
        {u"1"_qs, u"1"_qs, u"1"_qs, u"2"_qs, u"3"_qs, u"3"_qs, u"4"_qs, u"4"_qs, u"3-"_qs}));
    const auto before = m_crm->outbox();
    QCOMPARE(before.size(), 9);
    QVERIFY(m_crm->age(before.at(0).id, 25)); // of order 1
    QVERIFY(m_crm->age(before.at(4).id, 24)); // of order 3, which is gone
    QVERIFY(m_crm->age(before.at(6).id, 22)); // of order 4: Redis still knows it
    QVERIFY(m_crm->relayOnce());
    const Told expected{{u"1"_qs, {u"2"_qs}},
                        {u"2"_qs, {u"0"_qs}},
                        {u"3"_qs, {u"deleted"_qs}},
                        {u"4"_qs, {u"0"_qs, u"1"_qs}}};
    QCOMPARE(told(), expected);
    const auto after = m_crm->outbox();
    QCOMPARE(after.size(), 5);
    QCOMPARE(after.at(0).data.value(u"action").toString(), u"updated"_qs);
    for (const OutboxRow &row : after) {
        const auto same = std::find_if(before.begin(), before.end(),
                                       [&row](const OutboxRow &old) { return old.id == row.id; });
        const bool isReplaced = row.order == u"1" || row.order == u"3";
        QCOMPARE(row.ref != same->ref, isReplaced);
    }
}

void CrmOutbox::aRefusedRowHoldsNobodyUp()
{
    QVERIFY(m_crm->commitLate(1, u"9"_qs, R"({"type": "order_notification", "data": {}})"));
    QVERIFY(m_crm->commitLate(2, u"9"_qs, "{\"no JSON"));
    QVERIFY(m_crm->day({u"1"_qs}));
    QVERIFY(m_crm->relayOnce());
    QVERIFY2(m_crm->log().contains(u"Events refused: 2"), qPrintable(m_crm->log()));
    QCOMPARE(told(), Told({{u"1"_qs, {u"0"_qs}}}));
    const auto rows = m_crm->outbox();
    QVERIFY2(rows.at(0).answer.contains(u"order_id"), qPrintable(rows.at(0).answer));
    QVERIFY(rows.at(0).isSent && rows.at(1).isSent && rows.at(2).isSent);
}

void CrmOutbox::waitsForARedisThatTakesNothing_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<RedisFault>("fault");
    for (const auto &[name, kind] :
         {std::pair("Django", Kind::Django), std::pair("PHP", Kind::Php)}) {
        QTest::addRow("%s, full", name) << kind << RedisFault::Full;
        QTest::addRow("%s, demoted", name) << kind << RedisFault::Demoted;
        QTest::addRow("%s, stopped", name) << kind << RedisFault::Stopped;
    }
}

void CrmOutbox::waitsForARedisThatTakesNothing()
{
    QFETCH(RedisFault, fault);
    QVERIFY(inject(m_redis, fault));
    QVERIFY(m_crm->day({u"1"_qs, u"1"_qs})); // what a save does has nothing to do with Redis
    QVERIFY2(m_crm->log().isEmpty(), qPrintable(m_crm->log()));
    QVERIFY(m_crm->relayOnce());
    const auto rows = m_crm->outbox();
    QCOMPARE(rows.size(), 2);
    QVERIFY(rows.first().isTried && !rows.first().isSent);
    QVERIFY(lift(m_redis, fault));
    QVERIFY(m_crm->relayOnce());
    QCOMPARE(told(), Told({{u"1"_qs, {u"0"_qs, u"1"_qs}}}));
}

void CrmOutbox::theSaveSucceedsWithoutAnOutbox()
{
    QVERIFY(m_crm->dropOutbox());
    QVERIFY(m_crm->day({u"1"_qs, u"1"_qs}));
    QCOMPARE(m_crm->customers().value(u"1"_qs), u"1"_qs);
    QVERIFY2(m_crm->log().contains(u"Pressboard"), qPrintable(m_crm->log()));
}

QTEST_GUILESS_MAIN(CrmOutbox)
#include "tst_crm_outbox.moc"
