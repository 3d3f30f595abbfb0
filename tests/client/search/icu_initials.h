// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <unicode/translit.h>
#include <unicode/unistr.h>

#include <memory>
#include <stdexcept>
#include <string>

namespace pressboard::test {

/// The first letters of the readings of all Han characters of the table, by ICU (its data come
/// from the Unihan database): what client/search/pinyin_table.h has to say.
inline std::string icuInitials(char16_t first, char16_t last, char noReading)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> latin(icu::Transliterator::createInstance(
        "Han-Latin; Latin-ASCII; Lower", UTRANS_FORWARD, status));
    if (!latin)
        throw std::runtime_error("ICU has no readings of Han characters");
    std::string initials;
    for (char32_t character = first; character <= last; ++character) {
        icu::UnicodeString text{UChar32(character)};
        latin->transliterate(text);
        const char16_t initial = text.isEmpty() ? u'\0' : text[0];
        initials += initial >= u'a' && initial <= u'z' ? char(initial) : noReading;
    }
    return initials;
}

} // namespace pressboard::test
