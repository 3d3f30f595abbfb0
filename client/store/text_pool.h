// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QHash>
#include <QSet>

namespace pressboard::client {

/// Keeps each text once: twenty thousand orders share their customers, products, step names and
/// people, but a decoder gives each of them a copy of its own.
class TextPool
{
public:
    /// Gives the order and its steps the texts that are known already, and learns the others.
    void share(Order &order);

private:
    void share(Step &step, const QString &orderNo);
    void share(Rare<StepDetails> &details);
    void share(QString &text);

    QSet<QString> m_texts;
    QHash<StepDetails, Rare<StepDetails>> m_details;
};

} // namespace pressboard::client
