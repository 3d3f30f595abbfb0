// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QJsonObject>
#include <QTimeZone>

namespace pressboard::server {

/// Every way in passes here once: the log's entries, pub/sub, a session's publish, pressboardctl.
/// Reads kindly (digit strings, dates with blanks or slashes), normalises, and checks every bound
/// of PROTOCOL.md, section 9. The error names the field. `internal` allows pressboard.* types.
Result<Event> validated(const QString &type, const QByteArray &dataJson, const QStringList &groups,
                        const QTimeZone &shopZone, bool internal = false);
Result<Event> validated(const QString &type, const QJsonObject &data, const QStringList &groups,
                        const QTimeZone &shopZone, bool internal = false);

} // namespace pressboard::server
