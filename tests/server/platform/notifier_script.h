// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

/// A random course of events for sockets with notifiers on them, and what the event loop of the
/// calling thread makes of it. The same script means the same on any event loop.
class NotifierScript
{
public:
    static NotifierScript random(quint32 seed, int steps);

    /// Plays it on sockets of its own; one line a turn of the loop, which says who was activated.
    QStringList play() const;

private:
    enum class Act {
        Listen, ///< makes the notifier
        ListenOnce, ///< one that disables itself when it is activated
        ListenAndRead, ///< one that reads everything when it is activated
        Delete,
        Enable,
        Disable,
        Send, ///< from the far end
        SendUrgent,
        Drain, ///< reads all at the near end
        Fill, ///< writes at the near end until it is full
        DrainFar, ///< makes room again
        CloseFar,
        Renew, ///< deletes notifiers, closes both ends, opens new ones under the same numbers
        RenewCarelessly, ///< closes first: the notifiers go when the numbers mean nothing
        Turn,
    };
    struct Step
    {
        Act act;
        int pair;
        int type;
    };

    QList<Step> m_steps;

    friend class ScriptPlayer;
};
