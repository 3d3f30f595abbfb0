// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/told.h"
#include "client/charts/chart_items.h"
#include "client/text/wrapped_text.h"

namespace pressboard::client {

/// The sentence that answers a card's question. Its numbers are doors, and as such items as a
/// chart's columns are; without any it is no stop of the keyboard.
class SentenceLine final : public ChartItems
{
    Q_OBJECT
public:
    using ChartItems::ChartItems;

    void tell(const Told &told);
    const Told &told() const { return m_told; }
    WrappedText text() const;

    int itemCount() const override { return int(m_told.doors.size()); }
    QString itemText(int item) const override { return m_told.clauseOf(m_told.doors.at(item)); }
    /// Around the number; of one that is broken over two lines around its beginning.
    QRect itemRect(int item) const override;
    int heightNeeded(int width) const override { return text().heightFor(width); }

protected:
    void paintItems(QPainter &painter) override;
    void paintEvent(QPaintEvent *event) override;

private:
    Told m_told;
};

} // namespace pressboard::client
