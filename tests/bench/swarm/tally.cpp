// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/swarm/tally.h"

namespace pressboard::bench {

namespace {

QJsonObject toObject(const std::map<std::string, int> &counts)
{
    QJsonObject object;
    for (const auto &[name, count] : counts)
        object.insert(QString::fromStdString(name), count);
    return object;
}

double milliseconds(std::int64_t ns)
{
    return double(ns) / 1e6;
}

QJsonObject toObject(const Histogram &latency)
{
    return {{QStringLiteral("p50_ms"), milliseconds(latency.percentile(0.5))},
            {QStringLiteral("p99_ms"), milliseconds(latency.percentile(0.99))},
            {QStringLiteral("p999_ms"), milliseconds(latency.percentile(0.999))},
            {QStringLiteral("max_ms"), milliseconds(latency.max())}};
}

} // namespace

QJsonObject Tally::toJson() const
{
    return {{QStringLiteral("latency"), toObject(latency)},
            {QStringLiteral("delivered"), qint64(delivered)},
            {QStringLiteral("duplicates"), qint64(duplicates)},
            {QStringLiteral("lost"), qint64(lost)},
            {QStringLiteral("bytes"), qint64(bytes)},
            {QStringLiteral("snapshot_bytes"), qint64(snapshotBytes)},
            {QStringLiteral("pongs"), qint64(pongs)},
            {QStringLiteral("app_pongs"), qint64(appPongs)},
            {QStringLiteral("server_pings"), qint64(serverPings)},
            {QStringLiteral("cuts"), qint64(cuts)},
            {QStringLiteral("modes"), toObject(modes)},
            {QStringLiteral("endings"), toObject(endings)}};
}

} // namespace pressboard::bench
