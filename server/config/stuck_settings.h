// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::server {

/// When something counts as stuck, and who is told. A rule that is not set does not exist.
struct StuckSettings
{
    std::optional<int> runningHours; ///< a step runs longer than this
    std::optional<int> medianTimes; ///< a step runs so many times as long as is usual for it
    std::optional<int> unmovedHours; ///< nothing happened to an order that is being made
    std::optional<int> unbegunDays; ///< before the due day, and nothing is begun
    QStringList groups; ///< who is told; empty: everyone
    QString language = QStringLiteral("zh_CN"); ///< of the notices; or en

    bool isOff() const { return !runningHours && !medianTimes && !unmovedHours && !unbegunDays; }
    bool operator==(const StuckSettings &) const = default;
};

/// One object. The error names the member.
Result<StuckSettings> stuckFromJson(const QByteArray &json);
QByteArray toJson(const StuckSettings &stuck);

} // namespace pressboard::server
