// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Writes client/search/pinyin_table.h to standard output: for a Unicode with more readings.
#include "tests/client/search/icu_initials.h"

#include <iostream>

int main()
{
    constexpr char16_t first = 0x4e00;
    constexpr char16_t last = 0x9fff;
    constexpr char noReading = '.';
    constexpr std::size_t lettersInALine = 64;
    const std::string initials = pressboard::test::icuInitials(first, last, noReading);
    std::cout
        << "// SPDX-FileCopyrightText: The Pressboard authors\n"
           "// SPDX-License-Identifier: GPL-3.0-or-later\n"
           "//\n"
           "// Written by tests/client/search/make_pinyin_table.cpp from the readings of ICU.\n"
           "#pragma once\n\n"
           "#include <string_view>\n\n"
           "namespace pressboard::client::pinyin {\n\n"
           "constexpr char16_t firstCharacter = 0x4e00;\n"
           "constexpr char noReading = '.';\n\n"
           "/// The first letter of the usual reading of each Han character, from that one on.\n"
           "constexpr std::string_view initials =\n";
    for (std::size_t at = 0; at < initials.size(); at += lettersInALine) {
        const bool isLast = at + lettersInALine >= initials.size();
        std::cout << "    \"" << initials.substr(at, lettersInALine) << (isLast ? "\";\n" : "\"\n");
    }
    std::cout << "\n} // namespace pressboard::client::pinyin\n";
}
