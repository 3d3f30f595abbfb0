// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

#include <QList>
#include <QStringList>
#include <QTimeZone>

namespace pressboard::server::ctl {

/// What marks an imported event in the log.
inline QString importSource()
{
    return QStringLiteral("import");
}

/// A file of JSON lines, each an order as order_notification has it, with "steps": [{…}] and, for
/// orders that not everybody may see, "groups": ["dept_3"].
struct ImportFile
{
    QList<Event> orders; ///< valid and in the file's order
    QStringList problems; ///< "orders.jsonl:17: steps[2].status: found 9, expected …"

    static ImportFile read(const QString &path, const QTimeZone &shopZone);
};

} // namespace pressboard::server::ctl
