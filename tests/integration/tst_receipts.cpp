// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "shared/protocol/codec.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/random_events.h"
#include "tests/support/redis/moved_clock.h"
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
    void whatNobodyTakesGoesOn();
    void aStepIsToldOnceAndTakenForAll();
    void othersSeeNothingOfIt();
    void whoeverMayNotNotifyMayCall();
    void theToolTellsAndBacksUp();
    void nothingAcknowledgedIsLost();

private:
    using Client = std::unique_ptr<WireClient>;

    QString addUser(const char *name, const char *role, const char *department = "");
    Client connected(ServerProcess &server, const QString &token, const char *station = "",
                     const char *kind = "desk", const char *run = "1");
    StreamId send(WireClient &through, const QJsonObject &data, const QStringList &groups = {});
    bool knowsOnline(WireClient &asking, int count);
    bool tell(WireClient &client, StreamId notice, protocol::ReceiptState state);
    QJsonObject receipts(WireClient &asking, StreamId notice);
    static int heardOf(const WireClient &client, const char *key, StreamId alarm);
    bool hears(WireClient &client, const char *key, StreamId alarm);

    std::unique_ptr<MovedClock> m_clock; ///< Redis', which the servers follow
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
    m_clock = std::make_unique<MovedClock>();
    m_redis = std::make_unique<RedisFixture>();
    m_redis->setEnvironment(m_clock->environment());
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

