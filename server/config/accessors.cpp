// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/accessors.h"

#include "shared/base/shifts.h"

namespace pressboard::server::accessors {

/// In the order of Channels.
static const QStringList channelsNames{QStringLiteral("off"), QStringLiteral("core"),
                                       QStringLiteral("pubsub")};

Accessors text(QString Config::*member)
{
    return {[member](Config &config, const QString &value) -> std::optional<QString> {
                config.*member = value;
                return std::nullopt;
            },
            [member](const Config &config) { return config.*member; }};
}

Accessors checkedText(QString Config::*member, bool (*allowed)(const QString &), const char *what)
{
    return {[=](Config &config, const QString &value) -> std::optional<QString> {
                if (!allowed(value))
                    return QString::fromUtf8(what);
                config.*member = value;
                return std::nullopt;
            },
            [member](const Config &config) { return config.*member; }};
}

Accessors listen(ListenAddress Config::*member)
{
    return {[member](Config &config, const QString &value) -> std::optional<QString> {
                const auto address = config_value::listenAddress(value);
                if (!address)
                    return QStringLiteral(
                        "an address and a port, such as 0.0.0.0:5173 or [::]:5173");
                config.*member = *address;
                return std::nullopt;
            },
            [member](const Config &config) { return (config.*member).toString(); }};
}

Accessors bytes(qsizetype Config::*member, qint64 least, qint64 most)
{
    return {[=](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = config_value::bytes(value, least, most);
                if (!read)
                    return QStringLiteral("a number of bytes from %1 to %2, or such as \"64 MiB\"")
                        .arg(least)
                        .arg(most);
                config.*member = *read;
                return std::nullopt;
            },
            [member](const Config &config) { return QString::number(config.*member); }};
}

Accessors list(QStringList Config::*member)
{
    return {[member](Config &config, const QString &value) -> std::optional<QString> {
                config.*member = config_value::list(value);
                return std::nullopt;
            },
            [member](const Config &config) { return (config.*member).join(QLatin1Char(',')); }};
}

Accessors onOff(bool Config::*member)
{
    return {[member](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = config_value::onOff(value);
                if (!read)
                    return QStringLiteral("on or off");
                config.*member = *read;
                return std::nullopt;
            },
            [member](const Config &config) {
                return config.*member ? QStringLiteral("on") : QStringLiteral("off");
            }};
}

Accessors anonymous()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                if (value != QLatin1StringView("off") && value != QLatin1StringView("read"))
                    return QStringLiteral("off or read");
                config.anonymous =
                    value == QLatin1StringView("read") ? Anonymous::Read : Anonymous::Off;
                return std::nullopt;
            },
            [](const Config &config) {
                return config.anonymous == Anonymous::Read ? QStringLiteral("read")
                                                           : QStringLiteral("off");
            }};
}

Accessors channels()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto layer = channelsNames.indexOf(value);
                if (layer < 0)
                    return QStringLiteral("off, core or pubsub");
                config.channels = Channels(layer);
                return std::nullopt;
            },
            [](const Config &config) { return channelsNames[qsizetype(config.channels)]; }};
}

Accessors proxies()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto addresses = config_value::addresses(value);
                if (!addresses)
                    return QStringLiteral("IP addresses joined with commas, such as 127.0.0.1,::1");
                config.trustedProxies = *addresses;
                return std::nullopt;
            },
            [](const Config &config) {
                QStringList all;
                for (const QHostAddress &address : config.trustedProxies)
                    all.append(address.toString());
                return all.join(QLatin1Char(','));
            }};
}

Accessors shifts()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const QStringList texts = config_value::list(value);
                const Result<Shifts> read = Shifts::parse(texts);
                if (!read)
                    return read.error().message;
                config.shifts = texts;
                return std::nullopt;
            },
            [](const Config &config) { return config.shifts.join(QLatin1Char(',')); }};
}

Accessors timezone()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const QTimeZone zone(value.toLatin1());
                // Qt takes nearly any word without a slash for a POSIX zone with the time of UTC.
                const bool named = value.contains(u'/')
                    || QTimeZone::availableTimeZoneIds().contains(value.toLatin1());
                if (!named || !zone.isValid())
                    return QStringLiteral("a time zone such as Asia/Shanghai");
                config.timezone = zone;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromLatin1(config.timezone.id()); }};
}

Accessors dayStart()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto time = config_value::timeOfDay(value);
                if (!time)
                    return QStringLiteral("a time of day, such as 06:00");
                config.dayStart = *time;
                return std::nullopt;
            },
            [](const Config &config) {
                return QTime(0, 0)
                    .addSecs(int(config.dayStart.count()) * 60)
                    .toString(QStringLiteral("HH:mm"));
            }};
}

Accessors steps()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = stepsFromJson(value.toUtf8());
                if (!read)
                    return read.error().message;
                config.steps = *read;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromUtf8(toJson(config.steps)); }};
}

Accessors calls()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = callsFromJson(value.toUtf8());
                if (!read)
                    return read.error().message;
                config.calls = *read;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromUtf8(toJson(config.calls)); }};
}

Accessors fields()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = customFieldsFromJson(value.toUtf8());
                if (!read)
                    return read.error().message;
                config.fields = *read;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromUtf8(toJson(config.fields)); }};
}

Accessors stuck()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = stuckFromJson(value.toUtf8());
                if (!read)
                    return read.error().message;
                config.stuck = *read;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromUtf8(toJson(config.stuck)); }};
}

Accessors robots()
{
    return {[](Config &config, const QString &value) -> std::optional<QString> {
                const auto read = robotsFromJson(value.toUtf8());
                if (!read)
                    return read.error().message;
                config.robots = *read;
                return std::nullopt;
            },
            [](const Config &config) { return QString::fromUtf8(toJson(config.robots)); }};
}

} // namespace pressboard::server::accessors
