// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/problem_list.h"

#include "server/logging/logging.h"

#include <algorithm>

namespace pressboard::server {

const Problem *ProblemList::find(Problem::Kind kind) const
{
    const auto found = std::find_if(m_problems.begin(), m_problems.end(),
                                    [kind](const Problem &each) { return each.kind == kind; });
    return found == m_problems.end() ? nullptr : &*found;
}

void ProblemList::set(Problem::Kind kind, const QString &text)
{
    const Problem *known = find(kind);
    if (known && known->text == text)
        return;
    m_problems.removeIf([kind](const Problem &each) { return each.kind == kind; });
    m_problems << Problem{kind, text};
    qCWarning(lcLog).noquote() << text;
}

void ProblemList::setOrClear(Problem::Kind kind, const QString &text)
{
    text.isEmpty() ? clear(kind) : set(kind, text);
}

void ProblemList::clear(Problem::Kind kind)
{
    m_problems.removeIf([kind](const Problem &each) { return each.kind == kind; });
}

} // namespace pressboard::server
