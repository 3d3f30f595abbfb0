// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>
#include <QTime>

namespace pressboard::server {

/// Where a robot of a chat group lives; Webhook: a program of somebody's own.
enum class RobotService { WeCom, DingTalk, Feishu, Webhook };

/// What a robot may be told to tell.
namespace robot_kind {
inline constexpr QLatin1StringView notices{"notices"};
inline constexpr QLatin1StringView cancelled{"cancelled"}; ///< while somebody works on it
inline constexpr QLatin1StringView overdue{"overdue"}; ///< since today
inline constexpr QLatin1StringView dueToday{"due-today"};
inline constexpr QLatin1StringView summary{"summary"}; ///< the morning's
inline constexpr QLatin1StringView silent{"silent"}; ///< the CRM is
inline constexpr QLatin1StringView alarms{"alarms"}; ///< that nobody took
} // namespace robot_kind

/// One [[robot]] of the settings.
struct RobotSettings
{
    QString name; ///< 1 to 32 of a-z 0-9 -
    RobotService service = RobotService::WeCom;
    QStringList kinds; ///< of robot_kind
    QStringList levels; ///< of the notices it tells: info, success, warning, error
    /// It sees what members of these groups see, and what everyone sees; "*": everything.
    QStringList groups;
    QTime at{8, 0}; ///< of the shop's day: when it tells what is told once a day
    QString language = QStringLiteral("zh_CN"); ///< or en
    bool allowPrivate = false; ///< its address may be of this network, and without TLS

    // From the secrets alone; never print them.
    QString address; ///< URL, with the robot's key in it
    QString secret; ///< empty: what it sends is not signed

    bool tells(QLatin1StringView kind) const { return kinds.contains(kind); }
    /// The names of the two variables, but for what they begin with: "PRESSBOARD_ROBOT_OFFICE".
    QString variable() const;
    /// What is wrong with its address and its secret; empty: nothing.
    QString problem() const;

    QJsonValue toJson() const; ///< without the secrets
    bool operator==(const RobotSettings &) const = default;
};

QString serviceName(RobotService service); ///< "wecom", "dingtalk", "feishu", "webhook"

/// An array of them. The error names the robot and the member.
Result<QList<RobotSettings>> robotsFromJson(const QByteArray &json);
QByteArray toJson(const QList<RobotSettings> &robots);

} // namespace pressboard::server
