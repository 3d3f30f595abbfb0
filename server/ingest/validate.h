// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QJsonObject>

namespace pressboard::server {

/// Every way in passes here once: the log's entries, pub/sub, a session's publish, pressboardctl.
/// Reads kindly and normalises: only the IDs are required, and any other member that cannot be read
/// is left out, and noted in the event. Keeps every bound of PROTOCOL.md, section 9. The error
/// names the field. `internal` allows pressboard.* types.
Result<Event> validated(const QString &type, const QByteArray &dataJson, const QStringList &groups,
                        const ReadingRules &rules, bool internal = false);
Result<Event> validated(const QString &type, const QJsonObject &data, const QStringList &groups,
                        const ReadingRules &rules, bool internal = false);

} // namespace pressboard::server
