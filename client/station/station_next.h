// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_panel.h"

namespace pressboard::client {

/// 下一单: what comes after what runs, large.
class StationNext final : public StationPanel
{
    Q_OBJECT
public:
    explicit StationNext(const StationStyle &style, QWidget *parent = nullptr);

protected:
    void paint(QPainter &painter) const override;
    CrmId orderAt(const QPoint &position) const override;

private:
    void paintTitle(QPainter &painter, const QRect &box) const;
};

} // namespace pressboard::client
