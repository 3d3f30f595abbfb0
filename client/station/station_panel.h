// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_step.h"

#include <QList>
#include <QWidget>

namespace pressboard::client {

class StationStyle;

/// A panel of a station's screen: steps, each of which can be touched to see its order.
class StationPanel : public QWidget
{
    Q_OBJECT
public:
    void show(const QList<StationStep> &steps);
    const QList<StationStep> &steps() const { return m_steps; }
    void setTitle(const QString &title, const QString &empty);

Q_SIGNALS:
    void chosen(CrmId orderId);

protected:
    /// `style` must outlive the panel.
    explicit StationPanel(const StationStyle &style, QWidget *parent);

    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

    /// What is inside the border.
    virtual void paint(QPainter &painter) const = 0;
    /// The order that stands there; none: nothing does.
    virtual CrmId orderAt(const QPoint &position) const = 0;

    const StationStyle &style() const { return m_style; }
    const QString &title() const { return m_title; }
    int px(int design) const;
    /// The rest of the panel when it has nothing to show.
    void paintEmpty(QPainter &painter, const QRect &box) const;

private:
    void describe();

    const StationStyle &m_style;
    QString m_title;
    QString m_empty;
    QList<StationStep> m_steps;
};

} // namespace pressboard::client
