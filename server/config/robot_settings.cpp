// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/robot_settings.h"

#include "server/config/settings_object.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QUrl>

namespace pressboard::server {

namespace {

/// In the order of RobotService.
const QStringList &serviceNames()
{
    static const QStringList names{QStringLiteral("wecom"), QStringLiteral("dingtalk"),
                                   QStringLiteral("feishu"), QStringLiteral("webhook")};
    return names;
}

QStringList kindNames()
{
    return {robot_kind::notices, robot_kind::cancelled, robot_kind::overdue, robot_kind::dueToday,
            robot_kind::summary, robot_kind::silent,    robot_kind::alarms};
}

QStringList levelNames()
{
    return {QStringLiteral("info"), QStringLiteral("success"), QStringLiteral("warning"),
            QStringLiteral("error")};
}

bool isName(const QString &text)
{
    static const QRegularExpression form(QStringLiteral("^[a-z0-9]([a-z0-9-]{0,30}[a-z0-9])?$"));
    return form.match(text).hasMatch();
}

Result<RobotSettings> robotFromJson(const QJsonObject &json)
{
    SettingsObject object(json);
    RobotSettings robot;
    robot.name = object.text(QLatin1StringView("name"));
    if (!isName(robot.name))
        object.fail(QLatin1StringView("name"), u'"' + robot.name + u'"',
                    QStringLiteral("1 to 32 of a-z 0-9 -, such as \"office\""));
    const QString service = object.word(QLatin1StringView("service"), serviceNames(), QString());
    robot.service = RobotService(std::max<qsizetype>(serviceNames().indexOf(service), 0));
    robot.kinds = object.words(QLatin1StringView("kinds"), kindNames(), kindNames());
    robot.levels = object.words(QLatin1StringView("levels"), levelNames(),
                                {QStringLiteral("warning"), QStringLiteral("error")});
    robot.groups = object.words(QLatin1StringView("groups"), {}, {});
    robot.at = object.time(QLatin1StringView("at"), robot.at);
    robot.language = object.word(QLatin1StringView("language"),
                                 {QStringLiteral("zh_CN"), QStringLiteral("en")}, robot.language);
    robot.allowPrivate = object.flag(QLatin1StringView("allow-private"), false);
    if (const QString mistake = object.mistake(); !mistake.isEmpty())
        return Error{QStringLiteral("\"%1\": %2").arg(robot.name, mistake)};
    return robot;
}

} // namespace

QString serviceName(RobotService service)
{
    return serviceNames().at(qsizetype(service));
}

QString RobotSettings::variable() const
{
    return QStringLiteral("PRESSBOARD_ROBOT_") + QString(name).replace(u'-', u'_').toUpper();
}

QString RobotSettings::problem() const
{
    const QString which = QStringLiteral("robot \"%1\": ").arg(name);
    const QUrl url(address, QUrl::StrictMode);
    if (address.isEmpty())
        return which
            + QStringLiteral("nobody says its address: put %1_URL=https://… into "
                             "/etc/pressboard/secrets")
                  .arg(variable());
    const bool isSafe = url.scheme() == QLatin1StringView("https");
    const bool isPlain = url.scheme() == QLatin1StringView("http");
    if (!url.isValid() || url.host().isEmpty() || !(isSafe || isPlain) || !url.userInfo().isEmpty())
        return which
            + QStringLiteral("%1_URL is no address such as https://host/path").arg(variable());
    if (isPlain && !allowPrivate)
        return which
            + QStringLiteral("%1_URL has no https://: only within the own network, with "
                             "allow-private = true, may it be http://")
                  .arg(variable());
    if (service == RobotService::Webhook && secret.isEmpty())
        return which
            + QStringLiteral("what a webhook gets is signed: put %1_SECRET=… into "
                             "/etc/pressboard/secrets")
                  .arg(variable());
    return {};
}

QJsonValue RobotSettings::toJson() const
{
    return QJsonObject{{QStringLiteral("name"), name},
                       {QStringLiteral("service"), serviceName(service)},
                       {QStringLiteral("kinds"), QJsonArray::fromStringList(kinds)},
                       {QStringLiteral("levels"), QJsonArray::fromStringList(levels)},
                       {QStringLiteral("groups"), QJsonArray::fromStringList(groups)},
                       {QStringLiteral("at"), at.toString(QStringLiteral("HH:mm"))},
                       {QStringLiteral("language"), language},
                       {QStringLiteral("allow-private"), allowPrivate}};
}

Result<QList<RobotSettings>> robotsFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isArray())
        return Error{QStringLiteral("found no list of tables, expected [[robot]]")};
    QList<RobotSettings> all;
    QStringList names;
    for (const QJsonValue item : document.array()) {
        const auto robot = robotFromJson(item.toObject());
        if (!robot)
            return robot.error();
        if (names.contains(robot->name))
            return Error{QStringLiteral("\"%1\": there are two of that name").arg(robot->name)};
        names.append(robot->name);
        all.append(*robot);
    }
    return all;
}

QByteArray toJson(const QList<RobotSettings> &robots)
{
    QJsonArray all;
    for (const RobotSettings &robot : robots)
        all.append(robot.toJson());
    return QJsonDocument(all).toJson(QJsonDocument::Compact);
}

} // namespace pressboard::server
