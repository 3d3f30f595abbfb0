// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QHash>
#include <QString>

#include <chrono>
#include <optional>
#include <vector>

namespace pressboard::server {

/// How long steps of each name usually take, by those that are finished.
class UsualTimes
{
public:
    /// With fewer finished ones nobody knows what is usual.
    static constexpr std::size_t least = 5;

    void note(const Step &step);
    /// The median; nullopt: not known.
    std::optional<std::chrono::milliseconds> of(const QString &stepName) const;
    /// Now all are noted; of() is asked after this.
    void settle();

private:
    QHash<QString, std::vector<std::chrono::milliseconds>> m_times;
    QHash<QString, std::chrono::milliseconds> m_medians;
};

} // namespace pressboard::server
