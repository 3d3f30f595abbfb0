// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/stuck_settings.h"

#include "server/config/settings_object.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace pressboard::server {

Result<StuckSettings> stuckFromJson(const QByteArray &json)
{
    const QJsonDocument document = QJsonDocument::fromJson(json);
    if (!document.isObject())
        return Error{QStringLiteral("found no table, expected such as { running-h = 12 }")};
    SettingsObject object(document.object());
    StuckSettings stuck;
    stuck.runningHours = object.number(QLatin1StringView("running-h"), 1, 10'000);
    stuck.medianTimes = object.number(QLatin1StringView("median-times"), 2, 1'000);
    stuck.unmovedHours = object.number(QLatin1StringView("unmoved-h"), 1, 10'000);
    stuck.unbegunDays = object.number(QLatin1StringView("unbegun-days"), 0, 365);
    stuck.groups = object.words(QLatin1StringView("groups"), {}, {});
    stuck.language = object.word(QLatin1StringView("language"),
                                 {QStringLiteral("zh_CN"), QStringLiteral("en")}, stuck.language);
    if (const QString mistake = object.mistake(); !mistake.isEmpty())
        return Error{mistake};
    return stuck;
}

/// Nothing of a rule that is not set.
QByteArray toJson(const StuckSettings &stuck)
{
    QJsonObject object;
    const auto put = [&object](QLatin1StringView name, const std::optional<int> &number) {
        if (number)
            object.insert(name, *number);
    };
    put(QLatin1StringView("running-h"), stuck.runningHours);
    put(QLatin1StringView("median-times"), stuck.medianTimes);
    put(QLatin1StringView("unmoved-h"), stuck.unmovedHours);
    put(QLatin1StringView("unbegun-days"), stuck.unbegunDays);
    if (!stuck.groups.isEmpty())
        object.insert(QLatin1StringView("groups"), QJsonArray::fromStringList(stuck.groups));
    if (stuck.language != StuckSettings().language)
        object.insert(QLatin1StringView("language"), stuck.language);
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

} // namespace pressboard::server
