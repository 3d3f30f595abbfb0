// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/push_counters.h"

namespace pressboard::server {

static QJsonObject toJson(const PushCounters::ByNumber &counts)
{
    QJsonObject object;
    for (const auto &[number, count] : counts)
        object.insert(QString::number(number), qint64(count));
    return object;
}

static QJsonObject toJson(const PushCounters::BySetting &counts)
{
    QJsonObject object;
    for (const auto &[setting, count] : counts)
        object.insert(setting, qint64(count));
    return object;
}

QJsonObject toJson(const PushCounters &counters)
{
    return {{QStringLiteral("accepted"), qint64(counters.accepted)},
            {QStringLiteral("refused"), toJson(counters.refused)},
            {QStringLiteral("crowded_address"), qint64(counters.crowdedAddress)},
            {QStringLiteral("crowded_user"), qint64(counters.crowdedUser)},
            {QStringLiteral("crowded_handshakes"), qint64(counters.crowdedHandshakes)},
            {QStringLiteral("tls_failed"), qint64(counters.tlsFailed)},
            {QStringLiteral("late_heads"), qint64(counters.lateHeads)},
            {QStringLiteral("pushed_out"), qint64(counters.pushedOut)},
            {QStringLiteral("http"), toJson(counters.httpAnswers)},
            {QStringLiteral("cut_bodies"), qint64(counters.cutBodies)},
            {QStringLiteral("closed"), toJson(counters.closed)},
            {QStringLiteral("stuck"), qint64(counters.stuck)},
            {QStringLiteral("floods"), qint64(counters.floods)},
            {QStringLiteral("exceeded"), toJson(counters.exceeded)},
            {QStringLiteral("publishes_refused"), qint64(counters.publishesRefused)},
            {QStringLiteral("overtaken"), qint64(counters.overtaken)},
            {QStringLiteral("snapshots"), qint64(counters.snapshots)},
            {QStringLiteral("snapshots_dropped"), qint64(counters.snapshotsDropped)}};
}

} // namespace pressboard::server
