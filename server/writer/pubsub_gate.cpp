// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/pubsub_gate.h"

#include "shared/base/random_id.h"

namespace pressboard::server {

PubSubGate::PubSubGate(redis::Connection &commands, redis::Subscriber &subscriber,
                       const redis::Keys &keys, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_channel(keys.controlChannel())
{
    m_timer.setInterval(interval);
    connect(&m_timer, &QTimer::timeout, this, &PubSubGate::sendMark);
    connect(&subscriber, &redis::Subscriber::messageReceived, this, &PubSubGate::onMessage);
}

void PubSubGate::begin()
{
    m_open = false;
    m_mark = markMessage.toByteArray() + randomId();
    m_timer.start();
    sendMark();
}

void PubSubGate::sendMark()
{
    m_commands.command({"PUBLISH", m_channel, m_mark}, this,
                       [this, mark = m_mark](const redis::Reply &reply) {
                           // An account without that right is better served twice than never.
                           if (reply.isError() && mark == m_mark)
                               open();
                       });
}

void PubSubGate::onMessage(const QByteArray &channel, const QByteArray &payload)
{
    if (!m_open && channel == m_channel && payload == m_mark && !m_mark.isEmpty())
        open();
}

void PubSubGate::open()
{
    m_timer.stop();
    m_open = true;
}

} // namespace pressboard::server
