// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"

#include <QtGlobal>

#include <variant>

namespace pressboard::server {

/// How many bytes follow the head of a request, at most `most`; or why nobody will read them:
/// chunks, no length, two of them, too many. Only a POST has any.
std::variant<qint64, HttpAnswer> bodyLength(const RequestHead &head, qint64 most);

/// Its sender waits until he is told to go on.
bool awaitsContinue(const RequestHead &head);

} // namespace pressboard::server
