// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/loopback/loopback_client.h"

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

LoopbackClient::LoopbackClient(LoopbackServer &server, const QString &name, client::Random random)
    : m_server(server)
    , m_name(name)
    , m_store(server.clock)
    , m_connection(m_store, server.scheduler, server.clock, [this] { return makeSocket(); },
                   std::move(random), {})
{
    connect(&m_store, &client::Store::eventArrived, this, &LoopbackClient::noteEvent);
    connect(&m_store, &client::Store::synced, this, &LoopbackClient::noteSynced);
    m_connection.setTarget(*client::ServerAddress::parse(QStringLiteral("10.0.0.1")), name);
}

LoopbackClient::~LoopbackClient() = default;

std::unique_ptr<client::Socket> LoopbackClient::makeSocket()
{
    m_link = m_server.newConnection([this](const server::Identity &identity) {
        m_viewer = {server::Viewer::Dialect::V1, identity.mayViewOrders(), true, identity.groups(),
                    true};
    });
    return std::make_unique<LoopbackSocket>(m_link);
}

bool LoopbackClient::isLive() const
{
    return m_store.connectionStatus().state == client::ConnectionState::Live;
}

void LoopbackClient::noteEvent(const Event &event)
{
    const std::optional<StreamId> next = nextExpected();
    expect(next == event.id,
           QStringLiteral("%1 came, %2 was next")
               .arg(event.id.toString(), next ? next->toString() : QStringLiteral("nothing")));
    m_shown = event.id;
}

void LoopbackClient::noteSynced(bool replayed)
{
    replayed ? ++resumes : ++snapshots;
    if (replayed)
        expect(m_shown <= m_store.book().position, QStringLiteral("a resume went back"));
    else
        m_shown = m_store.book().position;
}

std::optional<StreamId> LoopbackClient::nextExpected() const
{
    const QList<server::RingEntry> sent = m_server.sent(m_store.book().epoch);
    auto entry =
        std::upper_bound(sent.begin(), sent.end(), m_shown,
                         [](StreamId id, const server::RingEntry &other) { return id < other.id; });
    for (; entry != sent.end(); ++entry) {
        if (isEventText(server::textFor(*entry, m_viewer)))
            return entry->id;
    }
    return std::nullopt;
}

void LoopbackClient::expectNothingLeft()
{
    if (const std::optional<StreamId> missing = nextExpected())
        expect(false, missing->toString() + QLatin1StringView(" never came"));
}

void LoopbackClient::expect(bool right, const QString &what)
{
    if (!right && m_complaint.isEmpty())
        m_complaint = m_name + QLatin1StringView(": ") + what;
}

void LoopbackClient::publish(const QString &message)
{
    m_connection.publish(event_type::notice, {{QStringLiteral("message"), message}}, {},
                         [this, message](const client::PublishOutcome &outcome) {
                             if (outcome.stored)
                                 m_acknowledged.append(message);
                         });
}

} // namespace pressboard::test
