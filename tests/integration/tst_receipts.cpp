// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/codec.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/random_events.h"
#include "tests/support/redis/redis_fixture.h"

#include <QJsonArray>
#include <QTest>

#include <map>
#include <random>

using namespace pressboard;
using namespace pressboard::test;

namespace {

constexpr QLatin1StringView noticeType("general_notification");

QString str(const char *text)
{
    return QString::fromUtf8(text);
}

int intOf(const QJsonObject &object, const char *key)
{
    return object.value(QLatin1StringView(key)).toInt();
}

} // namespace

/// What stations tell of notices, and who takes an alarm, on two servers with one Redis.
class Receipts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void stationsAreSeenAndChanged();
    void aCopiedDiskIsToldToMakeAnId();
    void theSenderSeesWhatBecameOfIt();
    void remindsThoseAlone();
    void whoIsFirstHasTheAlarm();
    void othersSeeNothingOfIt();
    void nothingAcknowledgedIsLost();

private:
    using Client = std::unique_ptr<WireClient>;

    QString addUser(const char *name, const char *role);
    Client connected(ServerProcess &server, const QString &token, const char *station = "",
                     const char *kind = "desk", const char *run = "1");
    StreamId send(WireClient &through, const QJsonObject &data, const QStringList &groups = {});
    bool tell(WireClient &client, StreamId notice, protocol::ReceiptState state);
    QJsonObject receipts(WireClient &asking, StreamId notice);

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;
    QString m_admin;
    QString m_viewer;
    int m_refs = 0;
};

void Receipts::init()
{
    m_first.reset();
    m_second.reset();
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_first = std::make_unique<ServerProcess>();
    m_second = std::make_unique<ServerProcess>();
    for (ServerProcess *server : {m_first.get(), m_second.get()}) {
        server->setRedisUrl(m_redis->url());
        QVERIFY2(server->start(), qPrintable(server->lastOutput()));
        QVERIFY2(server->waitUntilReady(), qPrintable(server->lastOutput()));
    }
    m_admin = addUser("wang", "admin");
    m_viewer = addUser("li", "viewer");
}

QString Receipts::addUser(const char *name, const char *role)
{
    const Outcome added =
        m_first->ctl({str("user"), str("add"), str(name), str("--role"), str(role)});
    if (added.exitCode != 0)
        qFatal("%s", qPrintable(added.err));
    return added.out.trimmed().split(QLatin1Char('\n')).last().trimmed();
}

