// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/told.h"

#include <algorithm>

namespace pressboard::client {
namespace {

constexpr char16_t firstMark = 0xE000; ///< of the letters that Unicode leaves to private use
constexpr char16_t endMark = 0xE0FF;

bool partsClauses(QChar letter)
{
    return QStringView(u",;:，；：（）()").contains(letter);
}

} // namespace

QString Told::clauseOf(const Door &door) const
{
    int begin = door.begin;
    while (begin > 0 && !partsClauses(text.at(begin - 1)))
        --begin;
    int end = door.begin + door.length;
    while (end < text.size() && !partsClauses(text.at(end)))
        ++end;
    return text.mid(begin, end - begin).trimmed();
}

QString Told::clauseOf(Counts what) const
{
    for (const Door &door : doors) {
        if (door.what == what)
            return clauseOf(door);
    }
    return {};
}

QString marks::around(const QString &number, Counts what)
{
    return QChar(char16_t(firstMark + int(what))) + number + QChar(endMark);
}

QString marks::aroundCount(const QString &text, const QString &other, int count, Counts what)
{
    const auto differs = std::mismatch(text.begin(), text.end(), other.begin(), other.end()).first;
    auto begin = int(differs - text.begin());
    while (begin > 0 && text.at(begin - 1).isDigit())
        --begin;
    const QString number = QString::number(count);
    if (text.mid(begin, number.size()) != number)
        return text; // another language writes it in words: no door rather than a wrong one
    return text.left(begin) + around(number, what) + text.mid(begin + number.size());
}

Told marks::read(const QString &marked)
{
    Told told;
    Told::Door door;
    for (const QChar letter : marked) {
        const char16_t code = letter.unicode();
        if (code == endMark) {
            door.length = int(told.text.size()) - door.begin;
            told.doors.append(door);
        } else if (code >= firstMark && code < endMark) {
            door.begin = int(told.text.size());
            door.what = Counts(code - firstMark);
        } else {
            told.text.append(letter);
        }
    }
    return told;
}

} // namespace pressboard::client
