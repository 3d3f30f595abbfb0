// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_desk.h"

#include "client/connection/connection.h"
#include "client/store/store.h"
#include "shared/base/limits.h"
#include "shared/protocol/codec.h"

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

CallDesk::CallDesk(Connection &connection, const Store &store, Scheduler &scheduler,
                   const Clock &clock)
    : m_connection(connection)
    , m_store(store)
    , m_clock(clock)
    , m_countdown(scheduler,
                  [this] {
                      // Each second is seen; the last one sends it.
                      if (left() > 0s) {
                          m_countdown.start(1s);
                          Q_EMIT changed();
                      } else {
                          send();
                      }
                  })
    , m_asking(scheduler, [this] { ask(); })
{
    connect(&store, &Store::eventArrived, this, [this](const Event &event, const Change &) {
        const auto settled = protocol::settledBy(event);
        if (settled && event.type == event_type::settle && settled->notice == m_sent)
            take(settled->settlement);
    });
    connect(&store, &Store::sentTold, this, [this](const protocol::Sent &sent) {
        for (const auto &row : sent.notices) {
            if (row.id == m_sent && row.settled)
                take(*row.settled);
        }
    });
}

const QList<protocol::Shop::Call> &CallDesk::calls() const
{
    return m_store.shop().calls;
}

bool CallDesk::isOffered() const
{
    return !calls().isEmpty() && m_store.speaks(protocol::alarmsFeature);
}

void CallDesk::begin(const protocol::Shop::Call &call, const CallContext &from)
{
    m_call = call;
    m_from = from;
    m_sent = {};
    m_taken.reset();
    m_problem.clear();
    m_asking.stop();
    m_goesAt = m_clock.monotonic() + takesBack;
    m_countdown.start(1s);
    setState(State::Counting);
}

void CallDesk::dismiss()
{
    if (m_state != State::Sending && m_state != State::Waiting)
        reset();
}

void CallDesk::reset()
{
    m_countdown.stop();
    setState(State::None);
}

std::chrono::seconds CallDesk::left() const
{
    const auto left = std::chrono::ceil<std::chrono::seconds>(m_goesAt - m_clock.monotonic());
    return std::max<std::chrono::seconds>(left, 0s);
}

/// The rest of it, words, groups and level, is the shop's; the station's name the server knows.
QJsonObject CallDesk::message() const
{
    QJsonObject data{{QStringLiteral("call"), m_call.name}};
    if (!m_from.step.isEmpty())
        data.insert(QStringLiteral("step"), m_from.step);
    if (!m_from.orderNo.isEmpty())
        data.insert(QStringLiteral("order_no"), m_from.orderNo);
    if (!m_from.orderId.isNull())
        data.insert(QStringLiteral("order_id"), m_from.orderId.toJson());
    return data;
}

void CallDesk::send()
{
    setState(State::Sending);
    m_connection.publish(event_type::notice, message(), {},
                         [this](const PublishOutcome &outcome) { settle(outcome); });
}

void CallDesk::settle(const PublishOutcome &outcome)
{
    if (outcome.stored) {
        m_sent = outcome.id;
        m_asksUntil = m_clock.now() + limits::alarmLength;
        m_asking.start(asksAgain);
        if (m_state == State::Sending)
            setState(State::Waiting);
        return;
    }
    m_problem = outcome.code == u"too_many"
        ? tr("Too many calls in a short time. Wait a minute.")
        : tr("Nobody was called: the server did not take it. Go there yourself.");
    if (m_state == State::Sending)
        setState(State::Failed);
}

void CallDesk::ask()
{
    if (m_sent.isNull() || m_taken || m_clock.now() >= m_asksUntil)
        return;
    if (m_store.speaks(protocol::receiptsFeature))
        m_connection.ask(protocol::encode(protocol::AskSent{}));
    m_asking.start(asksAgain);
}

void CallDesk::take(const Settlement &by)
{
    if (m_sent.isNull() || m_taken)
        return;
    m_taken = by;
    m_asking.stop();
    if (m_state == State::Waiting)
        setState(State::Taken);
    Q_EMIT answered(m_call.title, by);
}

void CallDesk::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace pressboard::client
