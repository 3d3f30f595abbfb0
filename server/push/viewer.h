// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/log/ring.h"

#include <QSet>
#include <QString>

namespace pressboard::server {

/// What decides which frames a session gets, and in which form. Sessions with equal viewers get
/// equal bytes.
struct Viewer
{
    enum class Dialect : quint8 { Classic, V1 };

    Dialect dialect = Dialect::V1;
    bool viewOrders = true; ///< false: notices only, no numbers
    bool textIds = false; ///< takes IDs that are texts; v1 alone
    QSet<QString> groups;
    bool alarms = false; ///< hears who took one; v1 alone

    bool isClassic() const { return dialect == Dialect::Classic; }
    /// As far as it makes a difference where only the groups in `named` are named: all whose
    /// reduced viewers are equal see the same.
    Viewer reducedTo(const QSet<QString> &named) const;
    bool operator==(const Viewer &) const = default;
};

size_t qHash(const Viewer &viewer, size_t seed = 0);

struct ViewerHash
{
    std::size_t operator()(const Viewer &viewer) const { return qHash(viewer); }
};

/// The JSON of the entry for this viewer; empty when the entry is none of its business.
QByteArrayView textFor(const RingEntry &entry, const Viewer &viewer);

} // namespace pressboard::server
