// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/receipts/station_desk.h"

#include "server/log/event_log.h"

namespace pressboard::server {

StationDesk::StationDesk(EventLog &log, StationRegistry &registry, redis::Connection &connection,
                         const redis::Keys &keys, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(connection, keys)
    , m_budget(registry, clock)
    , m_claims(registry)
    , m_list(registry, clock)
    , m_numbers(log, registry, m_store, m_budget, connection, keys, clock)
    , m_receipts(log, registry, m_claims, m_store, m_budget, m_numbers, clock)
    , m_reminders(m_claims, m_numbers, m_store, connection, keys, clock)
    , m_taking(log, m_store)
{
    connect(&log, &EventLog::applied, this, [this](const Event &event, const Change &change) {
        if (event.type == event_type::notice)
            m_receipts.noteNotice(change);
    });
    connect(&m_taking, &AlarmTaking::acknowledged, this, &StationDesk::acknowledged);
    connect(&m_claims, &StationClaims::held, this, [this](Session *session) {
        m_receipts.tellOwn(*session); // it may have got its snapshot before
    });
}

StationDesk::~StationDesk() = default;

void StationDesk::handleControl(QByteArrayView message)
{
    m_numbers.handleControl(message);
    m_reminders.handleControl(message);
}

void StationDesk::arrived(Session &session)
{
    m_numbers.arrived(session);
    m_list.arrived(session);
    m_claims.arrived(session);
}

void StationDesk::gotSnapshot(Session &session)
{
    m_receipts.tellOwn(session);
}

void StationDesk::left(Session &session)
{
    m_numbers.left(session);
    m_list.left(session);
    m_claims.left(session);
}

void StationDesk::handle(Session &session, const protocol::Receipt &message)
{
    m_receipts.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::AskReceipts &message)
{
    m_receipts.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::AskSent &message)
{
    m_receipts.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::Remind &message)
{
    m_reminders.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::Settle &message)
{
    m_taking.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::AskStations &message)
{
    m_list.handle(session, message);
}

void StationDesk::handle(Session &session, const protocol::ChangeStation &message)
{
    m_list.handle(session, message);
}

} // namespace pressboard::server
