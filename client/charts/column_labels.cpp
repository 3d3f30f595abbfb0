// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/charts/column_labels.h"

#include <algorithm>

namespace pressboard::client {

int ColumnLabels::ideal(const Label &label) const
{
    return std::min(std::max(0, label.middle - label.width / 2), room - label.width);
}

int ColumnLabels::pitch(const QList<Label> &labels)
{
    return labels.size() < 2 ? 0 : labels.at(1).middle - labels.at(0).middle;
}

/// Every how many columns have room for an ordinary name.
int ColumnLabels::everyNth(const QList<Label> &labels) const
{
    int widest = 0;
    for (const Label &label : labels)
        widest = label.isKept ? widest : std::max(widest, label.width);
    const int step = pitch(labels);
    return step > 0 ? std::max(1, (widest + gap + step - 1) / step) : 1;
}

void ColumnLabels::placeKept(const QList<Label> &labels, QList<std::optional<int>> &lefts) const
{
    int free = 0; // what lies before it is written on
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const Label &label = labels.at(i);
        const int left = std::max(ideal(label), free);
        const bool isFar = left - ideal(label) > pitch(labels) / 2;
        if (!label.isKept || isFar || left + label.width > room)
            continue;
        lefts[i] = left;
        free = left + label.width + leastGap;
    }
}

bool ColumnLabels::isFree(int left, int width, const QList<Label> &labels,
                          const QList<std::optional<int>> &lefts) const
{
    for (qsizetype i = 0; i < labels.size(); ++i) {
        const auto &other = lefts.at(i);
        if (other && left < *other + labels.at(i).width + leastGap
            && *other < left + width + leastGap)
            return false;
    }
    return left >= 0;
}

QList<std::optional<int>> ColumnLabels::place(const QList<Label> &labels) const
{
    QList<std::optional<int>> lefts(labels.size());
    placeKept(labels, lefts);
    const auto isOrdinary = [](const Label &label) { return !label.isKept; };
    const auto first = std::find_if(labels.begin(), labels.end(), isOrdinary) - labels.begin();
    // The steps begin at the last name before the ordinary ones, which is kept.
    const qsizetype origin = std::max<qsizetype>(0, first - 1);
    const int every = everyNth(labels);
    for (qsizetype i = origin; i < labels.size(); i += every) {
        const Label &label = labels.at(i);
        if (!lefts.at(i) && isOrdinary(label) && isFree(ideal(label), label.width, labels, lefts))
            lefts[i] = ideal(label);
    }
    return lefts;
}

} // namespace pressboard::client
