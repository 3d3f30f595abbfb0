// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_panel.h"

namespace pressboard::client {

/// 在做: one running step with all that is known of it, two stacked, three and more as rows.
class StationCurrent final : public StationPanel
{
    Q_OBJECT
public:
    explicit StationCurrent(const StationStyle &style, QWidget *parent = nullptr);

protected:
    void paint(QPainter &painter) const override;
    CrmId orderAt(const QPoint &position) const override;

private:
    QRect inner() const;
    QRect half(int index) const;
    QRect rowRect(int row) const;
    int rowsInRoom() const;
    int shownRows() const;
    void paintTitle(QPainter &painter) const;
    void paintOne(QPainter &painter) const;
    void paintTimes(QPainter &painter, int top) const;
    void paintHalf(QPainter &painter, const QRect &box, const StationStep &step) const;
    void paintRows(QPainter &painter) const;
};

} // namespace pressboard::client
