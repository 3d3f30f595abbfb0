// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/redis/reply.h"
#include "server/stations/station_record.h"
#include "shared/protocol/messages.h"
#include "shared/state/notice.h"

#include <QHash>

#include <functional>
#include <optional>

namespace pressboard::server {

/// What became of one notice: the hash `pressboard:receipts:<id>`. Its fields are ".data",
/// ".groups" and ".publisher" of the notice, and of each station {"name", "user", "kind",
/// "expected", "delivered", "seen", "confirmed"}, the last three in milliseconds since 1970.
struct ReceiptRows
{
    struct Row
    {
        QString name;
        QString user;
        QString kind;
        bool expected = false;
        protocol::ReceiptTimes times;

        bool isWall() const { return kind == protocol::station_kind::wall; }
    };
    using IsOnline = std::function<bool(const QString &station)>;

    QJsonObject data;
    QStringList groups;
    QString publisher;
    QHash<QString, Row> stations;

    /// Fields and values for a notice that nobody got yet.
    static QByteArrayList fieldsOf(const Notice &notice, const QList<StationRecord> &expected);
    /// What a station is that nobody expected.
    static QByteArray rowOf(const QString &name, const QString &user, const QString &kind);
    /// Fields and values, as HGETALL has them. nullopt: nothing is there.
    static std::optional<ReceiptRows> fromReply(const redis::Reply &reply);

    protocol::ReceiptCounts counts(const IsOnline &isOnline) const;
    /// Those who did least first, at most limits::receiptRows.
    QList<protocol::Receipts::Row> list(const IsOnline &isOnline) const;
    /// Who was expected to see it and has not; or to confirm it, where that was asked for.
    QStringList missing() const;
};

} // namespace pressboard::server
