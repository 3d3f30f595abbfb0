// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/reading_rules.h"
#include "server/ingest/schema.h"
#include "shared/base/result.h"
#include "shared/state/event.h"

#include <QJsonObject>

namespace pressboard::server {

/// Brings the known members of an event's data into the form the book keeps. Unknown ones stay as
/// they are, absent ones absent; null and "" clear. What cannot be read is left out and noted; only
/// an ID that is missing or wrong is an error, which names it.
class Normaliser
{
public:
    /// Both must outlive it.
    Normaliser(const ReadingRules &rules, QList<Oddity> &oddities);

    /// `path` goes before the names of members: "steps[3].".
    Result<QJsonObject> read(QJsonObject object, std::span<const FieldRule> schema,
                             const QString &path = {});

    /// The same of the shop's own fields: nothing in them is an error.
    QJsonObject readCustom(QJsonObject object, const QList<CustomField> &fields, int maxLength,
                           const QString &path = {});

private:
    Result<QJsonValue> value(const QJsonValue &sent, const FieldRule &rule, const QString &path);
    Result<QJsonValue> steps(const QJsonValue &sent, const FieldRule &rule, const QString &path);
    QJsonValue leaveOut(const QJsonValue &sent, const FieldRule &rule, const QString &path);
    void readOtherStatus(QJsonObject &object, const QJsonValue &sent, const FieldRule &rule,
                         const QString &path);
    void note(const QString &member, Oddity::Fate fate, const QString &reason);

    const ReadingRules &m_rules;
    QList<Oddity> &m_oddities;
};

} // namespace pressboard::server
