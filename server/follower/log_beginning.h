// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// Gives a log that has none its epoch: at the very first start, or where nobody has checkpointed
/// yet. Of several servers that begin at once one names it, and all of them take that.
class LogBeginning : public QObject
{
    Q_OBJECT
public:
    /// Must outlive this.
    LogBeginning(redis::Connection &commands, const redis::Keys &keys, QObject *parent = nullptr);

    void begin();
    void stop(); ///< the answer that is under way is dropped

Q_SIGNALS:
    void begun(const QString &epoch);
    /// It cannot be written: why and what to do, in whole sentences.
    void failed(const QString &why);

private:
    void handleReply(const redis::Reply &written, const redis::Reply &epoch);

    redis::Connection &m_commands;
    QByteArray m_key;
    redis::Reply m_written; ///< what SET answered, until GET did, too
    redis::Generation m_generation;
};

} // namespace pressboard::server
