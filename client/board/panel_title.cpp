// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/panel_title.h"

#include "client/controls/title_button.h"
#include "client/models/format.h"
#include "client/text/plain_tip.h"
#include "client/text/text_line.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QMouseEvent>
#include <QPainter>

namespace pressboard::client {

namespace {

constexpr int titlePx = 14;
constexpr int namePx = 12;
constexpr int arrowSize = 12;
constexpr int gap = 6;
constexpr int leastWords = 48;

} // namespace

PanelTitle::PanelTitle(const Theme &theme, ListKind kind, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_columns(kind)
    , m_filter(new TitleButton(theme, this))
    , m_all(new TitleButton(theme, this))
{
    setMouseTracking(true);
    m_filter->setObjectName(QStringLiteral("filter"));
    m_filter->setMark(Icon(QStringLiteral("filter")));
    m_all->setObjectName(QStringLiteral("all"));
    m_all->hide();
    connect(m_filter, &QAbstractButton::clicked, this, [this] {
        Q_EMIT choiceRequested(m_filter->mapToGlobal(QPoint(0, m_filter->height())));
    });
    connect(m_all, &QAbstractButton::clicked, this, [this] {
        Q_EMIT viewChanged({{}, m_view.sort});
    });
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &PanelTitle::layOut);
    retranslate();
}

void PanelTitle::show(const QString &title, const QString &count, const QString &aside)
{
    if (m_title == title && m_count == count && m_aside == aside)
        return;
    m_title = title;
    m_count = count;
    m_aside = aside;
    describe();
    layOut();
}

void PanelTitle::setView(const RowView &view, const QStringList &mySteps)
{
    m_view = view;
    m_mySteps = mySteps;
    const bool on = view.filter.isOn();
    m_filter->setText(filterWords());
    m_filter->setOn(on);
    m_all->setVisible(on);
    describe();
    layOut();
}

void PanelTitle::describe()
{
    setAccessibleName(QStringList{m_title, m_count, m_aside}.join(u' ').trimmed());
    const QString words = filterWords();
    m_filter->setAccessibleName(words.isEmpty() ? tr("Filter and sort %1").arg(m_title)
                                                : tr("%1 shows %2 only").arg(m_title, words));
    setPlainTip(*m_filter, m_filter->accessibleName());
    m_all->setAccessibleName(tr("Show all of %1").arg(m_title));
}

void PanelTitle::retranslate()
{
    m_all->setText(tr("All"));
    m_filter->setText(filterWords());
    describe();
    layOut();
}

QString PanelTitle::filterWords() const
{
    const RowFilter &filter = m_view.filter;
    const bool mine = !m_mySteps.isEmpty() && filter.steps == m_mySteps;
    QStringList words = mine ? QStringList{tr("My steps")} : filter.steps;
    words += filter.operators;
    if (filter.category != StepCategory::Unknown)
        words += format::category(filter.category);
    return format::dotted(words);
}

QList<ColumnTable::Place> PanelTitle::namedColumns() const
{
    QList<ColumnTable::Place> places =
        m_columns.places(QRect(0, 0, width(), height() - 1), m_theme);
    places.removeIf(
        [](const ColumnTable::Place &place) { return ColumnTable::title(place.column).isEmpty(); });
    return places;
}

int PanelTitle::namesFrom() const
{
    const QList<ColumnTable::Place> named = namedColumns();
    if (!named.isEmpty())
        return named.first().box.left() - m_theme.px(8);
    const int aside = m_aside.isEmpty() ? 0 : TextLine{m_aside, m_theme.font(namePx), {}}.width();
    return width() - m_theme.px(Theme::panelPadding - 1) - aside;
}

/// The filter's words give way to the names of the columns, its icon never does.
void PanelTitle::layOut()
{
    const TextLine title{m_title, m_theme.font(titlePx, Theme::Weight::Bold), {}};
    const TextLine count{m_count, m_theme.font(titlePx), {}};
    const int counted = m_count.isEmpty() ? 0 : m_theme.px(gap) + count.width();
    int left = m_theme.px(Theme::panelPadding - 1) + title.width() + counted + m_theme.px(gap);
    const int top = (height() - 1 - m_filter->sizeHint().height()) / 2;
    const int all = m_all->isHidden() ? 0 : m_all->sizeHint().width();
    const int room = namesFrom() - left - all;
    const int wanted = m_filter->sizeHint().width();
    // A letter or two of its words say nothing.
    const int least = m_filter->narrowWidth() + m_theme.px(leastWords);
    const int wide =
        room < std::min(wanted, least) ? m_filter->narrowWidth() : std::min(wanted, room);
    m_filter->setGeometry(left, top, wide, m_filter->sizeHint().height());
    left += wide;
    m_all->setGeometry(left, top, all, m_all->sizeHint().height());
    update();
}

bool PanelTitle::fits() const
{
    const QWidget *last = m_all->isHidden() ? m_filter : m_all;
    for (const ColumnTable::Place &place : namedColumns()) {
        const TextLine name{ColumnTable::title(place.column), m_theme.font(namePx), {}};
        if (name.width() > place.box.width())
            return false;
    }
    return last->geometry().right() < namesFrom();
}

void PanelTitle::paintName(QPainter &painter, const ColumnTable::Place &place) const
{
    const Tokens &t = m_theme.tokens();
    const RowSort::By by = ColumnTable::sortOf(place.column);
    const bool sorted = m_view.sort.by == by && by != RowSort::By::Itself;
    const TextLine name{ColumnTable::title(place.column), m_theme.font(namePx),
                        sorted ? t.text : t.text3};
    const int used = name.paint(painter, place.box, place.align);
    if (!sorted)
        return;
    const int size = m_theme.px(arrowSize);
    const int left = place.align & Qt::AlignRight ? place.box.right() + 1 - used - size
                                                  : place.box.left() + used;
    Icon(m_view.sort.descending ? QStringLiteral("chevron-up") : QStringLiteral("chevron-down"))
        .paint(painter, QRect(left, (height() - 1 - size) / 2, size, size), t.text);
}

void PanelTitle::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    const int bottom = height() - 1;
    fillHairline(painter, QRect(0, bottom, width(), 1), t.line);
    for (const ColumnTable::Place &place : namedColumns())
        paintName(painter, place);

