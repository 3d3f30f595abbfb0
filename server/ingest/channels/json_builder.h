// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <vector>

namespace pressboard::server {

/// Builds a JSON value from the steps of a parser, within bounds. A step that answers false has
/// found something beyond them; error() says what, and the builder is of no more use.
class JsonBuilder
{
public:
    /// More fields of one object are refused: each is sorted into its place.
    static constexpr quint32 maxFields = 4096;

    /// `maxDepth` counts the outermost object.
    explicit JsonBuilder(int maxDepth);

    bool beginObject(quint32 fields);
    bool beginArray(quint32 items, qsizetype bytesLeft);
    bool end(); ///< of the innermost object or array
    bool key(const QByteArray &utf8);
    bool value(const QJsonValue &value);
    bool text(const QByteArray &utf8);
    bool number(double number);
    bool fail(const QString &why); ///< always false

    bool isKeyNext() const;
    const QString &error() const { return m_error; }
    const QJsonValue &result() const { return m_result; } ///< undefined until all is closed

private:
    struct Level
    {
        bool isObject;
        bool keyNext;
        QString key;
        QJsonObject object;
        QJsonArray array;
    };

    bool begin(bool isObject);

    std::size_t m_maxDepth;
    std::vector<Level> m_levels;
    QJsonValue m_result = QJsonValue::Undefined;
    QString m_error;
};

} // namespace pressboard::server
