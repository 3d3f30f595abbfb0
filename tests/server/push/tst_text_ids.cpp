// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hub_fixture.h"
#include "tests/server/push/replica.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

const QByteArray plainHello = R"({"type":"hello","resume":null})";
const QByteArray fullHello = R"({"type":"hello","resume":null,"features":["text-ids"]})";

QJsonObject data(const char *text)
{
    return QJsonDocument::fromJson(text).object();
}

} // namespace

/// Two desks: one that takes IDs that are texts, and one as it was shipped before.
class TestTextIds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void anOrderReachesThoseWhoTakeIt();
    void aSnapshotLeavesOutWhatOthersDoNotTake();
    void aNoticeReachesEverybody();
    void aStepThatComesOrGoesIsNotHalfTold();
    void aStubIsToldWithoutItsStep();
    void aRetirementIsNoneOfTheirBusiness();
    void whoBeginsToTakeThemStartsAgain();
    void whereThereAreNoneAllShare();
    void classicClientsGetWhatWasPublished();

private:
    StreamId order(const char *text) { return m_fixture->append(event_type::order, data(text)); }
    StreamId step(const char *text) { return m_fixture->append(event_type::progress, data(text)); }
    /// What came since the last time.
    QByteArrayList heardBy(MemoryWire &wire);
    StreamId positionOf(MemoryWire &wire);

    std::unique_ptr<HubFixture> m_fixture;
    MemoryWire *m_plain = nullptr;
    MemoryWire *m_full = nullptr;
};

void TestTextIds::init()
{
    m_fixture = std::make_unique<HubFixture>();
    m_plain = &m_fixture->connect(HubFixture::record(QStringLiteral("li")));
    m_plain->say(plainHello);
    m_full = &m_fixture->connect(HubFixture::record(QStringLiteral("li")));
    m_full->say(fullHello);
    heardBy(*m_plain);
    heardBy(*m_full);
    m_fixture->clock.advance(SnapshotCache::sharedFor + std::chrono::milliseconds(1));
}

QByteArrayList TestTextIds::heardBy(MemoryWire &wire)
{
    m_fixture->turn();
    return withoutNumbers(std::exchange(wire.texts, {}));
}

StreamId TestTextIds::positionOf(MemoryWire &wire)
{
    wire.texts.clear();
    wire.say(R"({"type":"ping"})");
    const QString position = json(wire.texts.takeFirst()).value(u"position").toString();
    return StreamId::parse(QStringView(position)).value_or(StreamId());
}

void TestTextIds::anOrderReachesThoseWhoTakeIt()
{
    order(R"({"order_id":"A-17","status":2})");
    const StreamId last = step(R"({"order_id":"A-17","progress_id":7,"status":1})");
    const QByteArrayList heard = heardBy(*m_full);
    QCOMPARE(heard.size(), 2);
    QCOMPARE(json(heard.first()).value(u"data")[u"order_id"].toString(), QStringLiteral("A-17"));
    QCOMPARE(heardBy(*m_plain), QByteArrayList());
    QCOMPARE(positionOf(*m_plain), last); // no gap
}

void TestTextIds::aSnapshotLeavesOutWhatOthersDoNotTake()
{
    order(R"({"order_id":"A-17","status":2})");
    order(R"({"order_id":1,"status":2})");
    step(R"({"order_id":1,"progress_id":10,"status":1})");
    step(R"({"order_id":1,"progress_id":"c0ffee","status":1})");
    m_fixture->turn();
    MemoryWire &plain = m_fixture->connect(HubFixture::record(QStringLiteral("li")));
    plain.say(plainHello);
    MemoryWire &full = m_fixture->connect(HubFixture::record(QStringLiteral("li")));
    full.say(fullHello);
    m_fixture->turn();
    const auto partOf = [](MemoryWire &wire) {
        return std::get<protocol::SnapshotPart>(*protocol::decodeServer(wire.texts.at(2)));
    };
    QCOMPARE(partOf(full).orders.size(), 2);
    QCOMPARE(partOf(plain).orders.size(), 1);
    const Order seen = partOf(plain).orders.first();
    QCOMPARE(seen.orderId, CrmId(1));
    QCOMPARE(seen.steps.size(), 1);
    QCOMPARE(seen.steps.first().progressId, CrmId(10));
    QVERIFY(!plain.texts.at(2).contains("A-17"));
}

