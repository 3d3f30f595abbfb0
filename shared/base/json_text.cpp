// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_text.h"

#include <QJsonDocument>

#include <algorithm>

namespace pressboard {

bool nestsDeeperThan(QByteArrayView json, int depth)
{
    int level = 0;
    bool inString = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (inString && c == '\\') {
            ++i;
        } else if (c == '"') {
            inString = !inString;
        } else if (!inString && (c == '{' || c == '[')) {
            if (++level > depth)
                return true;
        } else if (!inString && (c == '}' || c == ']')) {
            --level;
        }
    }
    return false;
}

Result<QJsonObject> parseObject(const QByteArray &json, int maxDepth)
{
    if (nestsDeeperThan(json, maxDepth))
        return Error{QStringLiteral("the JSON nests deeper than %1 levels").arg(maxDepth)};
    QJsonParseError problem;
    const QJsonDocument document = QJsonDocument::fromJson(json, &problem);
    if (problem.error != QJsonParseError::NoError) {
        return Error{QStringLiteral("not valid JSON at byte %1: %2")
                         .arg(problem.offset)
                         .arg(problem.errorString())};
    }
    if (!document.isObject())
        return Error{QStringLiteral("one JSON object is expected")};
    return document.object();
}

} // namespace pressboard
