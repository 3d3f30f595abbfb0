// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/json_builder.h"

#include <QStringDecoder>

#include <cmath>
#include <optional>

namespace pressboard::server {

namespace {

std::optional<QString> decoded(const QByteArray &utf8)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    QString text = decoder(utf8);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

} // namespace

JsonBuilder::JsonBuilder(int maxDepth)
    : m_maxDepth(std::size_t(maxDepth))
{
}

bool JsonBuilder::fail(const QString &why)
{
    if (m_error.isEmpty())
        m_error = why;
    return false;
}

bool JsonBuilder::isKeyNext() const
{
    return !m_levels.empty() && m_levels.back().keyNext;
}

bool JsonBuilder::begin(bool isObject)
{
    if (isKeyNext())
        return fail(QStringLiteral("the name of a field is not a text"));
    if (m_levels.size() >= m_maxDepth)
        return fail(QStringLiteral("it nests deeper than %1 levels").arg(m_maxDepth));
    m_levels.push_back({isObject, isObject, {}, {}, {}});
    return true;
}

bool JsonBuilder::beginObject(quint32 fields)
{
    if (fields > maxFields) {
        return fail(QStringLiteral("an object has %1 fields, at most %2 are taken")
                        .arg(fields)
                        .arg(maxFields));
    }
    return begin(true);
}

bool JsonBuilder::beginArray(quint32 items, qsizetype bytesLeft)
{
    if (items > quint64(bytesLeft)) // each has one byte at least: it lies, or it is cut off
        return fail(QStringLiteral("it ends in the middle of a list"));
    return begin(false);
}

bool JsonBuilder::end()
{
    const Level closed = std::move(m_levels.back());
    m_levels.pop_back();
    return value(closed.isObject ? QJsonValue(closed.object) : QJsonValue(closed.array));
}

bool JsonBuilder::key(const QByteArray &utf8)
{
    const auto name = decoded(utf8);
    if (!name)
        return fail(QStringLiteral("the name of a field is not valid UTF-8"));
    m_levels.back().key = *name;
    m_levels.back().keyNext = false;
    return true;
}

bool JsonBuilder::value(const QJsonValue &value)
{
    if (isKeyNext())
        return fail(QStringLiteral("the name of a field is not a text"));
    if (m_levels.empty()) {
        m_result = value;
        return true;
    }
    Level &level = m_levels.back();
    if (level.isObject)
        level.object.insert(level.key, value);
    else
        level.array.append(value);
    level.keyNext = level.isObject;
    return true;
}

bool JsonBuilder::text(const QByteArray &utf8)
{
    if (isKeyNext())
        return key(utf8);
    const auto text = decoded(utf8);
    return text ? value(*text) : fail(QStringLiteral("a text is not valid UTF-8"));
}

bool JsonBuilder::number(double number)
{
    return std::isfinite(number) ? value(number)
                                 : fail(QStringLiteral("a number is infinite, or none at all"));
}

} // namespace pressboard::server
