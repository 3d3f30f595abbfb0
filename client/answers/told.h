// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace pressboard::client {

/// What a number in a sentence counts, and so leads to.
enum class Counts {
    DueToday,
    BeforeBinding, ///< of what is due today
    DueOnBusiestDay,
    Queued, ///< before the step with the longest queue
    LongestQueued, ///< a single order, called by its number
    Finished, ///< in the range
    FinishedInShift,
    RunningLong, ///< over a day
    RunningLongAtWorst,
    RunningUnusual,
    InHand,
    Pending,
    Processing,
    Timed, ///< the cases of the step that is named
    DueLastWeek,
    Called
};

/// A sentence, and where in it numbers stand that lead to what they count.
struct Told
{
    struct Door
    {
        int begin = 0; ///< in the text
        int length = 0;
        Counts what = Counts::InHand;
        bool operator==(const Door &) const = default;
    };

    QString text;
    QList<Door> doors; ///< as they are read

    /// The clause a door stands in: 5 单还没到装订. Read alone it says what the number counts.
    QString clauseOf(const Door &door) const;
    /// Of the number that counts this; empty when there is none.
    QString clauseOf(Counts what) const;
    bool operator==(const Told &) const = default;
};

/// A sentence is put together of texts, in another order in each language: until it is whole, its
/// numbers are found again by marks around them. No mark is ever shown.
namespace marks {

QString around(const QString &number, Counts what);
/// Around `count` in `text`, which is as `other` but for that number.
QString aroundCount(const QString &text, const QString &other, int count, Counts what);
/// The whole sentence without its marks.
Told read(const QString &marked);

} // namespace marks

} // namespace pressboard::client
