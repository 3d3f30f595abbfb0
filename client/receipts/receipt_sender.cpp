// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/receipts/receipt_sender.h"

#include "client/connection/log.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <utility>

namespace pressboard::client {

using State = ReceiptBook::State;

namespace {

constexpr State allStates[] = {State::Delivered, State::Seen, State::Confirmed};

/// It may be another answer in a while.
bool isPassing(const PublishOutcome &outcome)
{
    return outcome.code == u"unavailable" || outcome.code == u"too_many";
}

} // namespace

ReceiptSender::ReceiptSender(Connection &connection, const Store &store, Scheduler &scheduler,
                             const ReceiptFile &file)
    : m_connection(connection)
    , m_store(store)
    , m_file(file)
    , m_book(file.load())
    , m_gathering(scheduler, [this] { send(); })
    , m_again(scheduler, [this] { send(); })
{
    connect(&store, &Store::synced, this, &ReceiptSender::noteDelivered);
    connect(&store, &Store::eventArrived, this, [this](const Event &, const Change &change) {
        if (change.notice && change.notice->wantsReceipts() && !m_store.isReplaying())
            note(change.notice->id, State::Delivered);
    });
    connect(&store, &Store::ownReceiptsTold, this, &ReceiptSender::adopt);
    connect(&store, &Store::connectionChanged, this, [this] {
        const bool couldTell = std::exchange(m_couldTell, mayTell());
        if (m_couldTell && !couldTell)
            m_gathering.start(gathers);
    });
}

void ReceiptSender::setFile(const ReceiptFile &file)
{
    m_file = file;
    m_book = file.load();
    m_onTheWay.clear();
    Q_EMIT confirmedChanged();
}

void ReceiptSender::forget()
{
    m_file.save({});
    setFile(m_file);
}

/// What is in the book is in the list of notices.
void ReceiptSender::noteDelivered()
{
    for (const Notice &notice : m_store.book().notices) {
        if (notice.wantsReceipts())
            note(notice.id, State::Delivered);
    }
}

void ReceiptSender::see(const QStringList &noticeIds)
{
    if (!m_isWatched)
        return;
    for (const QString &text : noticeIds) {
        const auto id = StreamId::parse(QStringView(text));
        const Notice *notice = id ? m_store.book().notice(*id) : nullptr;
        if (notice != nullptr && notice->wantsReceipts())
            note(*id, State::Seen);
    }
}

void ReceiptSender::confirm(StreamId id)
{
    const Notice *notice = m_store.book().notice(id);
    if (notice == nullptr || !notice->wantsReceipts())
        return;
    note(id, State::Confirmed);
    Q_EMIT confirmedChanged();
}

void ReceiptSender::note(StreamId notice, State state)
{
    if (m_book.note(notice, state) && !m_gathering.isRunning())
        m_gathering.start(gathers);
}

void ReceiptSender::adopt(const protocol::OwnReceipts &receipts)
{
    for (const auto &row : receipts.notices) {
        const OptionalMoment reached[] = {row.times.delivered, row.times.seen, row.times.confirmed};
        for (const State state : allStates) {
            if (reached[int(state)])
                m_book.acknowledge(row.id, state);
        }
    }
    Q_EMIT confirmedChanged();
}

bool ReceiptSender::mayTell() const
{
    return m_store.connectionStatus().state == ConnectionState::Live
        && m_store.speaks(protocol::receiptsFeature);
}

void ReceiptSender::send()
{
    // On the disk before it is told: the program may end before the answer.
    if (!m_file.save(m_book))
        qCWarning(lcConnection) << "The receipts could not be written to the disk";
    if (!mayTell())
        return; // as soon as it is live
    for (const State state : allStates)
        send(state);
}

void ReceiptSender::send(State state)
{
    QList<StreamId> open = m_book.unacknowledged(state);
    open.removeIf([this](StreamId notice) { return m_onTheWay.contains(notice); });
    while (!open.isEmpty()) {
        const QList<StreamId> some =
            open.first(std::min<qsizetype>(open.size(), limits::receiptIds));
        open = open.sliced(some.size());
        m_onTheWay += QSet<StreamId>(some.begin(), some.end());
        m_connection.request(
            [&](const QString &ref) {
                return protocol::encode(protocol::Receipt{ref, state, some});
            },
            [this, some, state](const PublishOutcome &outcome) { settle(some, state, outcome); });
    }
}

/// A later state of a notice may have been reached meanwhile: it goes next.
void ReceiptSender::settle(const QList<StreamId> &notices, State state,
                           const PublishOutcome &outcome)
{
    for (const StreamId notice : notices) {
        m_onTheWay.remove(notice);
        // What the server will never take is not told again and again.
        if (!isPassing(outcome))
            m_book.acknowledge(notice, state);
    }
    if (isPassing(outcome))
        m_again.start(retriesAfter);
    else
        m_gathering.start(gathers);
}

} // namespace pressboard::client