    const int left = m_theme.px(Theme::panelPadding - 1);
    const int end = namesFrom();
    const int used = TextLine{m_title, m_theme.font(titlePx, Theme::Weight::Bold), t.text}.paint(
        painter, QRect(left, 0, end - left, bottom));
    const int countLeft = left + used + m_theme.px(gap);
    TextLine{m_count, m_theme.font(titlePx), t.text2}.paint(
        painter, QRect(countLeft, 0, end - countLeft, bottom));
    if (!m_aside.isEmpty())
        TextLine{m_aside, m_theme.font(namePx), t.text3}.paint(painter, asideBox(), Qt::AlignRight);
}

QRect PanelTitle::asideBox() const
{
    if (m_aside.isEmpty())
        return {};
    const int end = namesFrom();
    return {end, 0, width() - m_theme.px(Theme::panelPadding - 1) - end, height() - 1};
}

RowSort::By PanelTitle::sortAt(const QPoint &point) const
{
    for (const ColumnTable::Place &place : namedColumns()) {
        if (place.box.contains(point))
            return ColumnTable::sortOf(place.column);
    }
    return RowSort::By::Itself;
}

void PanelTitle::sortBy(RowSort::By by)
{
    RowView view = m_view;
    if (view.sort.by != by)
        view.sort = {by, false};
    else if (!view.sort.descending)
        view.sort.descending = true;
    else
        view.sort = {};
    Q_EMIT viewChanged(view);
}

void PanelTitle::mousePressEvent(QMouseEvent *event)
{
    const RowSort::By by = sortAt(event->position().toPoint());
    if (event->button() == Qt::LeftButton && by != RowSort::By::Itself)
        sortBy(by);
    else if (event->button() == Qt::LeftButton && asideBox().contains(event->position().toPoint()))
        Q_EMIT asideChosen();
}

void PanelTitle::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint point = event->position().toPoint();
    const bool leads = sortAt(point) != RowSort::By::Itself || asideBox().contains(point);
    setCursor(leads ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void PanelTitle::resizeEvent(QResizeEvent *)
{
    layOut();
}

void PanelTitle::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
