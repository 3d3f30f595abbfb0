// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/receipt_bar.h"

#include "client/notices/receipt_words.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>
#include <numeric>

namespace pressboard::client {

namespace {

constexpr int barTall = 6;
constexpr int barGap = 2;
constexpr int leastPart = 4;

} // namespace

ReceiptBar::ReceiptBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void ReceiptBar::show(const protocol::ReceiptCounts &counts, bool asksToConfirm)
{
    const int full = asksToConfirm ? counts.confirmed : counts.seen;
    m_parts = {full, counts.seen - full, counts.delivered - counts.seen,
               counts.expected - counts.delivered};
    for (int &part : m_parts)
        part = std::max(part, 0);
    setAccessibleName(ReceiptWords::counts(counts, asksToConfirm));
    update();
}

QSize ReceiptBar::sizeHint() const
{
    return {m_theme.px(120), m_theme.px(barTall)};
}

void ReceiptBar::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.liveTokens();
    const QColor fills[] = {t.bar, t.barRest, t.barDone, QColor()};
    const int all = std::accumulate(m_parts.begin(), m_parts.end(), 0);
    QPainter painter(this);
    const auto kinds = std::count_if(m_parts.begin(), m_parts.end(), [](int n) { return n > 0; });
    const int room = width() - int(std::max<qsizetype>(kinds - 1, 0)) * m_theme.px(barGap);
    int left = 0;
    for (int i = 0; i < m_parts.size() && all > 0; ++i) {
        if (m_parts.at(i) == 0)
            continue;
        const int share = std::max(m_theme.px(leastPart), room * m_parts.at(i) / all);
        const QRect part(left, 0, std::min(share, width() - left), height());
        if (fills[i].isValid())
            painter.fillRect(part, fills[i]);
        else {
            painter.setPen(t.control);
            painter.drawRect(part.adjusted(0, 0, -1, -1));
        }
        left += share + m_theme.px(barGap);
    }
}

} // namespace pressboard::client
