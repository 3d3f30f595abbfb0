// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/verdict_badge.h"

#include "client/models/format.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"
#include "client/theme/theme.h"

#include <QPainter>
#include <QtMath>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int boxedPx = 12;
constexpr int plainPx = 13;
constexpr int boxHeight = 20;
constexpr int padding = 6;
constexpr int markSize = 12;
constexpr int markGap = 4;

} // namespace

bool VerdictBadge::isBoxed() const
{
    return m_verdict == DueVerdict::TooLate || m_verdict == DueVerdict::AtRisk;
}

bool VerdictBadge::isMarked() const
{
    return isBoxed() || m_verdict == DueVerdict::InTime;
}

QString VerdictBadge::word() const
{
    return format::verdict(m_verdict);
}

int VerdictBadge::width() const
{
    const QFont font =
        isBoxed() ? m_theme.font(boxedPx, Theme::Weight::Bold) : m_theme.font(plainPx);
    return TextLine{word(), font, {}}.width() + m_theme.px(2 * padding)
        + (isMarked() ? m_theme.px(markSize + markGap) : 0);
}

int VerdictBadge::widest(const Theme &theme)
{
    int widest = 0;
    for (const DueVerdict verdict :
         {DueVerdict::TooLate, DueVerdict::AtRisk, DueVerdict::Unknown, DueVerdict::InTime})
        widest = std::max(widest, VerdictBadge(verdict, theme).width());
    return qCeil(widest / theme.scale());
}

void VerdictBadge::paint(QPainter &painter, const QRect &box) const
{
    if (m_verdict == DueVerdict::None)
        return;
    const Tokens &t = m_theme.tokens();
    const int height = m_theme.px(boxHeight);
    const QRect frame(box.left(), box.top() + (box.height() - height) / 2, width(), height);
    if (isBoxed())
        paintFrame(painter, frame);
    if (isMarked())
        paintMark(painter, frame);
    const int left = m_theme.px(padding) + (isMarked() ? m_theme.px(markSize + markGap) : 0);
    const QRect text = frame.adjusted(left, 0, 0, 0);
    const bool isLost = m_verdict == DueVerdict::TooLate;
    const QFont font =
        isBoxed() ? m_theme.font(boxedPx, Theme::Weight::Bold) : m_theme.font(plainPx);
    TextLine{word(), font,
             isLost          ? t.onRed
                 : isBoxed() ? t.text
                             : t.text2}
        .paintWhole(painter, text);
}

void VerdictBadge::paintFrame(QPainter &painter, const QRect &frame) const
{
    const Tokens &t = m_theme.tokens();
    const bool isLost = m_verdict == DueVerdict::TooLate;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isLost ? QPen(Qt::NoPen) : QPen(t.text, 1));
    painter.setBrush(isLost ? QBrush(t.red) : QBrush(Qt::NoBrush));
    const QRectF shape = isLost ? QRectF(frame) : QRectF(frame).adjusted(0.5, 0.5, -0.5, -0.5);
    painter.drawRoundedRect(shape, m_theme.px(Theme::badgeRadius), m_theme.px(Theme::badgeRadius));
    painter.restore();
}

void VerdictBadge::paintMark(QPainter &painter, const QRect &frame) const
{
    const Tokens &t = m_theme.tokens();
    const int size = m_theme.px(markSize);
    const QRect place(frame.left() + m_theme.px(padding), frame.top() + (frame.height() - size) / 2,
                      size, size);
    if (m_verdict == DueVerdict::AtRisk)
        TextLine{QStringLiteral("!"), m_theme.font(boxedPx, Theme::Weight::Bold), t.text}
            .paintWhole(painter, QRect(place.left() + size / 3, frame.top(), size, frame.height()));
    else if (m_verdict == DueVerdict::TooLate)
        Icon(QStringLiteral("close")).paint(painter, place, t.onRed);
    else
        Icon(QStringLiteral("check")).paint(painter, place, t.text2);
}

} // namespace pressboard::client
