// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/panel.h"

#include "client/board/panel_title.h"
#include "client/board/row_list.h"
#include "client/controls/fold_line.h"
#include "client/controls/more_line.h"
#include "client/theme/theme.h"

#include <QAbstractItemModel>
#include <QPainter>
#include <QScrollBar>

namespace pressboard::client {

namespace {

constexpr int lineHeight = 32; ///< title and fold line, each with one border
constexpr int enoughRoom = 2; ///< rows left over before the folded ones show themselves

int countOf(const RowList *list)
{
    return list == nullptr || list->model() == nullptr ? 0 : list->model()->rowCount();
}

} // namespace

Panel::Panel(const Theme &theme, ListKind kind, Fold fold, OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_kind(kind)
    , m_fold(fold)
    , m_title(new PanelTitle(theme, kind, this))
    , m_rows(new RowList(theme, kind, actions, this))
    , m_more(new MoreLine(theme, this))
{
    if (fold != Fold::None) {
        m_foldLine = new FoldLine(theme, this);
        m_folded =
            new RowList(theme, kind == ListKind::Ready ? ListKind::Blocked : kind, actions, this);
        m_moreFolded = new MoreLine(theme, this);
        tellRowsBelow(m_folded, m_moreFolded);
        connect(m_foldLine, &QAbstractButton::clicked, this, [this](bool unfolded) {
            m_userUnfolded = unfolded;
            layOut();
        });
    }
    tellRowsBelow(m_rows, m_more);
    m_more->raise(); // it may stand on the fold line
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &Panel::layOut);
}

/// The list scrolls by rows: what its bar can still move is what follows.
void Panel::tellRowsBelow(RowList *list, MoreLine *more)
{
    QScrollBar *bar = list->verticalScrollBar();
    const auto tell = [bar, more] { more->setRows(bar->maximum() - bar->value()); };
    connect(bar, &QScrollBar::rangeChanged, more, tell);
    connect(bar, &QScrollBar::valueChanged, more, tell);
    connect(more, &QAbstractButton::clicked, bar,
            [bar] { bar->triggerAction(QAbstractSlider::SliderPageStepAdd); });
}

void Panel::setModel(QAbstractItemModel *rows, QAbstractItemModel *folded)
{
    m_rows->setModel(rows);
    follow(rows);
    if (m_folded != nullptr && folded != nullptr) {
        m_folded->setModel(folded);
        follow(folded);
    }
    layOut();
}

void Panel::follow(QAbstractItemModel *model)
{
    connect(model, &QAbstractItemModel::rowsInserted, this, &Panel::layOut);
    connect(model, &QAbstractItemModel::rowsRemoved, this, &Panel::layOut);
    connect(model, &QAbstractItemModel::modelReset, this, &Panel::layOut);
}

void Panel::setPitch(int pitch)
{
    m_pitch = pitch;
    m_rows->setPitch(pitch);
    if (m_folded != nullptr)
        m_folded->setPitch(pitch);
    layOut();
}

void Panel::setFoldText(const QString &text)
{
    if (m_foldLine == nullptr)
        return;
    m_foldLine->setText(text);
    m_foldLine->setAccessibleName(text);
    m_foldLine->update();
}

void Panel::setEmptyText(const QString &text)
{
    m_rows->setEmptyText(text);
    if (m_folded != nullptr)
        m_folded->setEmptyText(text);
}

int Panel::chrome() const
{
    const int border = 1; // title and fold line each contain one
    return m_foldLine == nullptr ? m_theme.px(lineHeight) + border : m_theme.px(2 * lineHeight);
}

bool Panel::isUnfolded(int mainRows, int room) const
{
    if (m_userUnfolded)
        return *m_userUnfolded;
    return m_fold == Fold::OpensWhenRoom && room - mainRows >= enoughRoom;
}

void Panel::layOut()
{
    const int line = m_theme.px(lineHeight) - 1;
    const int inner = width() - 2;
    m_title->setGeometry(1, 1, inner, line);

    const int top = 1 + line;
    const int foldedCount = countOf(m_folded);
    // The last row is worth more than the line that says what is folded.
    const bool folds = foldedCount > 0 && height() >= chrome() + m_pitch;
    const int bottom = height() - 1 - (folds ? line : 0);
    const int room = std::max(0, (bottom - top) / m_pitch);
    const bool unfolded = folds && isUnfolded(countOf(m_rows), room);
    if (m_foldLine != nullptr) {
        m_foldLine->setVisible(folds);
        m_folded->setVisible(unfolded); // once: a list that is shown anew lays out all its rows
        m_moreFolded->place({});
    }
    if (!unfolded && !folds)
        return placeList(m_rows, m_more, QRect(1, top, inner, bottom - top));
    if (!unfolded) {
        m_rows->setGeometry(1, top, inner, room * m_pitch);
        m_foldLine->setChecked(false);
        m_foldLine->setGeometry(1, bottom, inner, line);
        return placeOverFoldLine(m_more);
    }
    // Who unfolds it wants to see it; by itself it takes only what is left over.
    const int least = std::min(foldedCount, m_userUnfolded ? std::max(1, room / 2) : 1);
    const int below = std::clamp(room - countOf(m_rows), least, std::max(least, foldedCount));
    const int above = room - below;
    m_rows->setGeometry(1, top, inner, above * m_pitch);
    m_foldLine->setChecked(true);
    m_foldLine->setGeometry(1, top + above * m_pitch, inner, line);
    placeOverFoldLine(m_more);
    const int foldedTop = top + above * m_pitch + line;
    placeList(m_folded, m_moreFolded, QRect(1, foldedTop, inner, height() - 1 - foldedTop));
}

/// Where there is no room for the line under the rows, the last of them gives way.
void Panel::placeList(RowList *list, MoreLine *more, const QRect &box) const
{
    const int needed = m_theme.px(lineHeight) - 1;
    int rows = std::max(0, box.height() / m_pitch);
    const bool goesOn = countOf(list) > rows;
    if (goesOn && rows > 1 && box.height() - rows * m_pitch < needed)
        --rows;
    list->setGeometry(box.left(), box.top(), box.width(), rows * m_pitch);
    const int top = box.top() + rows * m_pitch;
    more->place(QRect(box.left(), top, box.width(),
                      std::min(std::max(needed, m_pitch), box.bottom() + 1 - top)));
}

void Panel::placeOverFoldLine(MoreLine *more) const
{
    const QRect line = m_foldLine->geometry();
    more->place(line.adjusted(line.width() / 2, 0, 0, 0));
}

void Panel::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), Theme::panelRadius,
                            Theme::panelRadius);
}

void Panel::resizeEvent(QResizeEvent *)
{
    layOut();
}

} // namespace pressboard::client
