// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/loopback/desk.h"

#include "shared/protocol/codec.h"

#include <algorithm>
#include <utility>

namespace pressboard::test {
namespace {

/// Whole orders that come into sight or leave it are no events.
bool isEventText(QByteArrayView text)
{
    const auto message = protocol::decodeServer(text.toByteArray());
    return message && std::holds_alternative<protocol::EventMessage>(*message);
}

} // namespace

Desk::Desk(Office &office, const QString &name, client::Random random)
    : m_office(office)
    , m_name(name)
    , m_store(office.clock)
    , m_connection(m_store, office.scheduler, office.clock, [this] { return makeSocket(); },
                   std::move(random), {})
{
    connect(&m_store, &client::Store::eventArrived, this, &Desk::noteEvent);
    connect(&m_store, &client::Store::synced, this, &Desk::noteSynced);
    m_connection.setTarget(*client::ServerAddress::parse(QStringLiteral("10.0.0.1")), name);
}

Desk::~Desk() = default;

std::unique_ptr<client::Socket> Desk::makeSocket()
{
    m_line = m_office.layLine([this](const server::Identity &identity) {
        m_viewer = {server::Viewer::Dialect::V1, identity.mayViewOrders(), identity.groups()};
    });
    return std::make_unique<LineSocket>(m_line);
}

bool Desk::isLive() const
{
    return m_store.connectionStatus().state == client::ConnectionState::Live;
}

void Desk::noteEvent(const Event &event)
{
    const std::optional<StreamId> next = nextExpected();
    expect(next == event.id,
           QStringLiteral("%1 came, %2 was next")
               .arg(event.id.toString(), next ? next->toString() : QStringLiteral("nothing")));
    m_shown = event.id;
}

void Desk::noteSynced(bool replayed)
{
    replayed ? ++resumes : ++snapshots;
    if (replayed)
        expect(m_shown <= m_store.book().position, QStringLiteral("a resume went back"));
    else
        m_shown = m_store.book().position;
}

std::optional<StreamId> Desk::nextExpected() const
{
    const QList<server::RingEntry> sent = m_office.sent(m_store.book().epoch);
    auto entry =
        std::upper_bound(sent.begin(), sent.end(), m_shown,
                         [](StreamId id, const server::RingEntry &other) { return id < other.id; });
    for (; entry != sent.end(); ++entry) {
        if (isEventText(server::textFor(*entry, m_viewer)))
            return entry->id;
    }
    return std::nullopt;
}

void Desk::expectNothingLeft()
{
    if (const std::optional<StreamId> missing = nextExpected())
        expect(false, missing->toString() + QLatin1StringView(" never came"));
}

void Desk::expect(bool right, const QString &what)
{
    if (!right && m_complaint.isEmpty())
        m_complaint = m_name + QLatin1StringView(": ") + what;
}

void Desk::publish(const QString &message)
{
    m_connection.publish(event_type::notice, {{QStringLiteral("message"), message}}, {},
                         [this, message](const client::PublishOutcome &outcome) {
                             if (outcome.stored)
                                 m_acknowledged.append(message);
                         });
}

} // namespace pressboard::test
