// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/base/time.h"

#include <QObject>

#include <functional>

namespace pressboard::server {

/// The lease of the one server that writes. What it says of itself is only an opinion, good for
/// not trying in vain: every script of the writer compares value() with Redis' before it acts,
/// so a server that was paused while another took the lease writes nothing.
class Lease : public QObject
{
    Q_OBJECT
public:
    Lease(redis::Connection &commands, const redis::Keys &keys, const Clock &clock,
          std::chrono::milliseconds time, QObject *parent = nullptr);

    const QByteArray &value() const { return m_value; }
    bool isHeld() const;
    /// Takes it when it is free, renews it when it is ours. To be called several times in its time.
    void keep();
    /// Gives it up, so that the next writer need not wait; `released` is called in any case.
    void release(std::function<void()> released);
    void lose(); ///< a script found somebody else's value

Q_SIGNALS:
    void acquired();

private:
    void handleReply(const redis::Reply &reply, std::chrono::milliseconds askedAt);

    redis::Connection &m_commands;
    QByteArray m_key;
    const Clock &m_clock;
    std::chrono::milliseconds m_time;
    QByteArray m_value;
    std::chrono::milliseconds m_heldUntil{0}; ///< monotonic: the wall clock may jump
    bool m_held = false;
};

} // namespace pressboard::server
