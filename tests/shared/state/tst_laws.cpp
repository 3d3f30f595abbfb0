// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/codec.h"
#include "shared/state/apply.h"
#include "shared/state/snapshot.h"
#include "shared/state/views.h"
#include "tests/support/count_from_scratch.h"
#include "tests/support/random_events.h"
#include "tests/support/visible_to.h"

#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using pressboard::test::countFromScratch;
using pressboard::test::RandomEvents;
using pressboard::test::visibleTo;

namespace {

constexpr int rounds = 8;
constexpr int eventsPerRound = 1000;

/// Of a shop with fields of its own.
Book emptyBook()
{
    Book book;
    book.setCustomFields(RandomEvents::customFields());
    return book;
}

Book replay(Book book, const QList<Event> &events)
{
    for (const Event &event : events)
        apply(book, event);
    return book;
}

QJsonObject throughText(const QJsonObject &object)
{
    return QJsonDocument::fromJson(QJsonDocument(object).toJson(QJsonDocument::Compact)).object();
}

/// Written down and read again, as a checkpoint is.
Book reloaded(const Book &book)
{
    Result<Book> read = bookFromMeta(throughText(metaToJson(book)));
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    read.value().setCustomFields(book.customFields());
    for (const Order &order : book.orders()) {
        Result<Order> row = orderFromJson(QJsonDocument::fromJson(toText(order)).object());
        if (!row)
            qFatal("%s", qPrintable(row.error().message));
        read.value().putOrder(std::move(row.value()));
    }
    return std::move(read.value());
}

/// A v1 client: it sees some groups' things, and gets exactly what PROTOCOL.md says is sent.
class Onlooker
{
public:
    Onlooker(QSet<QString> groups, const Book &server)
        : m_groups(std::move(groups))
        , m_book(visibleTo(server, m_groups))
    {
    }

    void deliver(const Event &event, const Change &change, const Book &server)
    {
        if (event.type == event_type::retire)
            deliverRetirement(change);
        else if (event.type == event_type::settle)
            deliverSettlement(event, change);
        else if (!event.isInternal() && !change.refused && change.advanced)
            deliverEvent(event, change, server);
        m_book.advanceTo(event.id); // as by a pong
    }

    const Book &book() const { return m_book; }
    Book expected(const Book &server) const { return visibleTo(server, m_groups); }

private:
    void deliverRetirement(const Change &change)
    {
        for (const OrderChange &row : change.orders) {
            if (row.removed->audience.admits(m_groups))
                applyGone(m_book, change.id, row.orderId);
        }
    }

    void deliverSettlement(const Event &event, const Change &change)
    {
        const auto settled = protocol::settledBy(event);
        if (settled && change.audienceAfter.admits(m_groups))
            apply(m_book, protocol::eventOf(overTheWire(*settled)));
    }

    void deliverEvent(const Event &event, const Change &change, const Book &server)
    {
        const bool before = change.audienceBefore.admits(m_groups);
        const bool after = change.audienceAfter.admits(m_groups);
        if (before && after)
            receiveEvent(protocol::eventMessage(event));
        else if (after)
            receiveOrder(event.id, *server.order(change.audienceOrderId));
        else if (before && !change.audienceLeftOrderId.isNull())
            receiveOrder(event.id, *server.order(change.audienceLeftOrderId));
        else if (before)
            applyGone(m_book, event.id, change.audienceOrderId);
    }

    void receiveEvent(const protocol::EventMessage &sent)
    {
        const auto message = overTheWire(sent);
        const QString source = message.imported ? QStringLiteral("import") : QString();
        apply(m_book,
              {message.id, message.type, message.data, {}, source, {}, {}, message.publisher});
    }

    void receiveOrder(StreamId id, const Order &order)
    {
        const auto message = overTheWire(protocol::OrderSight{id, order.orderId, false, order});
        applyOrder(m_book, message.id, message.order);
    }

    template<typename Message> static Message overTheWire(const Message &message)
    {
        const auto decoded = protocol::decodeServer(protocol::encode(message));
        if (!decoded)
            qFatal("%s", qPrintable(decoded.error().message));
        return std::get<Message>(decoded.value());
    }

    QSet<QString> m_groups;
    Book m_book;
};

/// What differs between two books' rows and notices, to be read by a person; empty when nothing.
QString difference(const Book &live, const Book &snapshot)
{
    QSet<CrmId> ids(live.orders().keyBegin(), live.orders().keyEnd());
    ids.unite({snapshot.orders().keyBegin(), snapshot.orders().keyEnd()});
    for (const CrmId &id : ids) {
        const Order *here = live.order(id);
        const Order *there = snapshot.order(id);
        if (!here || !there || !(*here == *there))
            return QString::fromUtf8("live: " + (here ? toText(*here) : "none")
                                     + "snapshot: " + (there ? toText(*there) : "none"));
    }
    return live.notices == snapshot.notices ? QString() : QStringLiteral("the notices differ");
}

} // namespace

class TestLaws : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { m_seed = test::randomSeed(); }
    void replayIsSnapshotAndReplay();
    void snapshotThroughJsonIsTheSame();
    void duplicatesDoNothing();
    void unknownTypesMoveOnlyThePosition();
    void countsAreRightAtAnyClock();
    void changesTellWhatChanged();
    void liveEqualsSnapshotForEveryAudience();
    void fieldsAreOnlyWhatTheShopNames();

private:
    quint64 m_seed = 0;
};

