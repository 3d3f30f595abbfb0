// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pressboard::client {

/// One field for other programs.
struct TableCell
{
    enum class Kind {
        Text, ///< a name or a number that is a name: not to be reckoned with
        Value, ///< a date or a quantity, as we wrote it
    };

    TableCell(QString words, Kind is = Kind::Text)
        : text(std::move(words))
        , kind(is)
    {
    }

    QString text;
    Kind kind;
    bool operator==(const TableCell &) const = default;
};

using TableRow = QList<TableCell>;
using Table = QList<TableRow>; ///< titles first

} // namespace pressboard::client
