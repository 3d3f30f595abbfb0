// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/subscriber.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QObject>
#include <QTimeZone>

namespace pressboard::server {

/// Events from the channel `pressboard:publish`: {"type", "data", "groups"?}. At most once, as
/// pub/sub is. Every server hears every message, but only one may put it into the log, so only
/// the writer's source is active; the others stay subscribed, to take over without a gap.
class PubSubSource : public QObject
{
    Q_OBJECT
public:
    PubSubSource(redis::Subscriber &subscriber, QByteArray channel, QTimeZone shopZone,
                 QObject *parent = nullptr);

    void setActive(bool active) { m_active = active; }
    bool isActive() const { return m_active; }

Q_SIGNALS:
    /// Validated; without an ID, which the log gives.
    void received(const pressboard::Event &event);
    /// `head`: the message's first 4 KiB.
    void rejected(const QString &reason, const QByteArray &head);

private:
    void onMessage(const QByteArray &channel, const QByteArray &payload);
    Result<Event> eventFrom(const QByteArray &payload) const;

    QByteArray m_channel;
    QTimeZone m_zone;
    bool m_active = false;
};

} // namespace pressboard::server
