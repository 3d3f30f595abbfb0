// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem_list.h"
#include "server/log/event_log.h"

#include <QObject>
#include <QStringList>

namespace pressboard::server {

/// Orders of the checkpoint that could not be read: a problem until each was published again, for
/// then the next checkpoint writes its row anew.
class UnreadableRows : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    UnreadableRows(const EventLog &log, ProblemList &problems, QObject *parent = nullptr);

    /// The fields of a checkpoint that was just loaded.
    void set(const QStringList &fields);

private:
    void onApplied(const Event &event);
    void say();

    ProblemList &m_problems;
    QStringList m_fields;
};

} // namespace pressboard::server
