// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <random>

namespace pressboard::server::simulation {

/// The shop's luck: one seed, the same shop. Not std's distributions, whose results differ from
/// one library to the next.
class Dice
{
public:
    explicit Dice(quint64 seed)
        : m_engine(seed)
    {
    }

    /// From least to most, both included.
    int number(int least, int most) { return least + int(m_engine() % quint64(most - least + 1)); }
    bool chance(int percent) { return number(1, 100) <= percent; }
    template<typename List> const typename List::value_type &oneOf(const List &list)
    {
        return list.at(number(0, int(list.size()) - 1));
    }

private:
    std::mt19937_64 m_engine;
};

} // namespace pressboard::server::simulation
