// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/follower/problem.h"

#include <QList>

namespace pressboard::server {

/// What is wrong at the moment, one problem a kind. Each is logged when it appears, once.
class ProblemList
{
public:
    const QList<Problem> &all() const { return m_problems; }
    const Problem *find(Problem::Kind kind) const; ///< null: none of that kind
    void set(Problem::Kind kind, const QString &text);
    void setOrClear(Problem::Kind kind, const QString &text); ///< clears when empty
    void clear(Problem::Kind kind);

private:
    QList<Problem> m_problems;
};

} // namespace pressboard::server
