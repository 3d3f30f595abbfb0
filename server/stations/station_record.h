// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/audience.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::server {

/// One station: the field of its ID in the hash `pressboard:stations`, whose value is JSON with
/// nothing but texts. It is worth showing for limits::stationDays after it was last seen.
struct StationRecord
{
    QString id; ///< lasting, of its own making
    QString name; ///< that it gives itself
    QString label; ///< that somebody gave it; empty: none
    QString user;
    QString display; ///< the user's
    QStringList groups; ///< that it was last connected with
    QString version;
    QString system;
    QString kind; ///< protocol::station_kind
    QString language;
    QString run; ///< of the program that was last connected
    QString server; ///< it is connected to, if that one lives; empty: none
    Moment firstSeen{};
    Moment lastSeen{}; ///< while it is connected within the hour
    /// It was last connected; 1970: a server of before did not note it.
    Moment onlineSince{};

    QString shownName() const { return label.isEmpty() ? name : label; }
    bool isWall() const;
    bool mayReceive(const Audience &audience) const;

    QByteArray toJson() const;
    /// nullopt: it is none.
    static std::optional<StationRecord> fromJson(const QString &id, const QByteArray &json);
    bool operator==(const StationRecord &) const = default;
};

} // namespace pressboard::server
