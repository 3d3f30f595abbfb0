// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_beginning.h"

#include "server/follower/write_probe.h"
#include "shared/base/random_id.h"

namespace pressboard::server {

LogBeginning::LogBeginning(redis::Connection &commands, const redis::Keys &keys, QObject *parent)
    : QObject(parent)
    , m_commands(commands)
    , m_key(keys.epoch())
{
}

void LogBeginning::stop()
{
    m_generation.begin();
}

void LogBeginning::begin()
{
    stop();
    m_commands.command(
        {"SET", m_key, randomId(), "NX"}, this,
        m_generation.guard([this](const redis::Reply &reply) { m_written = reply; }));
    m_commands.command({"GET", m_key}, this, m_generation.guard([this](const redis::Reply &reply) {
        handleReply(m_written, reply);
    }));
}

void LogBeginning::handleReply(const redis::Reply &written, const redis::Reply &epoch)
{
    if (epoch.isLost())
        return;
    if (!epoch.failed() && !epoch.text.isEmpty()) {
        Q_EMIT begun(QString::fromUtf8(epoch.text));
        return;
    }
    const redis::Reply &refusal = epoch.failed() ? epoch : written;
    const auto refused = refusedWrites(refusal);
    Q_EMIT failed(QStringLiteral("No board can be served: the log has not begun, and its first "
                                 "key, %1, cannot be written. %2")
                      .arg(QString::fromUtf8(m_key),
                           refused ? refused->reason : QString::fromUtf8(refusal.text)));
}

} // namespace pressboard::server
