// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"

#include <QHash>
#include <QSet>

namespace pressboard::client {

/// Keeps each text once: twenty thousand orders share their customers, products, step names and
/// people, but a decoder gives each of them a copy of its own. It lives as long as the program, so
/// it lets go of a text once nobody else has it.
class TextPool
{
public:
    /// Gives the order and its steps the texts that are known already, and learns the others.
    void share(Order &order);
    /// The same for the rows of the book that the change touched.
    void share(Book &book, const Change &change);
    qsizetype size() const { return m_texts.size() + m_details.size(); }

private:
    /// Looking for texts to let go of is not worth it below.
    static constexpr qsizetype few = 1000;

    void share(Step &step, const QString &orderNo);
    void share(Rare<StepDetails> &details);
    void share(Rare<CustomValues> &values);
    void share(QString &text);
    void letGo();

    QSet<QString> m_texts;
    QHash<StepDetails, Rare<StepDetails>> m_details;
    qsizetype m_enough = few; ///< as many as were in use, twice
};

} // namespace pressboard::client
