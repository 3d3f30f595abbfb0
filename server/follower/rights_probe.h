// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/redis/connection.h"
#include "server/redis/generation.h"
#include "server/redis/keys.h"

#include <QObject>

namespace pressboard::server {

/// May this account do in Redis all that we need? What is missing shows only when it is needed,
/// some of it months later, and PUBLISH is then lost without a word: so all of it is asked for, and
/// named as one would type it.
class RightsProbe : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the probe.
    RightsProbe(redis::Connection &commands, redis::Keys keys, ProblemList &problems,
                QObject *parent = nullptr);

    void probe();
    void stop(); ///< the answer that is under way is dropped

private:
    QString sentence(const QByteArrayList &missing) const;

    redis::Connection &m_commands;
    redis::Keys m_keys;
    ProblemList &m_problems;
    redis::Generation m_generation;
};

} // namespace pressboard::server
