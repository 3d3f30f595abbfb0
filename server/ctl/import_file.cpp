// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/import_file.h"

#include "server/ingest/validate.h"
#include "shared/base/json_text.h"
#include "shared/protocol/limits.h"

#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QSet>

namespace pressboard::server::ctl {

namespace {

constexpr QLatin1StringView groupsKey{"groups"};
/// Whoever has more mistakes than this has made one mistake many times.
constexpr qsizetype problemsShown = 20;

/// Absent is everyone; anything but an array of texts is a mistake, and must not become everyone.
Result<QStringList> takeGroups(QJsonObject &order)
{
    const QJsonValue value = order.take(groupsKey);
    const Error mistake{QStringLiteral("groups: must be an array of group names, such as [\"dept_3\"]")};
    if (!value.isUndefined() && !value.isArray())
        return mistake;
    QStringList groups;
    for (const QJsonValue &group : value.toArray()) {
        if (!group.isString())
            return mistake;
        groups.append(group.toString());
    }
    return groups;
}

Result<Event> orderOf(const QByteArray &line, const QTimeZone &shopZone)
{
    const auto object = parseObject(line, limits::jsonDepth);
    if (!object)
        return object.error();
    QJsonObject order = *object;
    const auto groups = takeGroups(order);
    if (!groups)
        return groups.error();
    auto event = validated(event_type::order, order, *groups, shopZone);
    if (event)
        event.value().source = importSource();
    return event;
}

/// The same order twice: nobody knows which one is meant.
std::optional<Error> checkOnce(const Event &order, QSet<qint64> &seen)
{
    const qint64 id = order.data.value(QLatin1StringView("order_id")).toInteger();
    if (seen.contains(id))
        return Error{QStringLiteral("order_id: %1 was in an earlier line already").arg(id)};
    seen.insert(id);
    return std::nullopt;
}

} // namespace

ImportFile ImportFile::read(const QString &path, const QTimeZone &shopZone)
{
    ImportFile result;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        result.problems.append(
            QStringLiteral("%1 cannot be read: %2").arg(path, file.errorString()));
        return result;
    }
    QSet<qint64> seen;
    const QString name = QFileInfo(path).fileName();
    for (int number = 1; !file.atEnd() && result.problems.size() < problemsShown; ++number) {
        const QByteArray line = file.readLine().trimmed();
        if (line.isEmpty())
            continue;
        auto order = orderOf(line, shopZone);
        const auto problem = order ? checkOnce(*order, seen) : order.error();
        if (problem)
            result.problems.append(
                QStringLiteral("%1:%2: %3").arg(name).arg(number).arg(problem->message));
        else
            result.orders.append(std::move(order).value());
    }
    // With --complete an empty file would empty every board; an export that failed looks so.
    if (result.orders.isEmpty() && result.problems.isEmpty())
        result.problems.append(QStringLiteral("%1 has no orders").arg(name));
    return result;
}

} // namespace pressboard::server::ctl