void TestLaws::replayIsSnapshotAndReplay()
{
    for (int round = 0; round < rounds; ++round) {
        RandomEvents random(m_seed + quint64(round));
        const QList<Event> events = random.next(eventsPerRound);
        const int k = random.below(eventsPerRound);
        const Book whole = replay(emptyBook(), events);
        const Book snapshot = reloaded(replay(emptyBook(), events.first(k)));
        QVERIFY(replay(snapshot, events.sliced(k)) == whole);
        // Replaying from further back than the snapshot is harmless.
        QVERIFY(replay(snapshot, events) == whole);
    }
}

void TestLaws::snapshotThroughJsonIsTheSame()
{
    for (int round = 0; round < rounds; ++round) {
        const Book book =
            replay(emptyBook(), RandomEvents(m_seed + quint64(round)).next(eventsPerRound));
        const Book again = reloaded(book);
        QVERIFY(again == book);
        const QDate today = dateAt(momentOf(book.position), QTimeZone::utc());
        QCOMPARE(toJson(again.computedStats(today)), toJson(book.computedStats(today)));
    }
}

void TestLaws::duplicatesDoNothing()
{
    RandomEvents random(m_seed);
    const QList<Event> events = random.next(eventsPerRound);
    Book book = replay(emptyBook(), events);
    const Book before = book;
    for (const Event &event : events) {
        const Change change = apply(book, event);
        QVERIFY(!change.advanced);
        QVERIFY(!change.rowsChanged() && !change.notice && !change.withdrawn);
    }
    QVERIFY(book == before);
}

void TestLaws::unknownTypesMoveOnlyThePosition()
{
    RandomEvents random(m_seed);
    Book book = replay(emptyBook(), random.next(eventsPerRound));
    Book expected = book;
    Event event = random.next();
    event.type = QStringLiteral("machine_alarm");
    const Change change = apply(book, event);
    QVERIFY(change.advanced);
    QVERIFY(!change.rowsChanged());
    QCOMPARE(change.audienceAfter, event.groups);
    expected.advanceTo(event.id);
    QCOMPARE(book.position, event.id);
    QVERIFY(book == expected);
}

void TestLaws::countsAreRightAtAnyClock()
{
    for (int round = 0; round < rounds; ++round) {
        RandomEvents random(m_seed + quint64(round));
        Book book = emptyBook();
        ReadyIndex ready;
        for (int i = 0; i < eventsPerRound; ++i) {
            ready.update(book, apply(book, random.next()));
            if (i % 10 != 0)
                continue;
            const QDate today =
                dateAt(momentOf(book.position), QTimeZone::utc()).addDays(random.below(60) - 30);
            QCOMPARE(toJson(computedStats(book, ready, today)),
                     toJson(countFromScratch(book, ready.joinSteps(), today)));
        }
        ReadyIndex rebuilt;
        rebuilt.rebuild(book);
        QCOMPARE(rebuilt.count(), ready.count());
    }
}

/// A row that changed is in the Change, a row that is in the Change really changed.
void TestLaws::changesTellWhatChanged()
{
    RandomEvents random(m_seed);
    Book book = emptyBook();
    for (int i = 0; i < eventsPerRound; ++i) {
        const QHash<CrmId, Order> before = book.orders();
        const Change change = apply(book, random.next());
        QSet<CrmId> told;
        for (const OrderChange &row : change.orders)
            told.insert(row.orderId);
        for (const StepChange &row : change.steps)
            told.insert(row.orderId);
        QSet<CrmId> changed;
        for (const Order &order : before) {
            const Order *now = book.order(order.orderId);
            if (!now || !(*now == order))
                changed.insert(order.orderId);
        }
        for (const Order &order : book.orders()) {
            if (!before.contains(order.orderId))
                changed.insert(order.orderId);
        }
        QCOMPARE(told, changed);
    }
}

void TestLaws::liveEqualsSnapshotForEveryAudience()
{
    for (int round = 0; round < rounds; ++round) {
        RandomEvents random(m_seed + quint64(round));
        Book server = replay(emptyBook(), random.next(random.below(300)));
        const QStringList all = RandomEvents::groups();
        QList<Onlooker> onlookers;
        for (int members = 0; members < (1 << all.size()); ++members) {
            QSet<QString> groups;
            for (int i = 0; i < all.size(); ++i) {
                if (members & (1 << i))
                    groups.insert(all[i]);
            }
            onlookers.append(Onlooker(groups, server));
        }
        for (int i = 0; i < eventsPerRound; ++i) {
            const Event event = random.next();
            const Change change = apply(server, event);
            for (Onlooker &onlooker : onlookers)
                onlooker.deliver(event, change, server);
            if (i % 50 != 0)
                continue;
            for (const Onlooker &onlooker : onlookers) {
                QCOMPARE(difference(onlooker.book(), onlooker.expected(server)), QString());
                QCOMPARE(onlooker.book().position, server.position);
            }
        }
    }
}

/// What a shop does not name, no row of it has; what it names no more, none has any more.
void TestLaws::fieldsAreOnlyWhatTheShopNames()
{
    const auto haveFields = [](const Book &book) {
        return std::any_of(book.orders().begin(), book.orders().end(),
                           [](const Order &order) { return toText(order).contains("\"fields\""); });
    };
    const QList<Event> events = RandomEvents(m_seed).next(eventsPerRound);
    QVERIFY(!haveFields(replay({}, events)));
    Book book = replay(emptyBook(), events);
    QVERIFY(haveFields(book));
    const Book before = book;
    book.setCustomFields(RandomEvents::customFields());
    QVERIFY(book == before);
    book.setCustomFields({});
    QVERIFY(!haveFields(book));
}

QTEST_APPLESS_MAIN(TestLaws)
#include "tst_laws.moc"
