// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/time_text.h"

#include <QDateTime>

namespace pressboard::server {

QString timeText(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone)
        .toString(QStringLiteral("MM-dd HH:mm:ss"));
}

QJsonValue jsonOf(OptionalMoment moment)
{
    return moment ? QJsonValue(toWire(*moment)) : QJsonValue();
}

} // namespace pressboard::server