QString Receipts::addUser(const char *name, const char *role, const char *department)
{
    QStringList arguments{str("user"), str("add"), str(name), str("--role"), str(role)};
    if (*department)
        arguments += {str("--department"), str(department)};
    const Outcome added = m_first->ctl(arguments);
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

/// The server that it asks: of the other one's stations it hears a little later.
bool Receipts::knowsOnline(WireClient &asking, int count)
{
    const auto online = [&] {
        QSet<QString> ids;
        for (const QJsonObject &frame : asking.frames()) {
            for (const QJsonValue &row : frame.value(QLatin1StringView("stations")).toArray()) {
                const QString id = row[QLatin1StringView("id")].toString();
                row[QLatin1StringView("online")].toBool() ? void(ids.insert(id))
                                                          : void(ids.remove(id));
            }
        }
        return ids.size();
    };
    asking.send(protocol::encode(protocol::AskStations{}));
    return asking.waitFor([&] { return online() == count; });
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
    QVERIFY(knowsOnline(*office, 3));
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
    QVERIFY(knowsOnline(*office, 3));
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

/// How many notices it has whose member says that alarm.
int Receipts::heardOf(const WireClient &client, const char *key, StreamId alarm)
{
    const QList<Notice> &notices = client.book().notices;
    return int(std::count_if(notices.begin(), notices.end(), [&](const Notice &notice) {
        return notice.data.value(QLatin1StringView(key)).toString() == alarm.toString();
    }));
}

bool Receipts::hears(WireClient &client, const char *key, StreamId alarm)
{
    return client.waitFor([&] { return heardOf(client, key, alarm) > 0; });
}

void Receipts::whatNobodyTakesGoesOn()
{
    const Client press = connected(*m_first, addUser("zhang", "operator", "7"));
    const Client leader = connected(*m_second, addUser("chen", "operator", "8"));
    const Client office = connected(*m_first, m_admin);
    const QJsonObject step{{str("after_s"), 30}, {str("groups"), QJsonArray{str("dept_8")}}};
    const QJsonObject ringing{{str("for_s"), 120}, {str("escalate"), QJsonArray{step}}};
    const StreamId alarm = send(
        *office, {{str("message"), str("2号机漏墨")}, {str("alarm"), ringing}}, {str("dept_7")});
    QVERIFY(press->waitFor([&] { return press->book().notice(alarm) != nullptr; }));
    QVERIFY(leader->book().notices.isEmpty());

    m_clock->advance(std::chrono::seconds(31));
    QVERIFY(hears(*leader, "escalates", alarm));
    const Notice further = leader->book().notices.first();
    QCOMPARE(further.message(), str("2号机漏墨"));
    QVERIFY(further.alarm());
    QVERIFY(*further.endsRinging() <= *press->book().notice(alarm)->endsRinging());
    QCOMPARE(heardOf(*office, "untaken", alarm), 0);

    m_clock->advance(std::chrono::seconds(90));
    QVERIFY(hears(*office, "untaken", alarm));
    const Notice told = office->book().notices.last();
    QCOMPARE(told.message(), str("无人处理：2号机漏墨"));
    QVERIFY(!told.alarm());
    QVERIFY(!further.isRinging(momentOf(told.id)));
    // Its sender alone, and everybody once.
    const StreamId last = send(*office, {{str("message"), str("last")}});
    for (WireClient *client : {press.get(), leader.get(), office.get()}) {
        QVERIFY(client->waitFor([&] { return client->book().position >= last; }));
        QCOMPARE(heardOf(*client, "untaken", alarm), client == office.get() ? 1 : 0);
        QCOMPARE(heardOf(*client, "escalates", alarm), client == leader.get() ? 1 : 0);
    }
}

/// Whichever of the two servers wrote the first step, it dies.
void Receipts::aStepIsToldOnceAndTakenForAll()
{
    const Client press = connected(*m_second, addUser("zhang", "operator", "7"));
    const Client leader = connected(*m_second, addUser("chen", "operator", "8"));
    const Client office = connected(*m_second, m_admin);
    const QJsonObject first{{str("after_s"), 30}, {str("groups"), QJsonArray{str("dept_8")}}};
    const QJsonObject second{{str("after_s"), 60}, {str("groups"), QJsonArray{str("role_admin")}}};
    const QJsonObject ringing{{str("for_s"), 200}, {str("escalate"), QJsonArray{first, second}}};
    const StreamId alarm =
        send(*office, {{str("message"), str("a")}, {str("alarm"), ringing}}, {str("dept_7")});
    // Nobody takes this one: when its end is told, that of the other would have been, too.
    const QJsonObject alone{{str("for_s"), 200}};
    const StreamId other =
        send(*office, {{str("message"), str("b")}, {str("alarm"), alone}}, {str("dept_7")});
    m_clock->advance(std::chrono::seconds(31));
    QVERIFY(hears(*leader, "escalates", alarm));

    m_first->killNine();
    QVERIFY(m_first->start());
    m_clock->advance(std::chrono::seconds(30)); // and the dead one's lease is over
    QVERIFY(hears(*office, "escalates", alarm));
    const StreamId step = leader->book().notices.last().id;
    leader->send(protocol::encode(protocol::Settle{str("mine"), step}));
    for (WireClient *client : {press.get(), leader.get(), office.get()}) {
        QVERIFY(client->waitFor([&] {
            const QList<Notice> &notices = client->book().notices;
            return std::any_of(notices.begin(), notices.end(), [](const Notice &notice) {
                return notice.settled && notice.settled->by == str("chen");
            });
        }));
    }
    m_clock->advance(std::chrono::seconds(150));
    QVERIFY(hears(*office, "untaken", other));
    QCOMPARE(heardOf(*office, "untaken", alarm), 0);
    QCOMPARE(heardOf(*leader, "escalates", alarm), 1);
    QCOMPARE(heardOf(*office, "escalates", alarm), 1);
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

void Receipts::whoeverMayNotNotifyMayCall()
{
    const Client press = connected(*m_first, m_viewer, "s-press");
    const Client office = connected(*m_second, m_admin);
    const StreamId call = send(*press, {{str("call"), str("paper")}, {str("step"), str("印刷")}});
    QVERIFY(office->waitFor([&] { return office->book().notice(call) != nullptr; }));
    const Notice notice = *office->book().notice(call);
    QCOMPARE(notice.message(), str("缺纸"));
    QCOMPARE(notice.data.value(u"station").toString(), str("name of s-press"));
    QVERIFY(notice.alarm());
    // Who comes is seen where help was called for; and who called takes it back.
    office->send(protocol::encode(protocol::Settle{str("coming"), call}));
    QVERIFY(press->waitFor([&] {
        const Notice *mine = press->book().notice(call);
        return mine && mine->settled && mine->settled->by == str("wang");
    }));
    send(*press, {{str("replaces"), call.toString()}});
    QVERIFY(office->waitFor([&] { return office->book().notice(call) == nullptr; }));
    // Not without end.
    for (int i = 0; i < 6; ++i)
        press->publish(str("call-%1").arg(i), noticeType, {{str("call"), str("leader")}});
    QVERIFY(
        press->waitFor([&] { return press->refused().value(str("call-5")) == str("too_many"); }));
}

void Receipts::theToolTellsAndBacksUp()
{
    const Client desk = connected(*m_first, m_viewer, "s-desk");
    const Client office = connected(*m_first, m_admin);
    const StreamId notice = send(*office, {{str("message"), str("停机")}, {str("confirm"), true}});
    QVERIFY(tell(*desk, notice, protocol::ReceiptState::Seen));
    const auto said = [&](const QStringList &arguments) {
        const Outcome outcome = m_first->ctl(arguments);
        return outcome.exitCode == 0 ? outcome.out : str("failed: ") + outcome.err;
    };
    QVERIFY2(said({str("stations")}).startsWith(str("on    desk")),
             qPrintable(said({str("stations")})));
    QVERIFY(said({str("stations")}).contains(str("name of s-desk")));
    QVERIFY(said({str("notices")}).contains(str("delivered 1/1, seen 1/1, confirmed 0/1")));
    const QStringList who{str("receipts"), notice.toString()};
    QVERIFY2(said(who).contains(str("name of s-desk")), qPrintable(said(who)));
    QCOMPARE(m_first->ctl({str("receipts"), str("nonsense")}).exitCode, 2);
    QCOMPARE(m_first->ctl({str("receipts"), str("7-0")}).exitCode, 1);

    const QString file = m_first->dataDir() + str("/receipts.backup");
    QVERIFY(said({str("backup"), file}).contains(str("position")));
    const QString before = said(who);
    QVERIFY(m_redis->restartEmpty());
    QVERIFY(QTest::qWaitFor([&] { return m_first->waitUntilReady(); }, 30'000));
    QVERIFY2(said({str("restore"), file, str("--yes"), str("--replace")}).contains(str("Restored")),
             qPrintable(m_first->lastOutput()));
    QCOMPARE(said(who).section(u'\n', 0, 1), before.section(u'\n', 0, 1));
    QVERIFY(said({str("stations")}).contains(str("name of s-desk")));
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
    QVERIFY(knowsOnline(*office, count));
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
