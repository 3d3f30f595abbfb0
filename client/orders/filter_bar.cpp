// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/filter_bar.h"

#include "client/controls/flow.h"
#include "client/models/format.h"
#include "client/models/orders/order_cells.h"
#include "client/orders/filter_button.h"
#include "client/text/plain_tip.h"
#include "client/text/text_label.h"

#include <QEvent>
#include <QMenu>

namespace pressboard::client {

namespace {

constexpr int gap = 4;

const QList<std::optional<OrderStatus>> &statuses()
{
    static const QList<std::optional<OrderStatus>> all{
        std::nullopt, OrderStatus::Pending, OrderStatus::Processing, OrderStatus::Completed,
        OrderStatus::Cancelled};
    return all;
}

/// One of a few in a menu, with a mark at the current one.
template<typename Act> void addChoice(QMenu &menu, const QString &words, bool current, Act act)
{
    QAction *action = menu.addAction(words);
    action->setCheckable(true);
    action->setChecked(current);
    QObject::connect(action, &QAction::triggered, &menu, act);
}

QString wordsOf(std::optional<PrintType> type)
{
    return type ? format::printType(*type) : FilterBar::tr("All types");
}

QString wordsOf(DueFilter due)
{
    switch (due) {
    case DueFilter::Any:
        return FilterBar::tr("Any due date");
    case DueFilter::Urgent:
        return FilterBar::tr("Urgent");
    case DueFilter::Overdue:
        return FilterBar::tr("Overdue");
    case DueFilter::Today:
        return FilterBar::tr("Due today");
    case DueFilter::Within3Days:
        return FilterBar::tr("Due in 3 days");
    }
    return {};
}

} // namespace

FilterBar::FilterBar(const Theme &theme, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
{
    QSizePolicy policy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    policy.setHeightForWidth(true);
    setSizePolicy(policy);
    makeTabs();
    m_type = makeMenuButton(&FilterBar::fillTypes);
    m_due = makeMenuButton(&FilterBar::fillDues);
    m_sorting = makeMenuButton(&FilterBar::fillSortings);
    m_columns = makeMenuButton(&FilterBar::fillColumns);
    m_export = makeMenuButton(&FilterBar::fillExport);
    m_chip = new FilterButton(theme, FilterButton::Kind::Chip, this);
    m_news = new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text2, this);
    m_news->setElides();
    m_news->hide();
    connect(m_chip, &QAbstractButton::clicked, this, [this] {
        OrderFilter filter = m_facts.filter;
        filter.among.clear();
        want(filter);
    });
    connect(&theme, &Theme::sizesChanged, this, &FilterBar::layOut);
    say();
}

void FilterBar::makeTabs()
{
    for (const std::optional<OrderStatus> status : statuses()) {
        auto *tab = new FilterButton(m_theme, FilterButton::Kind::Choice, this);
        connect(tab, &QAbstractButton::clicked, this, [this, status] {
            OrderFilter filter = m_facts.filter;
            filter.status = status;
            want(filter);
        });
        m_tabs.append(tab);
    }
}

FilterButton *FilterBar::makeMenuButton(void (FilterBar::*fill)(QMenu &menu))
{
    auto *button = new FilterButton(m_theme, FilterButton::Kind::Menu, this);
    QMenu &menu = button->menu();
    connect(&menu, &QMenu::aboutToShow, this, [this, &menu, fill] {
        menu.clear();
        (this->*fill)(menu);
    });
    return button;
}

void FilterBar::want(OrderFilter filter)
{
    m_news->hide();
    Q_EMIT filterWanted(filter);
    layOut();
}

void FilterBar::fillTypes(QMenu &menu)
{
    const std::optional<PrintType> types[] = {std::nullopt, PrintType::Cover, PrintType::Content,
                                              PrintType::CoverContent};
    for (const std::optional<PrintType> type : types) {
        addChoice(menu, wordsOf(type), type == m_facts.filter.printType, [this, type] {
            OrderFilter filter = m_facts.filter;
            filter.printType = type;
            want(filter);
        });
    }
}

void FilterBar::fillDues(QMenu &menu)
{
    for (const DueFilter due : {DueFilter::Any, DueFilter::Urgent, DueFilter::Overdue,
                                DueFilter::Today, DueFilter::Within3Days}) {
        addChoice(menu, wordsOf(due), due == m_facts.filter.due, [this, due] {
            OrderFilter filter = m_facts.filter;
            filter.due = due;
            want(filter);
        });
    }
}

void FilterBar::fillSortings(QMenu &menu)
{
    const OrderSorting now = m_facts.sorting;
    for (const OrderColumn column : m_facts.columns.shown()) {
        addChoice(menu, cells::title(column, m_facts.fields), column == now.column,
                  [this, column, now] {
                      Q_EMIT sortingWanted({column, now.direction});
                  });
    }
    menu.addSeparator();
    for (const auto direction : {Qt::AscendingOrder, Qt::DescendingOrder}) {
        const QString words = direction == Qt::AscendingOrder ? tr("Ascending") : tr("Descending");
        addChoice(menu, words, direction == now.direction, [this, now, direction] {
            Q_EMIT sortingWanted({now.column, direction});
        });
    }
}

void FilterBar::fillColumns(QMenu &menu)
{
    for (const OrderColumns::Place &place : m_facts.columns.places()) {
        const OrderColumn column = place.column;
        addChoice(menu, cells::title(column, m_facts.fields), place.visible,
                  [this, column, shown = place.visible] { Q_EMIT columnToggled(column, !shown); });
    }
    menu.addSeparator();
    menu.addAction(tr("Standard columns"), this, &FilterBar::columnsReset);
}

/// What the words promise is what happens: of how many orders stands on each.
void FilterBar::fillExport(QMenu &menu)
{
    Q_EMIT takeOutShown();
    const int count = m_facts.taken;
    const auto add = [&](const QString &words, const QKeySequence &keys, auto wanted) {
        QAction *action = menu.addAction(words, this, wanted);
        action->setShortcut(keys);
        action->setShortcutVisibleInContextMenu(true);
        action->setShortcutContext(Qt::WidgetShortcut); // the page and its table have them
        action->setEnabled(count > 0);
    };
    add(tr("Copy %n order(s) for the customer", nullptr, count), {}, &FilterBar::copyWanted);
    add(tr("Copy %n order(s) as a table", nullptr, count), {}, &FilterBar::tableWanted);
    add(tr("Print %n order(s)…", nullptr, count), QKeySequence::Print, &FilterBar::printWanted);
    add(tr("Save %n order(s) as a file…", nullptr, count), QKeySequence::Save,
        &FilterBar::exportWanted);
}

void FilterBar::show(const Facts &facts)
{
    m_facts = facts;
    say();
}

void FilterBar::tell(const QString &sentence)
{
    m_news->setText(sentence);
    m_news->setVisible(!sentence.isEmpty());
    layOut();
}

void FilterBar::say()
{
    const OrderFilter &filter = m_facts.filter;
    for (int i = 0; i < m_tabs.size(); ++i) {
        const std::optional<OrderStatus> status = statuses().at(i);
        m_tabs.at(i)->setWords(status ? format::status(*status) : tr("All"),
                               m_facts.counts.value(i));
        m_tabs.at(i)->setChecked(status == filter.status);
    }
    m_type->setWords(filter.printType ? wordsOf(filter.printType) : tr("Type"));
    m_type->setActive(filter.printType.has_value());
    m_due->setWords(filter.due == DueFilter::Any ? tr("Due") : wordsOf(filter.due));
    m_due->setActive(filter.due != DueFilter::Any);
    //: 1: the name of a column
    m_sorting->setWords(tr("Sort: %1").arg(cells::title(m_facts.sorting.column, m_facts.fields)));
    m_columns->setWords(tr("Columns"));
    m_export->setWords(tr("Export"));
    setPlainTip(*m_export, tr("Copy, print or save what is selected here, or all that is listed"));
    m_chip->setWords(m_facts.why);
    setPlainTip(*m_chip, tr("Show all orders again"));
    m_chip->setVisible(!filter.among.isEmpty());
    layOut();
}

QList<FlowRow> FilterBar::rows(int width) const
{
    const int between = m_theme.px(gap);
    const QList<QWidget *> tabs(m_tabs.begin(), m_tabs.end());
    QList<FlowRow> rows = flow(tabs, width, between);
    const QList<FlowRow> tools =
        flow({m_type, m_due, m_sorting, m_columns, m_export}, width, between);
    const bool beside =
        tools.size() == 1 && rows.last().width + 4 * between + tools.first().width <= width;
    if (beside)
        rows.last().right = tools.first().left;
    else
        rows += tools;
    QList<QWidget *> shown;
    for (QWidget *widget : std::initializer_list<QWidget *>{m_chip, m_news}) {
        if (!widget->isHidden())
            shown.append(widget);
    }
    return rows + flow(shown, width, between);
}

int FilterBar::rowPitch() const
{
    return m_export->sizeHint().height() + m_theme.px(gap);
}

int FilterBar::heightForWidth(int width) const
{
    return int(rows(width).size()) * rowPitch() - m_theme.px(gap);
}

QSize FilterBar::sizeHint() const
{
    const int least = m_theme.px(400);
    return {least, heightForWidth(std::max(width(), least))};
}

void FilterBar::layOut()
{
    int top = 0;
    for (const FlowRow &row : rows(width())) {
        row.place(QRect(0, top, width(), m_export->sizeHint().height()), m_theme.px(gap));
        top += rowPitch();
    }
    updateGeometry();
}

void FilterBar::resizeEvent(QResizeEvent *)
{
    layOut();
}

void FilterBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        say();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
