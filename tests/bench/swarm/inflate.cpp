// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/inflate.h"

#include <zlib.h>

namespace pressboard::bench {

namespace {
constexpr std::size_t mostBytes = 8 * 1024 * 1024; // far beyond a part of a snapshot
}

std::string inflated(std::string_view bytes)
{
    std::string text(mostBytes, '\0');
    uLongf size = text.size();
    const auto *from = reinterpret_cast<const Bytef *>(bytes.data());
    if (uncompress(reinterpret_cast<Bytef *>(text.data()), &size, from, bytes.size()) != Z_OK)
        return {};
    text.resize(size);
    return text;
}

} // namespace pressboard::bench
