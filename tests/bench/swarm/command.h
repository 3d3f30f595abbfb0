// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <map>
#include <string>

namespace pressboard::bench {

/// A line such as "load count=300 rate=30".
struct Command
{
    std::string name;
    std::map<std::string, std::string> arguments;

    static Command parse(const std::string &line);
    double number(const std::string &argument, double otherwise) const;
    std::size_t count(const std::string &argument, std::size_t otherwise) const;
    std::string text(const std::string &argument) const; ///< empty when not given
};

} // namespace pressboard::bench
