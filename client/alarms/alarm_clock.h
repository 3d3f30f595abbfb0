// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QHash>
#include <QSet>
#include <QString>

#include <chrono>

namespace pressboard::client {

/// When an alarm sounds. All moments are the server's.
struct AlarmTerms
{
    Moment sent{};
    std::chrono::seconds repeat{60}; ///< positive
    Moment end{}; ///< it ends by itself then
    bool isSettled = false; ///< somebody took it; or this station said its own 知道了

    bool isOpen(Moment now) const { return !isSettled && now < end; }
    bool operator==(const AlarmTerms &) const = default;
};

/// Says when alarms sound here: at sent + n × repeat, by the server's clock, until they are settled
/// or over. That is reckoned from what the notice says, so no restart of a server silences or
/// doubles anything. While the board is not live nobody here knows whether an alarm was settled
/// meanwhile: then it is silent, and one whose time came sounds once as soon as it is known again.
class AlarmClock
{
public:
    /// Those of `alarms`, each by a name of its own, that sound with this call. Call it about once
    /// a second, and whenever one comes or is settled.
    QSet<QString> update(const QHash<QString, AlarmTerms> &alarms, bool isLive, Moment now);

private:
    struct Rung
    {
        qint64 turn; ///< n of the last time
        Moment end;
    };
    void forgetWhatIsOver(Moment now);

    QHash<QString, Rung> m_rung;
};

} // namespace pressboard::client
