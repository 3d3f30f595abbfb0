// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_answer.h"

#include "server/robots/plain_line.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"

namespace pressboard::server {

namespace {

constexpr qsizetype saidUnits = 200;

/// 钉钉 and 企业微信: errcode and errmsg; 飞书: code and msg, in its older form StatusCode.
std::optional<QString> failureInBody(const QByteArray &body)
{
    const auto parsed = parseObject(body, limits::jsonDepth);
    if (!parsed)
        return QStringLiteral("It answered something else than such a robot does.");
    for (const auto &[code, message] :
         {std::pair{QLatin1StringView("errcode"), QLatin1StringView("errmsg")},
          std::pair{QLatin1StringView("code"), QLatin1StringView("msg")},
          std::pair{QLatin1StringView("StatusCode"), QLatin1StringView("StatusMessage")}}) {
        const QJsonValue value = parsed->value(code);
        if (value.isUndefined())
            continue;
        if (value.isDouble() && value.toDouble() == 0)
            return std::nullopt;
        return QStringLiteral("It refused: %1 %2: %3")
            .arg(code, plainLine(value.toVariant().toString(), saidUnits),
                 plainLine(parsed->value(message).toString(), saidUnits));
    }
    return QStringLiteral("It did not say whether it took the message.");
}

} // namespace

std::optional<QString> failureOf(RobotService service, const RobotAnswer &answer)
{
    if (!answer.failure.isEmpty())
        return answer.failure;
    if (answer.status >= 300 && answer.status < 400)
        return QStringLiteral("It leads to another address (HTTP %1), which is not followed.")
            .arg(answer.status);
    if (answer.status < 200 || answer.status > 299)
        return QStringLiteral("It answered with HTTP %1.").arg(answer.status);
    return service == RobotService::Webhook ? std::nullopt : failureInBody(answer.body);
}

} // namespace pressboard::server
