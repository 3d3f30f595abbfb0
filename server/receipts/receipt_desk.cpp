// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/receipt_desk.h"

#include "server/log/event_log.h"
#include "server/push/session.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <QPointer>

#include <algorithm>

namespace pressboard::server {

ReceiptDesk::ReceiptDesk(const EventLog &log, const StationRegistry &registry,
                         const StationClaims &claims, ReceiptStore &store, ReceiptBudget &budget,
                         ReceiptNumbers &numbers, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_registry(registry)
    , m_claims(claims)
    , m_store(store)
    , m_budget(budget)
    , m_numbers(numbers)
    , m_clock(clock)
{
}

void ReceiptDesk::noteNotice(const Change &change)
{
    if (!change.notice || !change.notice->wantsReceipts())
        return;
    expect(*change.notice);
    m_numbers.announced(change.notice->id);
}

void ReceiptDesk::expect(const Notice &notice)
{
    if (!m_budget.mayWrite())
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
QList<StreamId> ReceiptDesk::concerned(const Session &session, const QList<StreamId> &ids) const
{
    QList<StreamId> concerned;
    for (const StreamId id : ids) {
        const Notice *notice = m_log.book().notice(id);
        if (notice && isConcerned(session, *notice))
            concerned.append(id);
    }
    return concerned;
}

void ReceiptDesk::handle(Session &session, const protocol::Receipt &message)
{
    if (session.station().id.isEmpty())
        return session.refuse(
            message.ref, QStringLiteral("forbidden"),
            QStringLiteral("Only a station tells what became of notices: hello needs an "
                           "id, and this access code to be somebody's."));
    // Another one's receipts are not his to give; a copied disk is told so in a moment.
    if (!m_claims.isHeld(session))
        return session.refuse(
            message.ref, QStringLiteral("unavailable"),
            QStringLiteral("The server does not know this station yet: tell it again."));
    protocol::Receipt receipt = message;
    receipt.ids = concerned(session, message.ids);
    if (receipt.ids.isEmpty())
        session.answer(protocol::encode(protocol::Ack{message.ref}));
    else
        noteReceipts(session, receipt, true);
}

void ReceiptDesk::noteReceipts(Session &session, const protocol::Receipt &message, bool mayExpect)
{
    const StationFacts &station = session.station();
    const StationRecord *record = m_registry.station(station.id);
    const QByteArray row = ReceiptRows::rowOf(record ? record->shownName() : station.name,
                                              session.identity().display, station.kind);
    const Moment now = m_clock.now();
    const QPointer<Session> waiting(&session);
    const auto noted = [this, waiting, message, id = station.id, now,
                        mayExpect](const std::optional<ReceiptBatch::Told> &told) {
        tellNumbers(message, id, now, told);
        if (waiting) // else it tells them again when it is back
            finish(*waiting, message, told, mayExpect);
    };
    m_store.note({message.ids, station.id, row, message.state, now, noted});
}

void ReceiptDesk::tellNumbers(const protocol::Receipt &message, const QString &station, Moment when,
                              const std::optional<ReceiptBatch::Told> &told)
{
    if (told) {
        for (const StreamId id : told->changed)
            m_numbers.changed(id, station, message.state, when);
    } else {
        for (const StreamId id : message.ids)
            m_numbers.uncertain(id);
    }
}

void ReceiptDesk::finish(Session &session, const protocol::Receipt &message,
                         const std::optional<ReceiptBatch::Told> &told, bool mayExpect)
{
    if (!told)
        return session.refuse(message.ref, QStringLiteral("unavailable"),
                              QStringLiteral("Redis does not answer: tell it again later."));
    if (told->unfixed.isEmpty() || !mayExpect)
        return session.answer(protocol::encode(protocol::Ack{message.ref}));
    for (const StreamId id : told->unfixed) {
        if (const Notice *notice = m_log.book().notice(id))
            expect(*notice);
    }
    noteReceipts(session, message, false);
}

void ReceiptDesk::tellOwn(Session &session)
{
    if (!session.station().hearsReceipts || !m_claims.isHeld(session))
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

void ReceiptDesk::handle(Session &session, const protocol::AskReceipts &message)
{
    const QPointer<Session> waiting(&session);
    m_store.read(
        message.id, this, [this, waiting, id = message.id](const std::optional<ReceiptRows> &rows) {
            if (!waiting)
                return;
            if (!rows || !ReceiptNumbers::mayKnow(*waiting, rows->publisher))
                return waiting->refuse({}, QStringLiteral("forbidden"),
                                       QStringLiteral("Only who sent a notice, and who may manage, "
                                                      "sees what became of it."));
            waiting->answer(fitting(protocol::Receipts{id, rows->counts(m_numbers.onlineAsked()),
                                                       rows->list(m_numbers.onlineAsked())}));
        });
}

void ReceiptDesk::handle(Session &session, const protocol::AskSent &message)
{
    if (session.identity().isAnybody())
        session.answer(protocol::encode(protocol::Sent{}));
    else
        readSent(session, message.before, {});
}

/// Some at a time; `soFar` grows.
void ReceiptDesk::readSent(Session &session, StreamId before, const protocol::Sent &soFar)
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
                                 each.rows.counts(m_numbers.onlineAsked()),
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

} // namespace pressboard::server