void TestTextIds::aNoticeReachesEverybody()
{
    m_fixture->append(event_type::notice, data(R"({"message":"19:00","order_id":"A-17"})"));
    const auto dataOf = [](const QByteArrayList &heard) {
        return json(heard.value(0)).value(u"data").toObject();
    };
    QCOMPARE(dataOf(heardBy(*m_full)), data(R"({"message":"19:00","order_id":"A-17"})"));
    QCOMPARE(dataOf(heardBy(*m_plain)), data(R"({"message":"19:00"})"));
    MemoryWire &later = m_fixture->connect(HubFixture::record(QStringLiteral("li")));
    later.say(plainHello);
    m_fixture->turn();
    QVERIFY(later.texts.at(2).contains("19:00"));
    QVERIFY(!later.texts.at(2).contains("A-17"));
}

void TestTextIds::aStepThatComesOrGoesIsNotHalfTold()
{
    order(R"({"order_id":1,"status":2})");
    order(R"({"order_id":"A-17","status":2})");
    step(R"({"order_id":1,"progress_id":10,"step_name":"覆膜","operator":"王芳","status":1})");
    heardBy(*m_plain);
    const auto rowOf = [this] {
        const QByteArrayList heard = heardBy(*m_plain);
        const auto message = protocol::decodeServer(heard.value(0));
        return heard.size() == 1 && message ? std::get<protocol::OrderSight>(*message).order
                                            : Order();
    };
    step(R"({"order_id":"A-17","progress_id":10,"status":2})"); // leaves what they see
    QCOMPARE(rowOf(), *m_fixture->log.book().order(1));
    step(R"({"order_id":1,"progress_id":10,"status":3})"); // and comes back, with all it has
    const Order row = rowOf();
    QCOMPARE(row, *m_fixture->log.book().order(1));
    QCOMPARE(row.steps.first().operatorName, QStringLiteral("王芳"));
    step(R"({"order_id":"A-17","progress_id":11,"status":2})");
    QCOMPARE(heardBy(*m_plain), QByteArrayList());
}

void TestTextIds::aStubIsToldWithoutItsStep()
{
    step(R"({"order_id":3,"progress_id":"c0ffee","status":1})");
    const QByteArrayList heard = heardBy(*m_plain);
    QCOMPARE(typesOf(heard), QStringList{QStringLiteral("order")});
    QVERIFY(json(heard.first()).value(u"stub").toBool());
    QVERIFY(json(heard.first()).value(u"steps").toArray().isEmpty());
    step(R"({"order_id":3,"progress_id":"c0ffee","status":2})");
    QCOMPARE(heardBy(*m_plain), QByteArrayList());
}

void TestTextIds::aRetirementIsNoneOfTheirBusiness()
{
    order(R"({"order_id":"A-17","status":3})");
    heardBy(*m_full);
    m_fixture->append(event_type::retire, data(R"({"order_ids":["A-17"]})"));
    QCOMPARE(typesOf(heardBy(*m_full)), QStringList{QStringLiteral("order")});
    QCOMPARE(heardBy(*m_plain), QByteArrayList());
}

void TestTextIds::whoBeginsToTakeThemStartsAgain()
{
    order(R"({"order_id":"A-17","status":2})");
    heardBy(*m_plain);
    const QByteArray place =
        R"("resume":{"epoch":"e1","position":")" + m_fixture->log.position().toBytes() + R"("})";
    m_plain->say(R"({"type":"hello",)" + place + '}');
    QCOMPARE(typesOf(heardBy(*m_plain)),
             (QStringList{QStringLiteral("sync"), QStringLiteral("synced")}));
    m_plain->say(R"({"type":"hello","features":["text-ids"],)" + place + '}');
    const QByteArrayList heard = heardBy(*m_plain);
    QVERIFY(typesOf(heard).contains(QStringLiteral("snapshot")));
    QVERIFY(heard.at(1).contains("A-17"));
}

void TestTextIds::whereThereAreNoneAllShare()
{
    order(R"({"order_id":1,"status":2})");
    m_fixture->turn();
    const quint64 before = m_fixture->hub->counters().snapshots;
    m_plain->say(plainHello);
    m_full->say(fullHello);
    m_fixture->turn();
    QCOMPARE(quint64(m_fixture->hub->counters().snapshots), before + 1);
}

void TestTextIds::classicClientsGetWhatWasPublished()
{
    MemoryWire &classic = m_fixture->connectClassic();
    heardBy(classic);
    order(R"({"order_id":"A-17","status":2})");
    const QByteArrayList heard = heardBy(classic);
    QCOMPARE(heard.size(), 1);
    QCOMPARE(json(heard.first()).value(u"data")[u"order_id"].toString(), QStringLiteral("A-17"));
}

QTEST_GUILESS_MAIN(TestTextIds)
#include "tst_text_ids.moc"
