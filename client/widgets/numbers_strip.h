// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/badge.h"

#include <QList>
#include <QWidget>

namespace pressboard::client {

class BoardNumbers;
class NumberCell;
class Theme;

/// The server's seven numbers in one quiet strip with hairlines: 紧急, 进行中工序, 待开始工序,
/// 处理中, 待处理, 已完成, 订单总数.
class NumbersStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit NumbersStrip(const Theme &theme, QWidget *parent = nullptr);

    void show(const BoardNumbers &numbers);
    NumberCell &cell(int index) const { return *m_cells.at(index); } ///< in their order

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    static QList<Badge> tierBadges(const BoardNumbers &numbers);
    /// 紧急 takes what its badges need, the rest share evenly.
    void arrange();

    const Theme &m_theme;
    QList<NumberCell *> m_cells;
};

} // namespace pressboard::client
