// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QJsonDocument>

namespace pressboard::test {

/// A book that is told one thing after the other: each event gets the next ID, one second on.
class Shop
{
public:
    Change order(const char *json, const QStringList &groups = {}, const QString &source = {})
    {
        return say(event_type::order, json, groups, source);
    }
    Change step(const char *json, const QStringList &groups = {}, const QString &source = {})
    {
        return say(event_type::progress, json, groups, source);
    }
    Change notice(const char *json, const QStringList &groups = {})
    {
        return say(event_type::notice, json, groups, {});
    }
    Change say(QLatin1StringView type, const char *json, const QStringList &groups = {},
               const QString &source = {})
    {
        last.ms += 1000;
        const QJsonDocument document = QJsonDocument::fromJson(json);
        if (!document.isObject())
            qFatal("not a JSON object: %s", json);
        return apply(book,
                     {last, type, document.object(), Audience(groups), source, {}, {}, publisher});
    }
    Change settle(StreamId alarm, const char *by)
    {
        return say(event_type::settle,
                   ("{\"notice\":\"" + alarm.toBytes() + "\",\"by\":\"" + by + "\"}").constData());
    }

    Book book;
    QString publisher; ///< of what is said from now on
    StreamId last{1'795'423'846'000, 0}; ///< 2026-11-23T08:50:46Z
};

} // namespace pressboard::test
