// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/station_desk.h"

#include "server/log/event_log.h"
#include "server/push/session.h"
#include "server/writer/entry_fields.h"
#include "shared/base/cut_text.h"
#include "shared/base/limits.h"
#include "shared/base/random_id.h"
#include "shared/protocol/codec.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace pressboard::server {

static constexpr int noticesRemembered = 1000; ///< of notices that were told of, or reminded of

StationDesk::StationDesk(EventLog &log, StationRegistry &registry, redis::Connection &connection,
                         redis::Keys keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_registry(registry)
    , m_connection(connection)
    , m_keys(std::move(keys))
    , m_clock(clock)
    , m_origin(randomId())
    , m_store(connection, m_keys)
{
    connect(&log, &EventLog::applied, this, [this](const Event &event, const Change &change) {
        if (event.type == event_type::notice)
            noteNotice(change);
    });
    connect(&registry, &StationRegistry::changed, this, &StationDesk::tellStations);
    m_numbersTimer.setSingleShot(true);
    m_followTimer.setSingleShot(true);
    connect(&m_numbersTimer, &QTimer::timeout, this, &StationDesk::tellNumbers);
    connect(&m_followTimer, &QTimer::timeout, this, [this] { tellStations({}); });
}

StationDesk::~StationDesk() = default;

// --- stations -----------------------------------------------------------------------------------

void StationDesk::arrived(Session &session)
{
    const StationFacts &station = session.station();
    if (station.hearsReceipts)
        m_hearers.insert(&session);
    else
        m_hearers.remove(&session);
    if (!station.hearsStations)
        m_followers.remove(&session);
    if (m_claims.value(&session).id != station.id)
        giveBack(session);
    if (station.id.isEmpty())
        return;
    m_claims.insert(&session, {station.id, station.run});
    claim(session, claims);
}

static StationRecord recordOf(const Session &session)
{
    const StationFacts &station = session.station();
    const Identity &identity = session.identity();
    StationRecord record;
    record.id = station.id;
    record.name = station.name;
    record.user = identity.user;
    record.display = identity.display;
    record.groups = identity.groups().values();
    record.groups.sort();
    record.version = station.version;
    record.system = station.system;
    record.kind = station.kind;
    record.language = station.language;
    record.run = station.run;
    return record;
}

void StationDesk::claim(Session &session, int again)
{
    const QPointer<Session> waiting(&session);
    const StationRecord record = recordOf(session);
    m_registry.claim(
        record, this,
        [this, waiting, id = record.id, run = record.run, again](StationRegistry::Claim claimed) {
            if (waiting && m_claims.value(waiting).id == id)
                judge(*waiting, claimed, again);
            else if (claimed == StationRegistry::Claim::Held && !isClaimed(id))
                m_registry.release(id, run); // its session went before the answer came
        });
}

bool StationDesk::isClaimed(const QString &id) const
{
    return std::any_of(m_claims.begin(), m_claims.end(),
                       [&id](const auto &claim) { return claim.id == id; });
}

void StationDesk::judge(Session &session, StationRegistry::Claim claimed, int again)
{
    using Claim = StationRegistry::Claim;
    if (claimed == Claim::Held) {
        m_sessions.insert(session.station().id, &session);
        gotSnapshot(session); // which it may have got before
    } else if (claimed == Claim::TooMany) {
        refuse(session, {}, QStringLiteral("too_many"),
               QStringLiteral("All stations that this user may have are connected."));
    } else if (claimed == Claim::Unknown || again > 1) {
        const int left = claimed == Claim::Unknown ? again : again - 1; // Redis comes back
        QTimer::singleShot(claimInterval, &session, [this, &session, left] {
            if (m_claims.contains(&session))
                claim(session, left);
        });
    } else if (claimed == Claim::Taken) {
        refuse(
            session, {}, QStringLiteral("station_taken"),
            QStringLiteral("Another program is connected with this station's id: make a new one, "
                           "and say hello again."));
    }
}

bool StationDesk::isHeld(const Session &session) const
{
    const QString &id = session.station().id;
    return !id.isEmpty() && m_sessions.value(id) == &session;
}

void StationDesk::left(Session &session)
{
    m_hearers.remove(&session);
    m_followers.remove(&session);
    giveBack(session);
}

void StationDesk::giveBack(Session &session)
{
    const auto [id, run] = m_claims.take(&session);
    if (id.isEmpty() || m_sessions.value(id) != &session)
        return; // it never had it, or is connected anew
    m_sessions.remove(id);
    m_registry.release(id, run);
}

void StationDesk::handle(Session &session, const protocol::AskStations &message)
{
    if (!session.identity().mayManage())
        return refuse(session, {}, QStringLiteral("forbidden"),
                      QStringLiteral("Only who may manage sees the stations."));
    if (!message.follow) {
        m_followers.remove(&session);
        return;
    }
    m_followers.insert(&session);
    QList<protocol::Stations::Row> rows;
    for (const StationRecord &record : m_registry.stations())
        rows.append(rowOf(record));
    const int parts = int(std::max<qsizetype>(1, (rows.size() + rowsOfPart - 1) / rowsOfPart));
    for (int part = 1; part <= parts; ++part) {
        const auto first = (part - 1) * rowsOfPart;
        session.answer(protocol::encode(protocol::Stations{
            part, parts, rows.sliced(first, std::min(rowsOfPart, rows.size() - first))}));
    }
}

protocol::Stations::Row StationDesk::rowOf(const StationRecord &record) const
{
    const bool online = m_registry.isOnline(record);
    return {record.id,
            record.shownName(),
            record.name,
            record.user,
            record.display,
            record.version,
            record.system,
            record.kind,
            record.language,
            record.firstSeen,
            online ? m_clock.now() : record.lastSeen,
            online};
}

/// At most once in followInterval.
void StationDesk::tellStations(const QStringList &ids)
{
    if (m_followers.isEmpty()) {
        m_changedStations.clear();
        return;
    }
    m_changedStations.unite(QSet<QString>(ids.begin(), ids.end()));
    if (m_followTimer.isActive() || m_changedStations.isEmpty())
        return;
    m_followTimer.start(followInterval);
    protocol::Stations news;
    for (const QString &id : std::as_const(m_changedStations)) {
        if (const StationRecord *record = m_registry.station(id))
            news.stations.append(rowOf(*record));
        else
            news.forgotten.append(id);
        if (news.stations.size() < rowsOfPart)
            continue;
        const QByteArray text = protocol::encode(std::exchange(news, {}));
        for (Session *follower : std::as_const(m_followers))
            follower->answer(text);
    }
    m_changedStations.clear();
    const QByteArray text = protocol::encode(news);
    for (Session *follower : std::as_const(m_followers))
        follower->answer(text);
}

void StationDesk::handle(Session &session, const protocol::ChangeStation &message)
{
    if (!session.identity().mayManage())
        return refuse(session, message.ref, QStringLiteral("forbidden"),
                      QStringLiteral("Only who may manage changes stations."));
    const QPointer<Session> waiting(&session);
    const auto done = [this, waiting, ref = message.ref](bool isDone) {
        if (!waiting)
            return;
        if (isDone)
            waiting->answer(protocol::encode(protocol::Ack{ref}));
        else
            refuse(*waiting, ref, QStringLiteral("invalid"),
                   QStringLiteral("There is no such station (any more)."));
    };
    if (message.forget)
        m_registry.forget(message.id, this, done);
    else
        m_registry.rename(message.id, cutToUnits(message.name, limits::stationText), this, done);
}

// --- receipts -----------------------------------------------------------------------------------

/// Before any client of this server is sent it: what is asked of Redis now is answered first.
void StationDesk::noteNotice(const Change &change)
{
    if (!change.notice || !change.notice->wantsReceipts())
        return;
    expect(*change.notice);
    m_changed.insert(change.notice->id, false);
    if (!m_numbersTimer.isActive())
        m_numbersTimer.start(limits::receiptsInterval);
}

double StationDesk::stationCount() const
{
    return double(std::max<qsizetype>(1, m_registry.stations().size()));
}

void StationDesk::expect(const Notice &notice)
{
    if (!m_written.tryAcquire(m_clock.monotonic(), stationCount()))
        return;
    const Moment oldest = momentOf(notice.id) - std::chrono::days(limits::expectedDays);
    QList<StationRecord> expected;
    for (const StationRecord &record : m_registry.stations()) {
        if (record.mayReceive(notice.audience)
            && (m_registry.isOnline(record) || record.lastSeen >= oldest))
            expected.append(record);
    }
    m_store.expect(notice, expected, this);
}

static bool isConcerned(const Session &session, const Notice &notice)
{
    return notice.audience.admits(session.viewer().groups) && notice.wantsReceipts();
}

/// Those that it may see, of which anybody wants to know.
QList<StreamId> StationDesk::concerned(const Session &session, const QList<StreamId> &ids) const
{
    QList<StreamId> concerned;
    for (const StreamId id : ids) {
        const Notice *notice = m_log.book().notice(id);
        if (notice && isConcerned(session, *notice))
            concerned.append(id);
    }
    return concerned;
}

void StationDesk::handle(Session &session, const protocol::Receipt &message)
{
    if (session.station().id.isEmpty())
        return refuse(session, message.ref, QStringLiteral("forbidden"),
                      QStringLiteral("Only a station tells what became of notices: hello needs an "
                                     "id, and this access code to be somebody's."));
    // Another one's receipts are not his to give; a copied disk is told so in a moment.
    if (!isHeld(session))
        return refuse(session, message.ref, QStringLiteral("unavailable"),
                      QStringLiteral("The server does not know this station yet: tell it again."));
    protocol::Receipt receipt = message;
    receipt.ids = concerned(session, message.ids);
    if (receipt.ids.isEmpty())
        session.answer(protocol::encode(protocol::Ack{message.ref}));
    else
        noteReceipts(session, receipt, true);
}

void StationDesk::noteReceipts(Session &session, const protocol::Receipt &message, bool mayExpect)
{
    const StationFacts &station = session.station();
    const StationRecord *record = m_registry.station(station.id);
    const QByteArray row = ReceiptRows::rowOf(record ? record->shownName() : station.name,
                                              session.identity().display, station.kind);
    const QPointer<Session> waiting(&session);
    const auto noted = [this, waiting, message,
                        mayExpect](const std::optional<ReceiptBatch::Told> &told) {
        if (told) {
            for (const StreamId id : told->changed)
                change(id, true);
        }
        if (!waiting)
            return; // it tells them again when it is back
        if (told && !told->unfixed.isEmpty() && mayExpect) {
            for (const StreamId id : told->unfixed) {
                if (const Notice *notice = m_log.book().notice(id))
                    expect(*notice);
            }
            noteReceipts(*waiting, message, false);
        } else if (told) {
            waiting->answer(protocol::encode(protocol::Ack{message.ref}));
        } else {
            refuse(*waiting, message.ref, QStringLiteral("unavailable"),
                   QStringLiteral("Redis does not answer: tell it again later."));
        }
    };
    m_store.note({message.ids, station.id, row, message.state, m_clock.now(), noted});
}

void StationDesk::gotSnapshot(Session &session)
{
    if (!session.station().hearsReceipts || !isHeld(session))
        return;
    QList<StreamId> ids;
    const QList<Notice> &notices = m_log.book().notices;
    const qsizetype first = std::max<qsizetype>(0, notices.size() - ownNotices);
    for (qsizetype i = first; i < notices.size(); ++i) {
        if (isConcerned(session, notices[i]))
            ids.append(notices[i].id);
    }
    if (ids.isEmpty())
        return;
    const QPointer<Session> waiting(&session);
    m_store.readOwn(ids, session.station().id, this, [waiting](const protocol::OwnReceipts &own) {
        if (waiting && !own.notices.isEmpty())
            waiting->answer(protocol::encode(own));
    });
}

// --- who hears of them --------------------------------------------------------------------------

void StationDesk::change(StreamId notice, bool tellOthers)
{
    m_changed[notice] = m_changed.value(notice) || tellOthers;
    if (!m_numbersTimer.isActive())
        m_numbersTimer.start(std::chrono::milliseconds(0));
}

/// Of each notice at most once in limits::receiptsInterval; what came meanwhile is told after it.
void StationDesk::tellNumbers()
{
    const auto now = m_clock.monotonic();
    if (m_toldAt.size() > noticesRemembered)
        m_toldAt.clear();
    for (auto each = m_changed.begin(); each != m_changed.end();) {
        const auto told = m_toldAt.constFind(each.key());
        const bool isEarly = told != m_toldAt.cend() && now - *told < limits::receiptsInterval;
        if (isEarly || (isHeardOf(each.key()) && !m_read.tryAcquire(now, stationCount()))) {
            ++each;
            continue;
        }
        m_toldAt.insert(each.key(), now);
        if (*each)
            publish(receiptsMessage.toByteArray() + each.key().toBytes() + ' ' + m_origin);
        tellNumbersOf(each.key());
        each = m_changed.erase(each);
    }
    if (!m_changed.isEmpty())
        m_numbersTimer.start(std::chrono::milliseconds(limits::receiptsInterval) / 4);
}

void StationDesk::tellNumbersOf(StreamId notice)
{
    if (!isHeardOf(notice))
        return;
    m_store.read(notice, this, [this, notice](const std::optional<ReceiptRows> &rows) {
        if (!rows)
            return;
        const QByteArray text =
            protocol::encode(protocol::Receipts{notice, rows->counts(onlineAsked())});
        for (Session *hearer : std::as_const(m_hearers)) {
            if (mayKnow(*hearer, rows->publisher))
                hearer->answer(text);
        }
    });
}

bool StationDesk::mayKnow(const Session &session, const QString &publisher) const
{
    return session.identity().mayManage()
        || (!session.identity().isAnybody()
            && publisherOfUser(session.identity().user) == publisher);
}

/// Empty: it is not kept any more, and anybody's.
QString StationDesk::publisherOf(StreamId notice) const
{
    const Notice *kept = m_log.book().notice(notice);
    return kept ? kept->publisher : QString();
}

bool StationDesk::isHeardOf(StreamId notice) const
{
    const QString publisher = publisherOf(notice);
    return std::any_of(m_hearers.begin(), m_hearers.end(), [&](const Session *hearer) {
        return publisher.isEmpty() || mayKnow(*hearer, publisher);
    });
}

bool StationDesk::isOnline(const QString &station) const
{
    const StationRecord *record = m_registry.station(station);
    return record && m_registry.isOnline(*record);
}

ReceiptRows::IsOnline StationDesk::onlineAsked() const
{
    return [this](const QString &station) { return isOnline(station); };
}

/// No client takes a longer frame; the first rows are those that did least.
static QByteArray fitting(protocol::Receipts receipts)
{
    QByteArray text = protocol::encode(receipts);
    while (std::size_t(text.size()) > limits::frameBytes) {
        receipts.stations->resize(receipts.stations->size() * 3 / 4);
        text = protocol::encode(receipts);
    }
    return text;
}

void StationDesk::handle(Session &session, const protocol::AskReceipts &message)
{
    const QPointer<Session> waiting(&session);
    m_store.read(message.id, this,
                 [this, waiting, id = message.id](const std::optional<ReceiptRows> &rows) {
                     if (!waiting)
                         return;
                     if (!rows || !mayKnow(*waiting, rows->publisher))
                         return refuse(*waiting, {}, QStringLiteral("forbidden"),
                                       QStringLiteral("Only who sent a notice, and who may manage, "
                                                      "sees what became of it."));
                     waiting->answer(fitting(protocol::Receipts{id, rows->counts(onlineAsked()),
                                                                rows->list(onlineAsked())}));
                 });
}

void StationDesk::handle(Session &session, const protocol::AskSent &message)
{
    if (session.identity().isAnybody())
        session.answer(protocol::encode(protocol::Sent{}));
    else
        readSent(session, message.before, {});
}

/// Some at a time; `soFar` grows.
void StationDesk::readSent(Session &session, StreamId before, const protocol::Sent &soFar)
{
    const QString publisher =
        session.identity().mayManage() ? QString() : publisherOfUser(session.identity().user);
    const QPointer<Session> waiting(&session);
    const auto got = [this, waiting, soFar](const QList<ReceiptStore::SentNotice> &found) {
        if (!waiting)
            return;
        protocol::Sent sent = soFar;
        for (const ReceiptStore::SentNotice &each : found) {
            const Notice *kept = m_log.book().notice(each.id);
            sent.notices.append({each.id, each.rows.data, each.rows.groups,
                                 each.rows.counts(onlineAsked()),
                                 kept ? kept->settled : std::nullopt});
        }
        sent.more = found.size() == sentAtOnce;
        const QByteArray text = protocol::encode(sent);
        const bool hasRoom = std::size_t(text.size()) < limits::snapshotPartBytes;
        if (sent.more && hasRoom && sent.notices.size() < protocol::Sent::most)
            readSent(*waiting, found.constLast().id, sent);
        else
            waiting->answer(text);
    };
    m_store.readSent(publisher, before, sentAtOnce, this, got);
}

// --- once more ----------------------------------------------------------------------------------

void StationDesk::handle(Session &session, const protocol::Remind &message)
{
    const QPointer<Session> waiting(&session);
    const auto read = [this, waiting, message](const std::optional<ReceiptRows> &rows) {
        if (!waiting)
            return;
        if (!rows || !mayKnow(*waiting, rows->publisher))
            return refuse(*waiting, message.ref, QStringLiteral("forbidden"),
                          QStringLiteral("Only who sent a notice, and who may manage, reminds."));
        if (m_reminders.size() > noticesRemembered)
            m_reminders.clear();
        auto limit = m_reminders.find(message.id);
        if (limit == m_reminders.end())
            limit = m_reminders.insert(message.id, RateLimit(1, 1.0 / remindInterval.count()));
        if (!limit->tryAcquire(m_clock.monotonic()))
            return refuse(*waiting, message.ref, QStringLiteral("too_many"),
                          QStringLiteral("They were reminded a moment ago."));
        QStringList online = rows->missing();
        online.removeIf([this](const QString &id) { return !isOnline(id); });
        remind(message.id, online);
        QStringList elsewhere = online; // this server hears itself, too
        elsewhere.removeIf([this](const QString &id) { return m_sessions.contains(id); });
        if (!elsewhere.isEmpty())
            publish(remindMessage.toByteArray() + message.id.toBytes() + ' '
                    + elsewhere.join(u' ').toUtf8());
        waiting->answer(protocol::encode(protocol::Ack{message.ref, int(online.size())}));
    };
    m_store.read(message.id, this, read);
}

/// Those of them that are connected here.
void StationDesk::remind(StreamId notice, const QStringList &stations)
{
    const QByteArray text = protocol::encode(protocol::Reminder{notice});
    for (const QString &id : stations) {
        Session *session = m_sessions.value(id);
        if (session && session->station().hearsReceipts)
            session->answer(text);
    }
}

void StationDesk::publish(const QByteArray &message)
{
    m_connection.command({"PUBLISH", m_keys.controlChannel(), message}, nullptr, {});
}

void StationDesk::handleControl(QByteArrayView message)
{
    if (message.startsWith(receiptsMessage)) {
        const QByteArrayList words =
            message.sliced(receiptsMessage.size()).toByteArray().split(' ');
        const auto id = StreamId::parse(QByteArrayView(words.first()));
        if (id && words.value(1) != m_origin)
            change(*id, false);
    } else if (message.startsWith(remindMessage)) {
        QStringList words =
            QString::fromUtf8(message.sliced(remindMessage.size())).split(u' ', Qt::SkipEmptyParts);
        const auto id = words.isEmpty() ? std::nullopt : StreamId::parse(words.takeFirst());
        if (id)
            remind(*id, words);
    }
}

// --- alarms -------------------------------------------------------------------------------------

/// Whoever may have been told of it, or will be: the alarm's own audience, and those of its steps.
static Audience audienceOf(const Notice &alarm)
{
    Audience all = alarm.audience;
    const QList<Alarm::Escalation> steps = alarm.alarm()->escalations;
    for (const Alarm::Escalation &step : steps)
        all = all.united(step.groups);
    // Too many to name: who got a step of it is told when that ends with it.
    return all.groups().size() > limits::groups ? alarm.audience : all;
}

static Event settlement(const Notice &alarm, const Session &session)
{
    Event event;
    event.type = event_type::settle;
    event.source = QStringLiteral("server");
    event.groups = audienceOf(alarm);
    event.data = {{QStringLiteral("notice"), alarm.alarmId().toString()},
                  {QStringLiteral("user"), session.identity().user},
                  {QStringLiteral("by"), session.identity().display},
                  {QStringLiteral("station"), session.station().name}};
    return event;
}

void StationDesk::handle(Session &session, const protocol::Settle &message)
{
    if (session.identity().isAnybody())
        return refuse(session, message.ref, QStringLiteral("forbidden"),
                      QStringLiteral("This access code is for reading only."));
    const Book &book = m_log.book();
    const Notice *notice = book.notice(message.id);
    if (!notice)
        notice = book.alarm(message.id); // it has another text by now
    const bool isSeen = notice && notice->audience.admits(session.viewer().groups);
    const Notice *alarm =
        isSeen && !notice->escalates().isNull() ? book.alarm(notice->escalates()) : notice;
    const auto rings = isSeen && alarm ? alarm->alarm() : std::nullopt;
    if (!rings || rings->taking == Alarm::Taking::Each)
        return refuse(session, message.ref, QStringLiteral("invalid"),
                      QStringLiteral("There is no such alarm (any more) that one takes for all."));
    const QPointer<Session> waiting(&session);
    m_store.settle(alarm->alarmId(), entryFields(settlement(*alarm, session)), this,
                   [this, waiting, ref = message.ref](const Result<StreamId> &stored) {
                       if (!waiting)
                           return;
                       if (stored)
                           waiting->answer(protocol::encode(protocol::Ack{ref, 0, *stored}));
                       else
                           refuse(*waiting, ref, QStringLiteral("unavailable"),
                                  stored.error().message);
                   });
}

void StationDesk::refuse(Session &session, const QString &ref, const QString &code,
                         const QString &message)
{
    session.answer(protocol::encode(protocol::Refusal{ref, code, message}));
}

} // namespace pressboard::server
