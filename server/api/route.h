// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"

#include <QByteArray>

#include <optional>

namespace pressboard::server {

/// What a path below /api/v1/ names.
struct Route
{
    enum class Resource { None, Events, Notices, Stats, Orders, Order };

    Resource resource = Resource::None;
    QString orderId; ///< of Order; as it was written, percent-decoded

    static constexpr QByteArrayView root{"/api/"};
    static Route of(const QByteArray &path);
    bool isPosted() const { return resource == Resource::Events || resource == Resource::Notices; }
};

/// Nothing there, another method, a body of a type that is not read there, or the answer to
/// OPTIONS.
std::optional<HttpAnswer> answerToHead(const RequestHead &head);

/// The body is JSON, by the head's word.
bool hasJson(const RequestHead &head);

} // namespace pressboard::server
