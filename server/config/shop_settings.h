// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/protocol/messages.h"

#include <QByteArray>
#include <QJsonValue>
#include <QList>

namespace pressboard::server {

/// One of [[calls]]: what a station can call for help with.
struct CallSettings
{
    protocol::Shop::Call call;
    QJsonValue alarm = QJsonValue::Null; ///< as Alarm::toJson() has it; null: it does not ring
    bool operator==(const CallSettings &) const = default;
};

/// Paper, a machine, quality, the team leader: to everybody, until a shop has its own.
QList<CallSettings> usualCalls();

// Lists of objects, as the file's tables have them. The error names the table and its member.
Result<QList<protocol::Shop::Step>> stepsFromJson(const QByteArray &json);
QByteArray toJson(const QList<protocol::Shop::Step> &steps);
Result<QList<CallSettings>> callsFromJson(const QByteArray &json);
QByteArray toJson(const QList<CallSettings> &calls);

} // namespace pressboard::server
