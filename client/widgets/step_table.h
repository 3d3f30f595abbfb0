// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/order.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// The steps of one order, painted like the board's rows: name, category, status, operator.
class StepTable final : public QWidget
{
    Q_OBJECT
public:
    explicit StepTable(const Theme &theme, QWidget *parent = nullptr);

    void setSteps(const QList<Step> &steps);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintStep(QPainter &painter, const QRect &row, const Step &step) const;

    const Theme &m_theme;
    QList<Step> m_steps;
};

} // namespace pressboard::client
