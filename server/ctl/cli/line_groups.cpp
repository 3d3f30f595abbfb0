// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/line_groups.h"

#include <QJsonArray>

namespace pressboard::server::ctl {

Result<QStringList> takeGroups(QJsonObject &line)
{
    const QJsonValue value = line.take(QLatin1StringView("groups"));
    const Error mistake{
        QStringLiteral("groups: must be an array of group names, such as [\"dept_3\"]")};
    if (!value.isUndefined() && !value.isArray())
        return mistake;
    QStringList groups;
    for (const QJsonValue &group : value.toArray()) {
        if (!group.isString())
            return mistake;
        groups.append(group.toString());
    }
    return groups;
}

} // namespace pressboard::server::ctl
