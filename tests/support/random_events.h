// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/custom_fields.h"
#include "shared/state/event.h"

#include <QStringList>

#include <random>

namespace pressboard::test {

/// The seed of this run: PRESSBOARD_SEED from the environment, else another one each time. Printed,
/// so that a failure can be seen again.
quint64 randomSeed();

/// An endless log as it comes out of server/ingest: valid, normalised events of every type, with
/// growing IDs. The CRM's own IDs are numbers and texts in one. Few orders, steps and groups, so
/// that everything that can meet does: deletions and late steps, steps that move, audiences that
/// change, imports of the past, unknown types. The same seed gives the same log on every machine.
class RandomEvents
{
public:
    explicit RandomEvents(quint64 seed);

    Event next();
    QList<Event> next(int count);

    /// From 0 to bound - 1; for what a test itself leaves to chance.
    int below(int bound);
    /// True in so many of a hundred cases.
    bool chance(int percent) { return below(100) < percent; }
    /// All groups that events are ever addressed to.
    static QStringList groups();
    /// What orders and steps say besides, of every type; for a book that is told of it.
    static CustomFields customFields();

private:
    Event order(int number);
    Event importedOrder();
    Event step();
    Event notice();
    QJsonObject alarm();
    Event settlement();
    QString earlierNotice();
    Event numbers();
    Event logEntry();
    Event unknown();

    QJsonObject orderFields();
    QJsonObject stepFields();
    void addCustom(QJsonObject &data);
    void setAction(QJsonObject &data);
    void maybe(QJsonObject &data, const char16_t *key, const QJsonValue &value);
    Audience audience();
    QString moment();
    QString text();
    StreamId advance();

    std::mt19937_64 m_random;
    StreamId m_last{1'795'423'846'000, 0};
    QList<StreamId> m_notices;
};

} // namespace pressboard::test
