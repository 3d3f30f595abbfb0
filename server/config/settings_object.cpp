// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/settings_object.h"

#include "server/config/config_values.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pressboard::server {

/// As somebody wrote it, more or less.
static QString spelled(const QJsonValue &value)
{
    if (value.isString())
        return u'"' + value.toString() + u'"';
    const QByteArray json = QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
    return QString::fromUtf8(json.mid(1, json.size() - 2));
}

SettingsObject::SettingsObject(QJsonObject object)
    : m_object(std::move(object))
{
}

QJsonValue SettingsObject::take(QLatin1StringView name)
{
    m_known.insert(name);
    return m_object.value(name);
}

QString SettingsObject::text(QLatin1StringView name, const QString &otherwise)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return otherwise;
    if (!value.isString())
        fail(name, spelled(value), QStringLiteral("a text"));
    return value.toString();
}

QString SettingsObject::word(QLatin1StringView name, const QStringList &allowed,
                             const QString &otherwise)
{
    const QString value = text(name, otherwise);
    if (!allowed.contains(value))
        fail(name, value.isEmpty() ? QStringLiteral("nothing") : value,
             allowed.join(QStringLiteral(", ")));
    return value;
}

QStringList SettingsObject::words(QLatin1StringView name, const QStringList &allowed,
                                  const QStringList &otherwise)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return otherwise;
    if (!value.isArray())
        fail(name, spelled(value), QStringLiteral("a list, such as [\"…\"]"));
    QStringList all;
    for (const QJsonValue item : value.toArray()) {
        if (!item.isString() || !(allowed.isEmpty() || allowed.contains(item.toString())))
            fail(name, spelled(item),
                 allowed.isEmpty() ? QStringLiteral("texts") : allowed.join(QStringLiteral(", ")));
        all.append(item.toString());
    }
    return all;
}

bool SettingsObject::flag(QLatin1StringView name, bool otherwise)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return otherwise;
    if (!value.isBool())
        fail(name, spelled(value), QStringLiteral("true or false"));
    return value.toBool();
}

QTime SettingsObject::time(QLatin1StringView name, QTime otherwise)
{
    const QString value = text(name);
    if (value.isEmpty())
        return otherwise;
    const auto read = config_value::timeOfDay(value);
    if (!read)
        fail(name, value, QStringLiteral("a time of day, such as 08:00"));
    return QTime(0, 0).addSecs(int(read.value_or(std::chrono::minutes(0)).count()) * 60);
}

std::optional<int> SettingsObject::number(QLatin1StringView name, int least, int most)
{
    const QJsonValue value = take(name);
    if (value.isUndefined())
        return std::nullopt;
    const int number = value.toInt(least - 1);
    if (number < least || number > most) {
        fail(name, spelled(value),
             QStringLiteral("a whole number from %1 to %2").arg(least).arg(most));
    }
    return number;
}

void SettingsObject::fail(QLatin1StringView name, const QString &found, const QString &expected)
{
    if (m_mistake.isEmpty())
        m_mistake = QStringLiteral("%1: found %2, expected %3").arg(name, found, expected);
}

QString SettingsObject::mistake() const
{
    if (!m_mistake.isEmpty())
        return m_mistake;
    for (auto member = m_object.begin(); member != m_object.end(); ++member) {
        if (!m_known.contains(member.key()))
            return QStringLiteral("there is no \"%1\" in it; see pressboard.toml.example")
                .arg(member.key());
    }
    return {};
}

} // namespace pressboard::server
