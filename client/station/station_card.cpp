// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_card.h"

#include "client/bigscreen/big_badge.h"
#include "client/models/format.h"
#include "client/station/station_style.h"
#include "client/station/station_track.h"
#include "client/text/text_line.h"

#include <QMouseEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

// Of the design.
constexpr int side = 30;
constexpr int gap = 20;
constexpr int headHeight = 100;
constexpr int jobHeight = 84;
constexpr int heldHeight = 86;
constexpr int trackHeight = 126;
constexpr int trackTitle = 107; ///< how wide, at least
constexpr int titleGap = 20;
constexpr int noteHeight = 84;
constexpr int choiceHeight = 90;
constexpr QSize button(260, 72);

} // namespace

StationCard::StationCard(const StationStyle &style, QWidget *parent)
    : QWidget(parent)
    , m_style(style)
{
    connect(&style, &StationStyle::changed, this, qOverload<>(&QWidget::update));
    hide();
}

void StationCard::clear()
{
    m_order.reset();
    m_code.clear();
    m_missing.clear();
    m_choices.clear();
}

void StationCard::showOrder(const StationOrderFacts &facts)
{
    if (m_order == facts && isVisible())
        return;
    clear();
    m_order = facts;
    setAccessibleName(format::dotted({facts.prefix + facts.number, facts.status, facts.due,
                                      facts.date, facts.customer, facts.product, facts.quantity,
                                      facts.held, facts.queue, facts.join, facts.note}));
    setVisible(true);
    update();
}

void StationCard::showMissing(const QString &code)
{
    clear();
    m_missing = code;
    setAccessibleName(format::dotted({tr("No order has this code"), code}));
    setVisible(true);
    update();
}

void StationCard::showChoices(const QString &code, const QList<Choice> &choices)
{
    clear();
    m_code = code;
    m_choices = choices.first(std::min<qsizetype>(choices.size(), mostChoices));
    QStringList words{tr("Which order is meant?")};
    for (const Choice &choice : std::as_const(m_choices))
        words.append(choice.words);
    setAccessibleName(words.join(u'\n'));
    setVisible(true);
    update();
}

QRect StationCard::inner() const
{
    return rect().adjusted(m_style.px(side), 0, -m_style.px(side), 0);
}

QRect StationCard::choiceRect(int index) const
{
    return {inner().left(), m_style.px(headHeight + index * choiceHeight), inner().width(),
            m_style.px(choiceHeight)};
}

QRect StationCard::buttonRect() const
{
    const QSize size(m_style.px(button.width()), m_style.px(button.height()));
    return {
        QPoint(inner().right() + 1 - size.width(), height() - size.height() - m_style.px(side / 2)),
        size};
}

void StationCard::mouseReleaseEvent(QMouseEvent *event)
{
    const QPoint position = event->position().toPoint();
    for (int i = 0; i < m_choices.size(); ++i) {
        if (choiceRect(i).contains(position)) {
            Q_EMIT chosen(m_choices.at(i).orderId);
            return;
        }
    }
    if (m_order && m_order->mustStop && buttonRect().contains(position))
        Q_EMIT gotIt(m_order->orderId);
    else
        Q_EMIT closeWanted();
}

void StationCard::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillRect(rect(), m_style.tokens().bg); // nothing of the panels at its corners
    m_style.paintPanel(painter, rect());
    if (m_order)
        paintOrder(painter);
    else if (!m_missing.isEmpty())
        paintMissing(painter);
    else
        paintChoices(painter);
}

void StationCard::paintOrder(QPainter &painter) const
{
    int top = paintHead(painter, 0);
    top = paintHeld(painter, top);
    const int noteTop = height() - m_style.px(noteHeight);
    const bool hasFoot = !m_order->note.isEmpty() || m_order->mustStop;
    const int bottom = hasFoot ? noteTop : this->height();
    const int tracks = std::max<int>(1, int(m_order->tracks.size()));
    const int height = std::min(m_style.px(trackHeight), (bottom - top) / tracks);
    for (const StationOrderTrack &track : m_order->tracks) {
        paintTrack(painter, top, height, track);
        top += height;
    }
    paintNote(painter, noteTop);
    if (m_order->mustStop)
        paintButton(painter);
}

/// PO2026 1122008  处理中  …  剩2天  11-25 周三; below: customer, product, quantity.
int StationCard::paintHead(QPainter &painter, int top) const
{
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    QRect room(inner().left(), top + px(8), inner().width(), px(headHeight - 8));
    const TextLine date = m_style.text(m_order->date, StationStyle::row, t.text2);
    date.paint(painter, room, Qt::AlignRight);
    room.setRight(room.right() - date.width() - (date.width() > 0 ? px(gap) : 0));
    const BigBadge badge{m_order->due, m_order->tier};
    const int width = badge.width(m_style, StationStyle::badge);
    badge.paint(painter, QRect(room.right() + 1 - width, room.top(), width, room.height()), m_style,
                StationStyle::badge);
    room.setRight(room.right() - width - px(gap));
    const auto fromLeft = [&](const TextLine &line, int after) {
        room.setLeft(room.left() + line.paint(painter, room) + px(after));
    };
    fromLeft(m_style.text(m_order->prefix, StationStyle::row, t.text3), 6);
    fromLeft(m_style.fitting(m_order->number, StationStyle::current, StationStyle::row,
                             room.width(), t.text, BigStyle::Weight::Bold),
             36);
    fromLeft(m_style.fitting(m_order->status, StationStyle::row, StationStyle::label, room.width(),
                             t.text),
             0);

    QRect second(inner().left(), top + px(headHeight), inner().width(), px(jobHeight - 12));
    const TextLine quantity =
        m_style.text(m_order->quantity, StationStyle::row, t.text, BigStyle::Weight::Bold);
    quantity.paint(painter, second, Qt::AlignRight);
    second.setRight(second.right() - quantity.width() - px(gap));
    const int customer =
        m_style.text(m_order->customer, StationStyle::row, t.text).paint(painter, second);
    second.setLeft(second.left() + customer + (customer > 0 ? px(gap) : 0));
    m_style.text(m_order->product, StationStyle::row, t.text).paint(painter, second);
    return top + px(headHeight + jobHeight);
}

