// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

#include <QJsonArray>
#include <QMap>

#include <tuple>

namespace pressboard::server {

/// What could not be taken as it was sent, counted by type, member and what became of it: for
/// whoever has to tell the CRM's programmer. A value.
class OddityTally
{
public:
    /// Types and names of members are others' text: what comes beyond so many different ones is
    /// counted under no name.
    static constexpr qsizetype linesKept = 100;
    static constexpr qsizetype sentencesTold = 5;

    struct Line
    {
        QString type; ///< empty when nobody knows
        QString member; ///< without places in lists: "steps[].quantity"; may be empty
        Oddity::Fate fate;
        quint64 count = 0;
        QString latest; ///< reason

        QString sentence() const;
    };

    /// What was refused may name the member in its reason alone: "order_id: found nothing, …".
    void count(const QString &type, const QList<Oddity> &oddities);

    quint64 total() const { return m_total; }
    /// The most frequent first.
    QList<Line> lines() const;
    /// The first of them, and how many more there are.
    QStringList sentences() const;
    /// "left_out", "cut", "other_status", "refused".
    static QString nameOf(Oddity::Fate fate);
    /// [{"type","member","fate","count","latest"}…]
    QJsonArray toJson() const;

private:
    using Key = std::tuple<QString, QString, Oddity::Fate>;

    void add(const QString &type, const Oddity &odd);

    QMap<Key, Line> m_lines;
    quint64 m_total = 0;
};

} // namespace pressboard::server
