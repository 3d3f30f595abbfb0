// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/bounds.h"

#include "shared/base/limits.h"

#include <QJsonArray>

#include <algorithm>

namespace pressboard::server::bounds {

namespace {

bool isTooLong(const QString &text)
{
    constexpr auto limit = qsizetype(limits::stringBytes);
    // A UTF-16 unit is at most three bytes of UTF-8: most strings need no encoding to be measured.
    return text.size() * 3 > limit && text.toUtf8().size() > limit;
}

Error tooLong(const QString &where)
{
    return Error{
        QStringLiteral("%1: the text is longer than %2 bytes").arg(where).arg(limits::stringBytes)};
}

std::optional<Error> checkObject(const QJsonObject &object, const QString &path, int depth);
std::optional<Error> checkArray(const QJsonArray &array, const QString &path, int depth);

std::optional<Error> checkValue(const QJsonValue &value, const QString &path, int depth)
{
    if (value.isString())
        return isTooLong(value.toString()) ? std::optional(tooLong(path)) : std::nullopt;
    if (!value.isObject() && !value.isArray())
        return std::nullopt;
    if (depth >= limits::jsonDepth) {
        return Error{
            QStringLiteral("%1: nests deeper than %2 levels").arg(path).arg(limits::jsonDepth)};
    }
    return value.isObject() ? checkObject(value.toObject(), path, depth + 1)
                            : checkArray(value.toArray(), path, depth + 1);
}

std::optional<Error> checkArray(const QJsonArray &array, const QString &path, int depth)
{
    for (qsizetype i = 0; i < array.size(); ++i) {
        if (auto error = checkValue(array[i], QStringLiteral("%1[%2]").arg(path).arg(i), depth))
            return error;
    }
    return std::nullopt;
}

std::optional<Error> checkObject(const QJsonObject &object, const QString &path, int depth)
{
    for (auto field = object.begin(); field != object.end(); ++field) {
        const QString name = path.isEmpty() ? field.key() : path + u'.' + field.key();
        if (isTooLong(field.key()))
            return tooLong(name.left(40) + QStringLiteral("… (the name of a field)"));
        if (auto error = checkValue(*field, name, depth))
            return error;
    }
    return std::nullopt;
}

bool isGroupName(const QString &text)
{
    const auto mayBeIn = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-');
    };
    return !text.isEmpty() && text.size() <= limits::groupNameLength
        && std::all_of(text.begin(), text.end(), mayBeIn);
}

} // namespace

std::optional<Error> check(const QJsonObject &data)
{
    return checkObject(data, QString(), 1);
}

std::optional<Error> checkSize(qsizetype dataBytes)
{
    if (dataBytes <= qsizetype(limits::dataBytes))
        return std::nullopt;
    return Error{QStringLiteral("data: found %1 bytes, at most %2 are taken")
                     .arg(dataBytes)
                     .arg(limits::dataBytes)};
}

std::optional<Error> checkGroups(const QStringList &groups)
{
    if (groups.size() > limits::groups) {
        return Error{QStringLiteral("groups: found %1, at most %2 are taken")
                         .arg(groups.size())
                         .arg(limits::groups)};
    }
    for (const QString &group : groups) {
        if (!isGroupName(group)) {
            return Error{QStringLiteral("groups: found \"%1\", expected names of 1 to %2 letters, "
                                        "digits, '_', '.' and '-', such as dept_3")
                             .arg(group.left(limits::groupNameLength))
                             .arg(limits::groupNameLength)};
        }
    }
    return std::nullopt;
}

} // namespace pressboard::server::bounds
