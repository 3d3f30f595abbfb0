// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <optional>

namespace pressboard::client {

/// Where the names under columns stand, in pixels. Pure. Ordinary names leave some out in even
/// steps where there is no room for all, or it reads like a gap; those that are kept move aside
/// for each other instead, as long as their middle is under their own column.
struct ColumnLabels
{
    struct Label
    {
        int middle = 0; ///< of its column
        int width = 0;
        bool isKept = false;
    };

    int gap = 0; ///< that ordinary names want between them
    int leastGap = 0; ///< between any two
    int room = 0; ///< the chart's width

    /// The left edges, in the labels' order; nothing: left out.
    QList<std::optional<int>> place(const QList<Label> &labels) const;

private:
    int ideal(const Label &label) const;
    static int pitch(const QList<Label> &labels);
    int everyNth(const QList<Label> &labels) const;
    void placeKept(const QList<Label> &labels, QList<std::optional<int>> &lefts) const;
    bool isFree(int left, int width, const QList<Label> &labels,
                const QList<std::optional<int>> &lefts) const;
};

} // namespace pressboard::client
