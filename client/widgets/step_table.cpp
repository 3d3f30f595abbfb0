// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/step_table.h"

#include "client/models/format.h"
#include "client/widgets/icon.h"
#include "client/widgets/text_line.h"
#include "client/widgets/theme.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int rowHeight = 28;
constexpr int markWidth = 24;
constexpr int nameWidth = 124;
constexpr int statusWidth = 88;

} // namespace

StepTable::StepTable(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void StepTable::setSteps(const QList<Step> &steps)
{
    m_steps = steps;
    QStringList words;
    for (const Step &step : steps)
        words.append(step.name + u' ' + format::status(step.status, step.statusDisplay));
    setAccessibleName(words.join(QStringLiteral(", ")));
    setFixedHeight(sizeHint().height());
    update();
}

QSize StepTable::sizeHint() const
{
    return {m_theme.px(400), m_theme.px(rowHeight) * int(m_steps.size())};
}

void StepTable::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.liveTokens().surface);
    QRect row(0, 0, width(), m_theme.px(rowHeight));
    for (const Step &step : m_steps) {
        paintStep(painter, row, step);
        row.translate(0, row.height());
    }
}

void StepTable::paintStep(QPainter &painter, const QRect &row, const Step &step) const
{
    const Tokens &t = m_theme.liveTokens();
    const bool running = step.status == StepStatus::InProgress;
    const QColor ink = step.isFinished() ? t.text2 : t.text;
    const auto weight = running ? Theme::Weight::Bold : Theme::Weight::Regular;
    fillHairline(painter, QRect(row.left(), row.bottom(), row.width(), 1), t.hair);
    const int mark = m_theme.px(14);
    if (step.status == StepStatus::Completed)
        Icon(QStringLiteral("check"))
            .paint(painter, QRect(row.left(), row.center().y() - mark / 2, mark, mark), t.green);

    QRect box(row.left() + m_theme.px(markWidth), row.top(), m_theme.px(nameWidth), row.height());
    const int used = TextLine{step.name, m_theme.font(14, weight), ink}.paint(painter, box);
    TextLine{format::category(step.category), m_theme.font(12), t.text3}.paint(
        painter, box.adjusted(used + m_theme.px(7), 0, 0, 0));
    box = QRect(box.right() + 1, row.top(), m_theme.px(statusWidth), row.height());
    TextLine{format::status(step.status, step.statusDisplay), m_theme.font(13, weight), ink}.paint(painter, box);
    box = QRect(box.right() + 1, row.top(), row.right() - box.right(), row.height());
    TextLine{step.operatorName, m_theme.font(13), ink}.paint(painter, box);
}

} // namespace pressboard::client
