// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_panel.h"

namespace pressboard::client {

/// 排队, 上道快好了: a step a row, as many as there is room for; the last row says how many more.
class StationList final : public StationPanel
{
    Q_OBJECT
public:
    enum class Ink { Full, Quiet };
    StationList(const StationStyle &style, Ink ink, QWidget *parent = nullptr);

    /// How many rows the layout gives it.
    void setRoom(int rows);
    /// Over the last column; empty: none.
    void setStepTitle(const QString &title);
    /// Of the steps, from the first on.
    int shownSteps() const;

protected:
    void paint(QPainter &painter) const override;
    CrmId orderAt(const QPoint &position) const override;

private:
    int titleHeight() const;
    QRect rowRect(int row) const;
    void paintTitle(QPainter &painter) const;

    Ink m_ink;
    int m_room = 1;
    QString m_stepTitle;
};

} // namespace pressboard::client
