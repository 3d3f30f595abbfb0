// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/turn_strip.h"

#include "client/controls/title_button.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/station_marks.h"
#include "client/orders/order_actions.h"
#include "client/store/store.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QVBoxLayout>

#include <algorithm>

namespace pressboard::client {

TurnStrip::TurnStrip(const Theme &theme, const Store &store, OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(store)
    , m_actions(actions)
    , m_column(new QVBoxLayout(this))
{
    m_column->setSpacing(0);
    connect(&actions.marks(), &StationMarks::changed, this, &TurnStrip::refresh);
    connect(&theme, &Theme::sizesChanged, this, &TurnStrip::refresh);
    refresh();
}

void TurnStrip::refresh()
{
    while (QLayoutItem *item = m_column->takeAt(0)) {
        item->widget()->hide();
        item->widget()->deleteLater();
        delete item;
    }
    const int side = m_theme.px(Theme::panelPadding) / 2;
    m_column->setContentsMargins(side, 0, side, 0);
    const QList<StationMarks::Turn> turns = m_actions.marks().newTurns();
    const qsizetype named = std::min<qsizetype>(turns.size(), most);
    for (const StationMarks::Turn &turn : turns.first(named))
        addLine(sentence(turn.orderId, turn.progressId), turn.orderId);
    if (turns.size() > named)
        addLine(tr("%n more for your turn", nullptr, int(turns.size() - named)),
                turns.at(named).orderId);
    setAccessibleName(tr("Your turn"));
    Q_EMIT resized();
}

QString TurnStrip::sentence(CrmId orderId, CrmId progressId) const
{
    const Order *order = m_store.book().order(orderId);
    const Step *step = order != nullptr ? order->step(progressId) : nullptr;
    if (step == nullptr)
        return {};
    //: 1: a step, 2: an order number
    return format::dotted(
        {tr("Your turn: %1 %2").arg(step->name, format::orderNumber(*order)), order->customerName});
}

void TurnStrip::addLine(const QString &text, CrmId orderId)
{
    auto *line = new TitleButton(m_theme);
    line->setMark(Icon(QStringLiteral("your-turn")));
    line->setText(text);
    line->setFixedHeight(m_theme.px(32));
    connect(line, &QAbstractButton::clicked, this,
            [this, orderId] { Q_EMIT orderChosen(orderId); });
    m_column->addWidget(line, 0, Qt::AlignLeft);
}

QStringList TurnStrip::lines() const
{
    QStringList lines;
    for (int i = 0; i < m_column->count(); ++i)
        lines.append(static_cast<TitleButton *>(m_column->itemAt(i)->widget())->text());
    return lines;
}

void TurnStrip::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
