// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/listener/http_answer.h"

#include <QString>

namespace pressboard::server {

/// What programs are told when they do not get what they asked for: {"code","message","field"}.
/// `code` is a word for the status; `field` names what is wrong in what was sent, where it can.
HttpAnswer httpError(int status, const QString &message, const QString &field = {},
                     const QByteArrayList &headers = {});
/// A refusal in plain text in that form.
HttpAnswer asHttpError(const HttpAnswer &plain);

/// "invalid" for 400, and so on.
QLatin1StringView errorCode(int status);

} // namespace pressboard::server
