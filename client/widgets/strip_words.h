// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/badge.h"

#include <QCoreApplication>
#include <QList>
#include <QLocale>

namespace pressboard::client {

class Store;

/// What one cell of the numbers strip says.
struct CellWords
{
    QLatin1StringView key; ///< the number's name on the wire
    QString label;
    QString number; ///< the server's, never counted here; "–" when it never told
    QString aside; ///< 可开工 34, 今天 +2
    QList<Badge> badges;
};

/// The seven numbers in the strip's order. Pure: reads the store, keeps nothing.
class StripWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StripWords)
public:
    static QList<CellWords> cells(const Store &store);
    static QString number(qint64 value);

private:
    static QString valueOf(const Store &store, QLatin1StringView key);
    /// 今天 +2; empty without a baseline or a change.
    static QString today(const Store &store, QLatin1StringView key);
    static QList<Badge> urgentTiers(const Store &store);
};

} // namespace pressboard::client
