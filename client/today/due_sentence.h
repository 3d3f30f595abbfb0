// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/due_work.h"
#include "client/charts/chart_items.h"

namespace pressboard::client {

/// 今天必交 9 单：来得及 5，危险 3，来不及 1. Each number is a door to its orders. Breaks into
/// lines between its parts.
class DueSentence final : public ChartItems
{
    Q_OBJECT
public:
    /// What a part of the sentence counts.
    struct Door
    {
        DueWork::Day day = DueWork::Day::Today;
        DueVerdict verdict = DueVerdict::None; ///< None: all
    };

    using ChartItems::ChartItems;

    void show(const DueSums &today, const DueSums &tomorrow);
    QString text() const;
    Door door(int item) const { return m_parts.at(partOf(item)).door; }
    int widthOfOneLine() const;

    int itemCount() const override;
    QString itemText(int item) const override { return m_parts.at(partOf(item)).text; }
    QRect itemRect(int item) const override;
    int heightNeeded(int width) const override;

protected:
    void paintItems(QPainter &painter) override;
    void paintEvent(QPaintEvent *event) override;

private:
    struct Part
    {
        QString text;
        bool isDoor = false;
        Door door;
    };
    void addDay(DueWork::Day day, const QString &words, const DueSums &sums);
    int partOf(int item) const;
    int widthOf(const Part &part) const;
    QList<QRect> placesIn(int width) const; ///< of all parts

    QList<Part> m_parts;
};

} // namespace pressboard::client
