// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/ops_answer.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace pressboard::server::ctl {

std::optional<OpsAnswer> OpsAnswer::fromHttp(const QString &address, const QByteArray &answer)
{
    const QByteArray head = "\r\n\r\n";
    const qsizetype end = answer.indexOf(head);
    const QJsonObject body =
        QJsonDocument::fromJson(end < 0 ? QByteArray() : answer.mid(end + head.size())).object();
    const QJsonValue ready = body.value(QLatin1StringView("ready"));
    if (!ready.isBool())
        return std::nullopt;
    OpsAnswer found;
    found.address = address;
    found.ready = ready.toBool();
    for (const QJsonValue reason : body.value(QLatin1StringView("reasons")).toArray())
        found.reasons.append(reason.toString());
    found.redis = body.value(QLatin1StringView("redis")).toString();
    found.prefix = body.value(QLatin1StringView("prefix")).toString();
    return found;
}

} // namespace pressboard::server::ctl
