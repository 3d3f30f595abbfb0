// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/check_line.h"

#include <QStyleOptionButton>
#include <QStylePainter>

namespace pressboard::client {

namespace {

constexpr int wrapped = Qt::TextWordWrap | Qt::AlignLeft | Qt::AlignTop;
constexpr int frame = 3; ///< the ring of the focus stands around the words

} // namespace

CheckLine::CheckLine(QWidget *parent)
    : QCheckBox(parent)
{
    QSizePolicy policy(QSizePolicy::Preferred, QSizePolicy::Preferred);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
}

int CheckLine::indent() const
{
    return style()->pixelMetric(QStyle::PM_IndicatorWidth, nullptr, this)
        + style()->pixelMetric(QStyle::PM_CheckBoxLabelSpacing, nullptr, this);
}

QRect CheckLine::wordsIn(int width) const
{
    const int room = std::max(1, width - indent() - frame);
    return fontMetrics()
        .boundingRect(QRect(0, 0, room, QWIDGETSIZE_MAX), wrapped, text())
        .translated(indent(), frame);
}

int CheckLine::heightForWidth(int width) const
{
    const int box = style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this);
    return std::max(box, wordsIn(width).height()) + 2 * frame;
}

QSize CheckLine::sizeHint() const
{
    const int width = indent() + fontMetrics().horizontalAdvance(text()) + frame + 1;
    return {width, heightForWidth(width)};
}

QSize CheckLine::minimumSizeHint() const
{
    const int width = indent() + fontMetrics().height() * 7 / 2; // the longest word has room
    return {std::min(width, sizeHint().width()), fontMetrics().height() + 2 * frame};
}

bool CheckLine::hitButton(const QPoint &at) const
{
    return rect().contains(at);
}

void CheckLine::paintEvent(QPaintEvent *)
{
    QStylePainter painter(this);
    QStyleOptionButton option;
    initStyleOption(&option);
    const QRect words = wordsIn(width());
    const int side = style()->pixelMetric(QStyle::PM_IndicatorHeight, nullptr, this);
    const int above = std::max(0, (fontMetrics().height() - side) / 2);
    option.rect = QRect(0, frame + above, side, side);
    painter.drawPrimitive(QStyle::PE_IndicatorCheckBox, option);
    painter.setPen(
        palette().color(isEnabled() ? QPalette::Active : QPalette::Disabled, QPalette::WindowText));
    painter.drawText(words.adjusted(0, 0, 1, 1), wrapped, text());
    option.rect = words.adjusted(-frame, -frame, frame, frame) & rect();
    if (hasFocus())
        painter.drawPrimitive(QStyle::PE_FrameFocusRect, option);
}

} // namespace pressboard::client