Receipts::Client Receipts::connected(ServerProcess &server, const QString &token,
                                     const char *station, const char *kind, const char *run)
{
    auto client = std::make_unique<WireClient>(WireClient::Speaks::V1);
    if (*station)
        client->setStation(str(station), str(kind), str(run));
    // A server hears of a new user after a moment.
    if (!QTest::qWaitFor([&] { return client->openAndWait(server.url(token)); }, 20'000))
        qWarning("not connected");
    return client;
}

StreamId Receipts::send(WireClient &through, const QJsonObject &data, const QStringList &groups)
{
    const QString ref = str("notice-%1").arg(++m_refs);
    through.publish(ref, noticeType, data, groups);
    const auto isAnswered = [&] { return through.acknowledged().contains(ref); };
    if (!through.waitFor(isAnswered))
        qWarning("not acknowledged");
    const QString id = through.lastOf(str("ack")).value(QLatin1StringView("id")).toString();
    return StreamId::parse(QStringView(id)).value_or(StreamId());
}

bool Receipts::tell(WireClient &client, StreamId notice, protocol::ReceiptState state)
{
    const QString ref = str("receipt-%1").arg(++m_refs);
    client.send(protocol::encode(protocol::Receipt{ref, state, {notice}}));
    return client.waitFor([&] { return client.acknowledged().contains(ref); });
}

/// As the list says who.
QJsonObject Receipts::receipts(WireClient &asking, StreamId notice)
{
    const auto answers = [&] {
        return std::count_if(asking.frames().begin(), asking.frames().end(), [](const auto &frame) {
            return frame.value(QLatin1StringView("type")) == QLatin1StringView("receipts")
                && frame.contains(QLatin1StringView("stations"));
        });
    };
    const auto before = answers();
    asking.send(protocol::encode(protocol::AskReceipts{notice}));
    asking.waitFor([&] { return answers() > before; });
    for (auto frame = asking.frames().crbegin(); frame != asking.frames().crend(); ++frame) {
        if (frame->contains(QLatin1StringView("expected"))
            && frame->contains(QLatin1StringView("stations")))
            return *frame;
    }
    return {};
}

void Receipts::stationsAreSeenAndChanged()
{
    const Client desk = connected(*m_first, m_viewer, "s-desk");
    const Client wall = connected(*m_second, m_viewer, "s-wall", "wall");
    const Client office = connected(*m_second, m_admin);
    QHash<QString, QJsonObject> seen;
    const auto look = [&] {
        seen.clear();
        for (const QJsonObject &frame : office->frames()) {
            if (frame.value(QLatin1StringView("type")) != QLatin1StringView("stations"))
                continue;
            for (const QJsonValue &row : frame.value(QLatin1StringView("stations")).toArray())
                seen.insert(row[QLatin1StringView("id")].toString(), row.toObject());
            for (const QJsonValue &id : frame.value(QLatin1StringView("forgotten")).toArray())
                seen.remove(id.toString());
        }
    };
    const auto shows = [&](const char *id, const char *key, const QJsonValue &value) {
        return office->waitFor([&] {
            look();
            return seen.value(str(id)).value(QLatin1StringView(key)) == value;
        });
    };
    office->send(protocol::encode(protocol::AskStations{}));
    QVERIFY(shows("s-desk", "online", true));
    QVERIFY(shows("s-wall", "online", true));
    QCOMPARE(seen.value(str("s-wall")).value(QLatin1StringView("kind")).toString(), str("wall"));
    QCOMPARE(seen.value(str("s-wall")).value(QLatin1StringView("user")).toString(), str("li"));

    office->send(protocol::encode(protocol::ChangeStation{str("n"), str("s-wall"), str("大屏")}));
    QVERIFY(shows("s-wall", "name", str("大屏")));
    wall->disconnect();
    QVERIFY(shows("s-wall", "online", false));
    office->send(protocol::encode(protocol::ChangeStation{str("f"), str("s-wall"), {}, true}));
    QVERIFY(office->waitFor([&] {
        look();
        return !seen.contains(str("s-wall"));
    }));
    // The server that had the desk dies: the other one sees it after a while.
    m_first->killNine();
    QVERIFY(shows("s-desk", "online", false));
    // Not for everybody.
    const Client nosy = connected(*m_second, m_viewer);
    nosy->send(protocol::encode(protocol::AskStations{}));
    QVERIFY(nosy->waitFor([&] { return nosy->refused().value({}) == str("forbidden"); }));
}

void Receipts::aCopiedDiskIsToldToMakeAnId()
{
    const Client desk = connected(*m_first, m_viewer, "s-one", "desk", "run-1");
    const Client copy = connected(*m_second, m_viewer, "s-one", "desk", "run-2");
    QVERIFY(
        copy->waitFor([&] { return copy->refused().value({}) == str("station_taken"); }, 40'000));
    QVERIFY(!desk->refused().contains({}));
    // The same program may come back on another server before the first one misses it.
    const Client again = connected(*m_second, m_viewer, "s-one", "desk", "run-1");
    const Client office = connected(*m_first, m_admin);
    const StreamId notice = send(*office, {{str("message"), str("a")}, {str("confirm"), true}});
    QVERIFY(tell(*again, notice, protocol::ReceiptState::Delivered));
    QCOMPARE(intOf(receipts(*office, notice), "delivered"), 1);
}

void Receipts::theSenderSeesWhatBecameOfIt()
{
    const Client desk = connected(*m_first, m_viewer, "s-desk");
    const Client wall = connected(*m_second, m_viewer, "s-wall", "wall");
    const Client away = connected(*m_second, m_viewer, "s-away");
    const Client office = connected(*m_first, m_admin);
    QVERIFY(office->waitFor([&] {
        return m_redis->number({str("HLEN"), str("pressboard:stations")}) == 3;
    }));
    QTest::qWait(600); // and the servers have told each other
    away->disconnect();
    const StreamId notice =
        send(*office, {{str("message"), str("19:00 停机")}, {str("confirm"), true}});
    for (WireClient *client : {desk.get(), wall.get()})
        QVERIFY(tell(*client, notice, protocol::ReceiptState::Delivered));
    QVERIFY(tell(*desk, notice, protocol::ReceiptState::Confirmed));
    const auto numbers = [&](const char *key) {
        return intOf(office->lastOf(str("receipts")), key);
    };
    QVERIFY(
        office->waitFor([&] { return numbers("delivered") == 2 && numbers("confirmed") == 1; }));
    QCOMPARE(numbers("expected"), 3);
    QCOMPARE(numbers("walls"), 1);
    QCOMPARE(numbers("seen"), 1); // who confirms has seen it
    QCOMPARE(numbers("offline"), 1);
    const QJsonArray rows =
        receipts(*office, notice).value(QLatin1StringView("stations")).toArray();
    QCOMPARE(rows.size(), 3);
    QCOMPARE(rows[0][QLatin1StringView("id")].toString(), str("s-away")); // who did least
    QCOMPARE(rows[2][QLatin1StringView("user")].toString(), str("li"));

    office->send(protocol::encode(protocol::AskSent{}));
    QVERIFY(office->waitFor([&] { return !office->lastOf(str("sent")).isEmpty(); }));
    const QJsonArray sent =
        office->lastOf(str("sent")).value(QLatin1StringView("notices")).toArray();
    QCOMPARE(sent.size(), 1);
    QCOMPARE(sent[0][QLatin1StringView("confirmed")].toInt(), 1);
    // Of what others sent nobody hears, and of an ordinary notice nobody tells.
    desk->send(protocol::encode(protocol::AskReceipts{notice}));
    QVERIFY(desk->waitFor([&] { return desk->refused().value({}) == str("forbidden"); }));
    const StreamId plain = send(*office, {{str("message"), str("plain")}});
    QVERIFY(tell(*desk, plain, protocol::ReceiptState::Seen));
    QCOMPARE(m_redis->number({str("EXISTS"), str("pressboard:receipts:") + plain.toString()}), 0);
    // A station that begins anew is told what it told.
    const Client fresh = connected(*m_second, m_viewer, "s-desk");
    QVERIFY(fresh->waitFor([&] { return !fresh->lastOf(str("receipt")).isEmpty(); }));
    const QJsonValue own = fresh->lastOf(str("receipt")).value(QLatin1StringView("notices"))[0];
    QCOMPARE(own[QLatin1StringView("id")].toString(), notice.toString());
    QVERIFY(own[QLatin1StringView("confirmed")].isString());
}

void Receipts::remindsThoseAlone()
{
    const Client did = connected(*m_first, m_viewer, "s-did");
    const Client here = connected(*m_first, m_viewer, "s-here");
    const Client there = connected(*m_second, m_viewer, "s-there");
    const Client office = connected(*m_first, m_admin);
    QVERIFY(office->waitFor([&] {
        return m_redis->number({str("HLEN"), str("pressboard:stations")}) == 3;
    }));
    QTest::qWait(600);
    const StreamId notice = send(*office, {{str("message"), str("a")}, {str("confirm"), true}});
    QVERIFY(tell(*did, notice, protocol::ReceiptState::Confirmed));
    QVERIFY(tell(*here, notice, protocol::ReceiptState::Seen));
    office->send(protocol::encode(protocol::Remind{str("r"), notice}));
    QVERIFY(office->waitFor([&] { return office->acknowledged().contains(str("r")); }));
    QCOMPARE(intOf(office->lastOf(str("ack")), "online"), 2);
    const auto isReminded = [&](const Client &client) {
        return client->lastOf(str("remind")).value(QLatin1StringView("notice")).toString()
            == notice.toString();
    };
    QVERIFY(there->waitFor([&] { return isReminded(there) && isReminded(here); }));
    QVERIFY(!isReminded(did));
    office->send(protocol::encode(protocol::Remind{str("r2"), notice}));
    QVERIFY(office->waitFor([&] { return office->refused().value(str("r2")) == str("too_many"); }));
}

/// On both servers at once; also for who comes later, from a snapshot and from where he stood.
void Receipts::whoIsFirstHasTheAlarm()
{
    const Client left = connected(*m_first, m_viewer, "s-left");
    const Client right = connected(*m_second, m_viewer, "s-right");
    const Client later = connected(*m_second, m_viewer, "s-later");
    const Client office = connected(*m_first, m_admin);
    const StreamId alarm = send(*office, {{str("message"), str("a")}, {str("alarm"), true}});
    const auto has = [&](WireClient &client) { return client.book().notice(alarm) != nullptr; };
    QVERIFY(left->waitFor([&] { return has(*left) && has(*right) && has(*later); }));
    QCOMPARE(left->book().notice(alarm)->level(), NoticeLevel::Error);
    later->disconnect();
    for (WireClient *client : {left.get(), right.get()})
        client->send(protocol::encode(protocol::Settle{str("mine"), alarm}));
    QVERIFY(left->waitFor([&] {
        return left->acknowledged().contains(str("mine"))
            && right->acknowledged().contains(str("mine"));
    }));
    QCOMPARE(left->lastOf(str("ack")).value(QLatin1StringView("id")),
             right->lastOf(str("ack")).value(QLatin1StringView("id")));
    const auto settled = [&](WireClient &client) {
        const Notice *notice = client.book().notice(alarm);
        return notice ? notice->settled : std::nullopt;
    };
    QVERIFY(left->waitFor([&] { return settled(*left) && settled(*right); }));
    QCOMPARE(settled(*left)->station, settled(*right)->station);
    QCOMPARE(settled(*left)->by, str("li"));
    QVERIFY(later->openAndWait(m_first->url(m_viewer)));
    QCOMPARE(later->syncMode(), protocol::Sync::Mode::Resume);
    QVERIFY(later->waitFor([&] { return settled(*later).has_value(); }));
    const Client fresh = connected(*m_second, m_viewer);
    QVERIFY(settled(*fresh) == settled(*left));
    for (WireClient *client : {left.get(), right.get(), later.get()})
        QCOMPARE(client->outOfOrder(), 0);
    // No alarm, or one that nobody may take for all.
    const StreamId plain = send(*office, {{str("message"), str("no alarm")}});
    QVERIFY(left->waitFor([&] { return left->book().notice(plain) != nullptr; }));
    left->send(protocol::encode(protocol::Settle{str("plain"), plain}));
    QVERIFY(left->waitFor([&] { return left->refused().value(str("plain")) == str("invalid"); }));
}

void Receipts::othersSeeNothingOfIt()
{
    WireClient old(WireClient::Speaks::V1);
    old.setFeatures({str("zlib"), str("text-ids"), str("unread")});
    QVERIFY(QTest::qWaitFor([&] { return old.openAndWait(m_first->url(m_admin)); }, 20'000));
    WireClient page(WireClient::Speaks::Classic);
    QVERIFY(page.openAndWait(m_first->url(m_viewer)));
    const Client desk = connected(*m_first, m_viewer, "s-desk");
    const Client office = connected(*m_first, m_admin);
    const auto oldFrames = old.frames().size();
    const auto pageFrames = page.frames().size();
    const StreamId alarm = send(*office, {{str("message"), str("a")}, {str("alarm"), true}});
    QVERIFY(tell(*desk, alarm, protocol::ReceiptState::Seen));
    desk->send(protocol::encode(protocol::Settle{str("mine"), alarm}));
    QVERIFY(desk->waitFor([&] { return !desk->lastOf(str("settled")).isEmpty(); }));
    QVERIFY(office->waitFor([&] { return intOf(office->lastOf(str("receipts")), "seen") == 1; }));
    const StreamId last = send(*office, {{str("message"), str("last")}});
    QVERIFY(old.waitFor([&] { return old.book().position == last; }));
    QVERIFY(page.waitFor([&] { return page.frames().size() >= pageFrames + 2; }));
    QCOMPARE(old.frames().size(), oldFrames + 2);
    QCOMPARE(page.frames().size(), pageFrames + 2);
}

/// Whatever dies and comes back: what was acknowledged is there, and the numbers are those of what
/// stations did.
void Receipts::nothingAcknowledgedIsLost()
{
    std::mt19937_64 random(randomSeed());
    const auto below = [&](int bound) { return int(random() % quint64(bound)); };
    constexpr int count = 5;
    std::vector<Client> desks;
    for (int i = 0; i < count; ++i) {
        const QByteArray id = "s-" + QByteArray::number(i);
        desks.push_back(connected(i % 2 ? *m_first : *m_second, m_viewer, id.constData()));
    }
    Client office = connected(*m_first, m_admin);
    QVERIFY(office->waitFor([&] {
        return m_redis->number({str("HLEN"), str("pressboard:stations")}) == count;
    }));
    QTest::qWait(600);
    const StreamId notice = send(*office, {{str("message"), str("a")}, {str("confirm"), true}});
    std::map<int, int> reached; // of each desk, as it was acknowledged
    std::map<int, int> tried;
    for (int step = 0; step < 40; ++step) {
        const int which = below(count);
        WireClient &desk = *desks[which];
        if (below(8) == 0) {
            ServerProcess &server = below(2) ? *m_first : *m_second;
            server.killNine();
            QVERIFY(server.start() && server.waitUntilReady());
        } else if (below(10) == 0) {
            m_redis->kill();
            QVERIFY(m_redis->start());
        } else if (below(4) == 0) {
            desk.disconnect();
        }
        if (!desk.isSynced() && !desk.openAndWait((below(2) ? *m_first : *m_second).url(m_viewer)))
            continue;
        const int state = below(3);
        tried[which] = std::max(tried[which], state + 1);
        const QString ref = str("step-%1").arg(step);
        desk.send(
            protocol::encode(protocol::Receipt{ref, protocol::ReceiptState(state), {notice}}));
        if (desk.waitFor([&] { return desk.acknowledged().contains(ref); }, 2'000))
            reached[which] = std::max(reached[which], state + 1);
    }
    // What was not acknowledged is told again: so does every desk.
    for (int which = 0; which < count; ++which) {
        if (tried[which] == 0)
            continue;
        WireClient &desk = *desks[which];
        QVERIFY(QTest::qWaitFor(
            [&] { return desk.isSynced() || desk.openAndWait(m_first->url(m_viewer)); }, 40'000));
        QTRY_VERIFY_WITH_TIMEOUT(tell(desk, notice, protocol::ReceiptState(tried[which] - 1)),
                                 40'000);
    }
    office = connected(*m_second, m_admin);
    const QJsonObject answer = receipts(*office, notice);
    int numbers[3] = {};
    for (const auto &[which, state] : tried) {
        QVERIFY(state >= reached[which]);
        for (int i = 0; i < state; ++i)
            ++numbers[i];
    }
    QCOMPARE(intOf(answer, "expected"), count);
    QCOMPARE(intOf(answer, "delivered"), numbers[0]);
    QCOMPARE(intOf(answer, "seen"), numbers[1]);
    QCOMPARE(intOf(answer, "confirmed"), numbers[2]);
}

QTEST_GUILESS_MAIN(Receipts)
#include "tst_receipts.moc"
