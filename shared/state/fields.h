// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"
#include "shared/state/wire_value.h"

#include <QList>

namespace pressboard {

/// Sets one field, and records it under its wire name if that really changed something. Of a new
/// row nobody asks what its fields were before: `changes` is null then.
template<typename Value>
void assign(QList<FieldChange> *changes, const QString &name, Value &field, Value value)
{
    if (field == value)
        return;
    if (changes)
        changes->append({name, wire::Value(field), wire::Value(value)});
    field = std::move(value);
}

/// One field of a row that publishers set: its wire name and how it is read and written. The
/// tables below are the one list of them, for events, checkpoints and the wire alike.
template<typename Row> struct Field
{
    QString name;
    wire::Value (*get)(const Row &row);
    /// Records what really changed. False: wrong type, nothing was touched.
    bool (*set)(const Field &field, Row &row, const QJsonValue &value, QList<FieldChange> *changes);
    int maxLength = 0; ///< of texts, UTF-16 units
};

// `status_display` is not in the tables: it follows from `status` unless it is sent.
const QList<Field<Order>> &orderFields();
const QList<Field<Step>> &stepFields();

/// `status_display` as events mean it: sent beside `status`, or the standard text.
template<typename Row>
void assignStatusText(QList<FieldChange> *changes, Row &row, const QJsonObject &data, int maxLength)
{
    const QString name = QStringLiteral("status_display");
    const QJsonValue sent = data.value(name);
    if (sent.isUndefined() && !data.contains(QLatin1StringView("status")))
        return;
    const QString text = wire::rowText(sent.toString(), maxLength);
    assign(changes, name, row.statusDisplay, text.isEmpty() ? standardText(row.status) : text);
}

/// What was the status of a row, to see whether it moved on. One that is none of ours is told apart
/// by its word.
template<typename Row> class StatusBefore
{
public:
    explicit StatusBefore(const Row &row)
        : m_status(row.status)
        , m_word(row.status == decltype(row.status)::Unknown ? row.statusDisplay : QString())
    {
    }
    bool hasMoved(const Row &row) const { return *this != StatusBefore(row); }
    bool operator==(const StatusBefore &) const = default;

private:
    decltype(Row::status) m_status;
    QString m_word;
};

/// Partial, as updates are: absent is unchanged, null or "" clears. Values of a wrong type were
/// refused at the edge (server/ingest); should one come by, it is as if it were absent.
template<typename Row>
void assignFields(QList<FieldChange> *changes, const QList<Field<Row>> &fields, Row &row,
                  const QJsonObject &data)
{
    for (const Field<Row> &field : fields) {
        const auto sent = data.constFind(field.name);
        if (sent != data.constEnd())
            field.set(field, row, *sent, changes);
    }
}

} // namespace pressboard