/// Where it is, and what stands before it.
int StationCard::paintHeld(QPainter &painter, int top) const
{
    if (m_order->held.isEmpty())
        return top;
    const Tokens &t = m_style.tokens();
    const auto px = [this](int design) { return m_style.px(design); };
    const QRect box(1, top, width() - 2, px(heldHeight));
    painter.fillRect(box, t.hover);
    m_style.paintRule(painter, 1, box.top(), box.width(), t.hair);
    m_style.paintRule(painter, 1, box.bottom(), box.width(), t.hair);
    QRect room(inner().left(), box.top(), inner().width(), box.height());
    const int held = m_style.text(m_order->held, StationStyle::row, t.text, BigStyle::Weight::Bold)
                         .paint(painter, room);
    room.setLeft(room.left() + held + px(30));
    const int queue = m_style.text(m_order->queue, StationStyle::row, t.text).paint(painter, room);
    room.setLeft(room.left() + queue + px(gap));
    m_style.text(m_order->join, StationStyle::row, t.text2).paint(painter, room, Qt::AlignRight);
    return top + px(heldHeight);
}

/// "Inner pages" needs more than 内文 does.
int StationCard::titlesWidth() const
{
    int width = m_style.px(trackTitle);
    for (const StationOrderTrack &track : m_order->tracks) {
        const int needed = m_style.text(track.title, StationStyle::label, QColor()).width();
        width = std::max(width, needed + m_style.px(titleGap));
    }
    return width;
}

void StationCard::paintTrack(QPainter &painter, int top, int height,
                             const StationOrderTrack &track) const
{
    const Tokens &t = m_style.tokens();
    const int above = std::min(m_style.px(10), height / 8);
    const int titles = titlesWidth();
    const QRect box(inner().left(), top + above, inner().width(), height - above);
    m_style.text(track.title, StationStyle::label, t.text2)
        .paint(painter, QRect(box.left(), box.top(), titles, m_style.px(62)));
    paintStationTrack(painter, box.adjusted(titles, 0, 0, 0), track, m_style);
    m_style.paintRule(painter, 1, top + height - 1, width() - 2, t.hair);
}

void StationCard::paintNote(QPainter &painter, int top) const
{
    if (m_order->note.isEmpty())
        return;
    const Tokens &t = m_style.tokens();
    QRect room(inner().left(), top, inner().width(), m_style.px(noteHeight));
    if (m_order->mustStop)
        room.setRight(buttonRect().left() - m_style.px(gap));
    m_style.text(tr("Note"), StationStyle::label, t.text2).paint(painter, room);
    room.setLeft(room.left() + titlesWidth());
    m_style.text(QString(m_order->note).replace(u'\n', u' '), StationStyle::row, t.text)
        .paint(painter, room);
}

void StationCard::paintButton(QPainter &painter) const
{
    const Tokens &t = m_style.tokens();
    painter.setPen(Qt::NoPen);
    painter.setBrush(t.ink);
    painter.drawRoundedRect(buttonRect(), m_style.px(Theme::controlRadius),
                            m_style.px(Theme::controlRadius));
    m_style.text(tr("Got it ↵"), StationStyle::row, t.onInk, BigStyle::Weight::Bold)
        .paint(painter, buttonRect(), Qt::AlignHCenter);
}

void StationCard::paintMissing(QPainter &painter) const
{
    const Tokens &t = m_style.tokens();
    const int middle = height() / 2;
    m_style.text(tr("No order has this code"), StationStyle::next, t.text, BigStyle::Weight::Bold)
        .paint(painter,
               QRect(inner().left(), middle - m_style.px(110), inner().width(), m_style.px(100)),
               Qt::AlignHCenter);
    m_style.fitting(m_missing, StationStyle::next, StationStyle::label, inner().width(), t.text2)
        .paint(painter, QRect(inner().left(), middle, inner().width(), m_style.px(100)),
               Qt::AlignHCenter);
}

void StationCard::paintChoices(QPainter &painter) const
{
    const Tokens &t = m_style.tokens();
    m_style.text(tr("Which order is meant?"), StationStyle::row, t.text, BigStyle::Weight::Bold)
        .paint(painter, QRect(inner().left(), 0, inner().width(), m_style.px(headHeight)));
    for (int i = 0; i < m_choices.size(); ++i) {
        QRect row = choiceRect(i);
        m_style.paintRule(painter, 1, row.top(), width() - 2, t.hair);
        m_style.text(QString::number(i + 1), StationStyle::next, t.text, BigStyle::Weight::Bold)
            .paint(painter, row);
        m_style.text(m_choices.at(i).words, StationStyle::row, t.text)
            .paint(painter, row.adjusted(m_style.px(80), 0, 0, 0));
    }
}

} // namespace pressboard::client
