// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"
#include "shared/state/apply.h"
#include "shared/state/event.h"

namespace pressboard::client {

/// Puts what an event did into words, and decides what of it deserves a toast at this station: the
/// table of toasts, and nothing else. Pure. Mute, sound off and folding come behind it.
class ToastPolicy
{
public:
    /// Imported events are no news.
    static QList<News> newsOf(const Event &event, const Change &change, const Circumstances &here);
};

} // namespace pressboard::client
