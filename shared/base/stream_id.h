// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"

#include <QByteArray>
#include <QString>

#include <compare>
#include <optional>

namespace pressboard {

/// The ID of an entry of the log: Redis' "<milliseconds>-<sequence>". 0-0 is before everything.
struct StreamId
{
    quint64 ms = 0;
    quint64 seq = 0;

    auto operator<=>(const StreamId &) const = default;
    bool isNull() const { return ms == 0 && seq == 0; }

    QString toString() const;
    QByteArray toBytes() const;
    /// Both parts are needed; anything else gives nullopt.
    static std::optional<StreamId> parse(QByteArrayView text);
    static std::optional<StreamId> parse(QStringView text);
};

/// When Redis gave out that ID. IDs beyond the year 9999 are read as its end.
Moment momentOf(StreamId id);

size_t qHash(const StreamId &id, size_t seed = 0);

} // namespace pressboard
