// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace pressboard::bench {

/// Where an HTTP head ends, its blank line included; nullopt: not yet.
std::optional<std::size_t> headEnd(std::string_view bytes);

/// What a client asks to become a WebSocket. No subprotocol when that is empty, no token either.
std::string upgradeRequest(std::string_view host, std::string_view path,
                           std::string_view subprotocol, std::string_view token);

/// What a server answers to such a head; nullopt when it asks for no WebSocket.
std::optional<std::string> upgradeAnswer(std::string_view head);

} // namespace pressboard::bench
