// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace pressboard::client {

/// Who stands at this station: its name and the steps it works on (我的工序). Decides which toasts
/// come and how lists are pre-filtered; never what it may see.
struct StationProfile
{
    QString name;
    QStringList steps; ///< step names as the CRM writes them; empty: an office

    /// A station with steps of its own stands at a machine; one without is an office.
    bool isOnFloor() const { return !steps.isEmpty(); }
    bool worksOn(const QString &stepName) const { return steps.contains(stepName); }

    /// The name a station has until somebody gives it one: the computer's.
    static QString defaultName();

    bool operator==(const StationProfile &) const = default;
};

} // namespace pressboard::client
