// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/cut_text.h"

#include <QTextBoundaryFinder>

#include <algorithm>

namespace pressboard {

namespace {

constexpr QChar ellipsis = u'…';
constexpr qsizetype ellipsisBytes = 3;
/// One character may have many accents: behind a cut nobody looks further than this for its end.
constexpr qsizetype lookahead = 64;

/// The last edge of a character at `place` or before it. Where somebody piles up accents without
/// end there is none: then a surrogate pair at least stays whole.
qsizetype edgeBefore(const QString &text, qsizetype place)
{
    const QStringView seen = QStringView(text).left(place + lookahead);
    QTextBoundaryFinder finder(QTextBoundaryFinder::Grapheme, seen);
    finder.setPosition(place);
    const qsizetype edge = finder.isAtBoundary() ? place : finder.toPreviousBoundary();
    if (edge > 0)
        return edge;
    return place > 0 && text[place - 1].isHighSurrogate() ? place - 1 : place;
}

/// What the unit at `place` adds; a pair's four are shared by both its halves.
int utf8Bytes(const QString &text, qsizetype place)
{
    const QChar unit = text[place];
    if (unit.unicode() < 0x80)
        return 1;
    const bool isPaired = unit.isHighSurrogate()
        ? place + 1 < text.size() && text[place + 1].isLowSurrogate()
        : unit.isLowSurrogate() && place > 0 && text[place - 1].isHighSurrogate();
    return unit.unicode() < 0x800 || isPaired ? 2 : 3; // one that stands alone becomes U+FFFD
}

} // namespace

QString cutToUnits(const QString &text, qsizetype units)
{
    if (text.size() <= units)
        return text;
    return text.left(edgeBefore(text, std::max<qsizetype>(units - 1, 0))) + ellipsis;
}

QString cutToBytes(const QString &text, qsizetype bytes)
{
    // A UTF-16 unit is at most three bytes of UTF-8: most texts need not be measured.
    if (text.size() * 3 <= bytes || text.toUtf8().size() <= bytes)
        return text;
    qsizetype place = 0;
    for (qsizetype room = bytes - ellipsisBytes; place < text.size(); ++place) {
        room -= utf8Bytes(text, place);
        if (room < 0)
            break;
    }
    return text.left(edgeBefore(text, place)) + ellipsis;
}

} // namespace pressboard
