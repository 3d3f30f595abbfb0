// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/api/publish_request.h"
#include "server/listener/http_answer.h"
#include "server/push/publish_handler.h"

#include <QString>

namespace pressboard::server {

/// What became of a publish, for who sent it over HTTP.
HttpAnswer answerTo(const PublishRequest &request, const PublishOutcome &outcome);

/// Sentences about what was sent begin with what they are about: `order_id: found …`,
/// `"type" must be …`; empty where one does not.
QString fieldNamedIn(const QString &sentence);
QString placeOf(qsizetype index); ///< "[3]"
QString joined(const QString &place, const QString &field); ///< "[3].type"

} // namespace pressboard::server
