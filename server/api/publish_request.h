// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"
#include "shared/protocol/messages.h"

#include <QByteArray>
#include <QList>

#include <variant>

namespace pressboard::server {

/// What is to be published, all under one ref: at least one, and one that has no key of its own is
/// given one.
struct PublishRequest
{
    static constexpr int eventsAtOnce = 100;

    QList<protocol::Publish> publishes;
    bool isList = false; ///< is answered with a list
    bool isNotice = false; ///< the members of its data stand beside the others
};

/// Or why it cannot be read.
using PublishRequestOrError = std::variant<PublishRequest, HttpAnswer>;

/// {"type","data","groups","ref"}, or a list of them without `ref`.
PublishRequestOrError readEvents(const RequestHead &head, const QByteArray &body);
/// A notice's members, "groups" and "ref" beside them, and "level" for "type"; or its text alone,
/// with the rest in headers.
PublishRequestOrError readNotice(const RequestHead &head, const QByteArray &body);

} // namespace pressboard::server
