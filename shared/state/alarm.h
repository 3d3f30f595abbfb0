// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/audience.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QList>

#include <chrono>
#include <optional>

namespace pressboard {

/// A notice that goes on ringing until somebody takes it, or its time is over.
struct Alarm
{
    enum class Taking {
        Any, ///< the first who takes it settles it for all
        Each, ///< everybody confirms it for himself
    };
    /// Nobody took it for so long: others are told, too.
    struct Escalation
    {
        std::chrono::seconds after{};
        Audience groups;
        bool operator==(const Escalation &) const = default;
    };

    std::chrono::seconds repeat{60};
    std::chrono::seconds length{3600};
    Taking taking = Taking::Any;
    QList<Escalation> escalations; ///< by their time; none where each takes it for himself

    /// Of what a publisher wrote: `true` is an alarm with everything as above, numbers beyond the
    /// bounds are those of limits.h, and what cannot be read is as above. nullopt: none is meant.
    static std::optional<Alarm> fromJson(const QJsonValue &value);
    QJsonObject toJson() const;
    bool operator==(const Alarm &) const = default;
};

} // namespace pressboard
