// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_panel.h"

#include "client/models/format.h"
#include "client/station/station_style.h"
#include "client/text/text_line.h"

#include <QMouseEvent>
#include <QPainter>

namespace pressboard::client {

StationPanel::StationPanel(const StationStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &StationStyle::changed, this, qOverload<>(&QWidget::update));
}

void StationPanel::show(const QList<StationStep> &steps)
{
    if (steps == m_steps)
        return;
    m_steps = steps;
    describe();
    update();
}

void StationPanel::setTitle(const QString &title, const QString &empty)
{
    m_title = title;
    m_empty = empty;
    describe();
    update();
}

/// To be read aloud.
void StationPanel::describe()
{
    setAccessibleName(format::dotted({m_title, QString::number(m_steps.size())}));
    QStringList lines;
    for (const StationStep &step : std::as_const(m_steps))
        lines.append(format::dotted({step.isNew ? tr("New") : QString(), step.due, step.number,
                                     step.customer, step.product, step.quantity, step.step,
                                     step.category, step.operatorName, step.elapsed, step.earlier,
                                     format::dotted({step.endTitle, step.end})}));
    setAccessibleDescription(lines.isEmpty() ? m_empty : lines.join(u'\n'));
}

int StationPanel::px(int design) const
{
    return m_style.px(design);
}

void StationPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    m_style.paintPanel(painter, rect());
    paint(painter);
}

void StationPanel::paintEmpty(QPainter &painter, const QRect &box) const
{
    m_style.text(m_empty, StationStyle::label, m_style.tokens().text2)
        .paint(painter, box, Qt::AlignHCenter);
}

void StationPanel::mouseReleaseEvent(QMouseEvent *event)
{
    const CrmId order = orderAt(event->position().toPoint());
    if (!order.isNull())
        Q_EMIT chosen(order);
}

} // namespace pressboard::client
