// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/admission.h"
#include "server/listener/http_answer.h"
#include "server/listener/request_head.h"

#include <QByteArray>

#include <functional>
#include <optional>

namespace pressboard::server {

/// A request that is no WebSocket, whole, from somebody who may come in.
struct HttpRequest
{
    RequestHead head;
    QByteArray body;
    Admission admission;
};

/// What is there for programs beside the WebSocket. The listener reads the request and asks who it
/// is; what it means is this one's.
class HttpService
{
public:
    using Answered = std::function<void(const HttpAnswer &answer)>;

    virtual ~HttpService() = default;
    /// May there be something at this path? If not, it is a WebSocket's matter.
    virtual bool isItsPath(const QByteArray &path) const = 0;
    /// Where its head says all: whoever asks, and whatever follows.
    virtual std::optional<HttpAnswer> answerToHead(const RequestHead &head) const = 0;
    /// Why this one may not send so many bytes now; nullopt: he may.
    virtual std::optional<HttpAnswer> refuseLoad(const Admission &from, qint64 bodyBytes) = 0;
    /// Answers once, later or at once.
    virtual void answer(const HttpRequest &request, Answered answered) = 0;
};

} // namespace pressboard::server
