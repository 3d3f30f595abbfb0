// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/today/today_panel.h"

#include "client/answers/due_work.h"
#include "client/board/list_views.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/models/board.h"
#include "client/models/format.h"
#include "client/orders/order_actions.h"
#include "client/theme/theme.h"
#include "client/today/due_sentence.h"

#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int pitch = 40;
constexpr int padding = 4; ///< of the sentence, from the panel's edge
constexpr int gap = 8;
constexpr int notePx = 12;

} // namespace

TodayPanel::TodayPanel(const Theme &theme, const Store &store, Board &board, DueWork &work,
                       OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(store)
    , m_board(board)
    , m_work(work)
    , m_actions(actions)
    , m_sentence(new DueSentence(theme, this))
    , m_panel(new Panel(theme, ListKind::Due, Panel::Fold::None, actions, this))
    , m_views(new ListViews(theme, board, {m_panel}, this))
{
    setObjectName(QStringLiteral("today-panel"));
    m_panel->setModel(&board.due());
    connect(&m_panel->rows(), &RowList::typed, this, &TodayPanel::typed);
    connect(m_sentence, &ChartItems::chosen, this, &TodayPanel::open);
    connect(&work, &DueWork::changed, this, &TodayPanel::showSums);
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &TodayPanel::layOut);
}

void TodayPanel::open(int item)
{
    const DueSentence::Door door = m_sentence->door(item);
    const QString day = door.day == DueWork::Day::Today ? tr("Must go out today") : tr("Tomorrow");
    m_actions.list(m_work.orders(door.day, door.verdict),
                   format::dotted({day, format::verdict(door.verdict)}));
}

void TodayPanel::refresh(const LinkFacts &link, bool isSearched)
{
    setAccessibleName(tr("Must go out today"));
    m_panel->title().show(tr("Due by tomorrow"), m_board.titleCount(m_board.due()));
    m_views->refresh();
    m_panel->setAccessibleName(m_panel->title().title());
    m_panel->rows().setAccessibleName(m_panel->title().accessibleName());
    const bool isNarrowed = isSearched || m_views->isNarrowed(*m_panel);
    const bool hasOrders = !m_store.book().orders().isEmpty();
    m_panel->setEmptyText(!hasOrders       ? StatusWords::emptyList(m_store, link)
                              : isNarrowed ? tr("Nothing found")
                                           : tr("Nothing is overdue, and nothing is due today or "
                                                "tomorrow"));
    showSums();
}

void TodayPanel::showSums()
{
    if (m_work.isReady())
        m_sentence->show(m_work.today(), m_work.tomorrow());
    m_sentence->setAnswer(tr("What must go out today?"), m_sentence->text());
    layOut();
    update();
}

WrappedText TodayPanel::note() const
{
    const QTime closing = m_work.closing();
    QStringList lines;
    if (closing.isValid())
        lines.append(tr("Work ends at %1").arg(closing.toString(QStringLiteral("HH:mm"))));
    lines.append(m_store.workHours().isRoundTheClock()
                     ? tr("By what each step usually took in the last 30 days")
                     : tr("By what each step usually took in the last 30 days, working time only"));
    return {format::dotted(lines), m_theme.font(notePx), m_theme.tokens().text2};
}

bool TodayPanel::isNoteBeside(int width) const
{
    const int room = width - m_theme.px(2 * padding + 4 * gap);
    return m_sentence->widthOfOneLine() + note().widthOfOneLine() <= room;
}

QRect TodayPanel::noteBox() const
{
    const int left = m_theme.px(padding);
    const int room = width() - 2 * left;
    if (isNoteBeside(width())) {
        const int wide = note().widthOfOneLine() + m_theme.px(gap); // never a line more
        const int tall = note().heightFor(wide);
        const int middle = m_sentence->geometry().center().y();
        return {width() - left - wide, middle - tall / 2 + 1, wide, tall};
    }
    return {left, m_sentence->geometry().bottom() + 1, room, note().heightFor(room)};
}

int TodayPanel::headHeight(int width) const
{
    const int room = width - 2 * m_theme.px(padding);
    const int sentence = m_sentence->heightNeeded(room);
    const int below = isNoteBeside(width) ? 0 : note().heightFor(room);
    return sentence + below + m_theme.px(gap);
}

int TodayPanel::heightFor(int width, int rows) const
{
    return headHeight(width) + m_panel->chrome() + rows * m_theme.px(pitch);
}

void TodayPanel::layOut()
{
    const int left = m_theme.px(padding);
    const int room = width() - 2 * left;
    m_sentence->setGeometry(
        left, 0, isNoteBeside(width()) ? std::min(room, m_sentence->widthOfOneLine() + 1) : room,
        m_sentence->heightNeeded(room));
    const QRect body = rect().adjusted(0, headHeight(width()), 0, 0);
    m_panel->setPitch(m_theme.px(pitch));
    m_panel->setGeometry(body);
}

void TodayPanel::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), m_theme.tokens().bg);
    note().paint(painter, noteBox());
}

void TodayPanel::resizeEvent(QResizeEvent *)
{
    layOut();
}

void TodayPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_work.watch(this);
}

void TodayPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_work.unwatch(this);
}

} // namespace pressboard::client
