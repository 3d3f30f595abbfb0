// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/status_words.h"

namespace pressboard::client {

/// What only a wall or a station says: from metres away, to people who cannot do anything about it.
class ScreenWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::ScreenWords)
public:
    /// A sentence for the whole screen; an empty title: the board is shown.
    struct Sentence
    {
        QString title;
        QString text;
    };

    /// 断线·以下是 10:32 的数据·正在重连; empty while live.
    static QString stale(const Store &store, const LinkFacts &link);
    /// Not configured, refused (`refusal`, None: not), or nothing to show yet.
    static Sentence sentence(const Store &store, const LinkFacts &link, Trouble refusal);
    /// Somebody has to do something before this heals; until then the board has no right to stand.
    static bool isRefusal(Trouble trouble);
    /// A retry forgets for a moment why the last one was refused; the sentence must not flicker.
    static Trouble refusalAfter(Trouble before, const ConnectionStatus &status);
};

} // namespace pressboard::client
