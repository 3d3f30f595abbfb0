// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/pinyin_initials.h"

namespace pressboard::client {

// Without ICU there is no table of readings: the search then finds what is written, only.

class PinyinInitials::Transliterator
{
};

PinyinInitials::PinyinInitials() = default;
PinyinInitials::~PinyinInitials() = default;

QString PinyinInitials::of(const QString &)
{
    return {};
}

} // namespace pressboard::client
