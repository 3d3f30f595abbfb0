// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/command.h"

#include <sstream>

namespace pressboard::bench {

Command Command::parse(const std::string &line)
{
    Command command;
    std::istringstream words(line);
    words >> command.name;
    for (std::string word; words >> word;) {
        const std::size_t equals = word.find('=');
        if (equals != std::string::npos)
            command.arguments[word.substr(0, equals)] = word.substr(equals + 1);
    }
    return command;
}

double Command::number(const std::string &argument, double otherwise) const
{
    const auto found = arguments.find(argument);
    return found == arguments.end() ? otherwise : std::stod(found->second);
}

std::size_t Command::count(const std::string &argument, std::size_t otherwise) const
{
    return std::size_t(number(argument, double(otherwise)));
}

std::string Command::text(const std::string &argument) const
{
    const auto found = arguments.find(argument);
    return found == arguments.end() ? std::string() : found->second;
}

} // namespace pressboard::bench
