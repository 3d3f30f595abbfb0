// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/pinyin_initials.h"

#include "client/search/pinyin_table.h"

namespace pressboard::client {
namespace {

/// Null: it has none.
QChar initialOf(QChar character)
{
    const char16_t code = character.unicode();
    if (code < 0x80)
        return character.isLetterOrNumber() ? character.toLower() : QChar();
    const char32_t place = char32_t(code) - pinyin::firstCharacter;
    if (code < pinyin::firstCharacter || place >= pinyin::initials.size())
        return {};
    const char initial = pinyin::initials[place];
    return initial == pinyin::noReading ? QChar() : QChar::fromLatin1(initial);
}

} // namespace

QString pinyinInitials(QStringView text)
{
    QString initials;
    initials.reserve(text.size());
    for (const QChar character : text) {
        if (const QChar initial = initialOf(character); !initial.isNull())
            initials += initial;
    }
    return initials;
}

} // namespace pressboard::client
