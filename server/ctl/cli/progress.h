// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QTextStream>

namespace pressboard::server::ctl {

/// How far something long is, for whoever waits: nothing in the first second; then on a terminal
/// one line that moves, elsewhere (a log, a mail of cron's) a line now and then.
class Progress
{
public:
    static constexpr std::chrono::milliseconds silence{1000};
    static constexpr std::chrono::milliseconds movesEach{100};
    static constexpr std::chrono::milliseconds lineEach{5000};

    /// Both outlive this. The first second begins now.
    Progress(const Clock &clock, QTextStream &to, bool toTerminal);

    /// "12000 of 20000 orders done"
    void show(const QString &text);
    /// Before anything else is written there: the moving line goes.
    void clear();

private:
    const Clock &m_clock;
    QTextStream &m_to;
    bool m_toTerminal;
    std::chrono::milliseconds m_next;
    bool m_shown = false;
};

} // namespace pressboard::server::ctl
