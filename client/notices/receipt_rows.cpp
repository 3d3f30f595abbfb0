// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/receipt_rows.h"

#include "client/models/format.h"
#include "client/notices/receipt_words.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QPainter>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int rowTall = 28;
constexpr int textPx = 13;
constexpr int dotSize = 8;
constexpr int nameLeft = 18;
constexpr int fromWidths[] = {0, 32, 54, 100}; ///< of the columns, percent

/// Offline, online and not seen, seen and not confirmed.
int rank(const protocol::Receipts::Row &row)
{
    if (row.times.seen)
        return 2;
    return row.online ? 1 : 0;
}

} // namespace

ReceiptRows::ReceiptRows(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
}

void ReceiptRows::show(const SentNotice &notice)
{
    QList<protocol::Receipts::Row> open = notice.stations;
    open.removeIf([&notice](const protocol::Receipts::Row &row) {
        return !row.expected || ReceiptWords::isDone(row, notice.asksToConfirm);
    });
    std::stable_sort(open.begin(), open.end(),
                     [](const auto &a, const auto &b) { return rank(a) < rank(b); });
    m_rows.clear();
    QStringList spoken;
    for (const auto &row : std::as_const(open)) {
        m_rows.append(
            {row.name, row.user, ReceiptWords::state(row, notice.asksToConfirm), row.online});
        spoken.append(format::dotted({row.name, row.user, m_rows.constLast().state}));
    }
    const int done = notice.counts.value_or(protocol::ReceiptCounts{}).seen;
    const int confirmed = notice.counts.value_or(protocol::ReceiptCounts{}).confirmed;
    if (m_rows.isEmpty())
        m_done = notice.asksToConfirm ? tr("All confirmed it") : tr("All saw it");
    else
        m_done =
            notice.asksToConfirm ? tr("Confirmed (%1)").arg(confirmed) : tr("Seen (%1)").arg(done);
    setAccessibleName(spoken.join(u'\n'));
    updateGeometry();
    update();
}

QSize ReceiptRows::sizeHint() const
{
    return {m_theme.px(240), int(m_rows.size() + 1) * m_theme.px(rowTall)};
}

void ReceiptRows::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.liveTokens();
    QPainter painter(this);
    const int tall = m_theme.px(rowTall);
    const int left = m_theme.px(nameLeft);
    const int room = width() - left;
    const auto cell = [&](const QString &text, int at, int y, const QColor &color) {
        const int from = left + room * fromWidths[at] / 100;
        const int until = left + room * fromWidths[at + 1] / 100;
        TextLine{text, m_theme.font(textPx), color}.paint(
            painter, QRect(from, y, until - from - m_theme.px(8), tall));
    };
    int y = 0;
    for (const Row &row : m_rows) {
        const int dot = m_theme.px(dotSize);
        const QRectF mark(0.5, y + (tall - dot) / 2 + 0.5, dot - 1, dot - 1);
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(row.isOnline ? QPen(t.dot) : QPen(t.text2));
        painter.setBrush(row.isOnline ? QBrush(t.dot) : QBrush(Qt::NoBrush));
        painter.drawEllipse(mark);
        painter.setRenderHint(QPainter::Antialiasing, false);
        cell(row.name, 0, y, t.text);
        cell(row.user, 1, y, t.text2);
        cell(row.state, 2, y, row.isOnline ? t.text : t.text2);
        fillHairline(painter, QRect(0, y + tall - 1, width(), 1), t.hair);
        y += tall;
    }
    TextLine{m_done, m_theme.font(textPx), t.text2}.paint(painter,
                                                          QRect(left, y, width() - left, tall));
}

} // namespace pressboard::client
