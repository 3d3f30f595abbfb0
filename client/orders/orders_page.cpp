// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/orders_page.h"

#include "client/models/format.h"
#include "client/models/orders/order_view.h"
#include "client/models/orders/orders_table.h"
#include "client/models/status_words.h"
#include "client/orders/filter_bar.h"
#include "client/orders/order_actions.h"
#include "client/orders/order_detail.h"
#include "client/orders/order_table.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QHeaderView>
#include <QPainter>
#include <QShortcut>

namespace pressboard::client {

namespace {

constexpr int detailFrom = 1100; ///< window width with room for the chosen order beside the list
constexpr int detailWidth = 440;
constexpr int roomyDetailWidth = 512;

} // namespace

OrdersPage::OrdersPage(const Theme &theme, const Store &store, const Clock &clock,
                       Settings &settings, OrderActions &actions, QWidget *parent)
    : Page(parent)
    , m_theme(theme)
    , m_store(store)
    , m_settings(settings)
    , m_actions(actions)
    , m_model(store, clock)
    , m_export(this)
    , m_bar(new FilterBar(theme, this))
    , m_table(new OrderTable(theme, m_model, actions, this))
    , m_detail(new OrderDetail(theme, store, actions, this))
{
    m_model.setFilter(OrderView::fromText(settings.orderView()).filter);
    takeFields();
    connectBar();
    connectTable();
    connect(&m_export, &CsvExport::finished, m_bar, &FilterBar::tell);
    connect(&m_model, &OrdersModel::countsChanged, this, &OrdersPage::showBar);
    connect(&store, &Store::shopChanged, this, [this] {
        if (m_fields != m_model.fields())
            takeFields();
        showBar();
    });
    connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    connect(&theme, &Theme::sizesChanged, this, &OrdersPage::layOut);
    addShortcut(QKeySequence::Save, &OrdersPage::exportShown);
    addShortcut(QKeySequence::Print, &OrdersPage::printShown);
    showBar();
}

OrdersPage::~OrdersPage() = default;

/// The shop's own columns are known now, or others are: what is remembered of them counts again.
void OrdersPage::takeFields()
{
    m_fields = m_model.fields();
    m_table->setColumns(OrderColumns::fromText(m_settings.orderColumns(), fieldNames()));
    const OrderSorting sorting = OrderView::fromText(m_settings.orderView(), fieldNames()).sorting;
    m_table->horizontalHeader()->setSortIndicator(int(sorting.column), sorting.direction);
}

QStringList OrdersPage::fieldNames() const
{
    QStringList names;
    for (const CustomField &field : m_fields)
        names.append(field.name);
    return names;
}

void OrdersPage::addShortcut(const QKeySequence &keys, void (OrdersPage::*act)())
{
    auto *shortcut = new QShortcut(keys, this);
    shortcut->setContext(Qt::WidgetWithChildrenShortcut);
    connect(shortcut, &QShortcut::activated, this, act);
}

void OrdersPage::connectBar()
{
    connect(m_bar, &FilterBar::filterWanted, this, &OrdersPage::applyFilter);
    connect(m_bar, &FilterBar::sortingWanted, this, [this](const OrderSorting &sorting) {
        m_table->horizontalHeader()->setSortIndicator(int(sorting.column), sorting.direction);
    });
    connect(m_bar, &FilterBar::columnToggled, this, [this](OrderColumn column, bool visible) {
        OrderColumns columns = m_table->columns();
        columns.setVisible(column, visible);
        arrange(columns);
    });
    connect(m_bar, &FilterBar::columnsReset, this, [this] { arrange(OrderColumns(fieldNames())); });
    connect(m_bar, &FilterBar::takeOutShown, this, &OrdersPage::showBar);
    connect(m_bar, &FilterBar::exportWanted, this, &OrdersPage::exportShown);
    connect(m_bar, &FilterBar::printWanted, this, &OrdersPage::printShown);
    connect(m_bar, &FilterBar::copyWanted, this,
            [this] { m_bar->tell(m_actions.copy(taken()).sentence); });
    connect(m_bar, &FilterBar::tableWanted, this, [this] {
        m_bar->tell(m_actions.copyTable(taken(), m_table->columns().shown()).sentence);
    });
}

void OrdersPage::connectTable()
{
    connect(m_table, &OrderTable::orderChosen, m_detail, &OrderDetail::showOrder);
    connect(m_table, &OrderTable::orderClicked, this, [this](CrmId orderId) {
        if (!hasRoomForDetail()) // else it stands beside already
            m_actions.open(orderId);
    });
    connect(m_table, &OrderTable::typed, this, &Page::typed);
    connect(m_table, &OrderTable::columnsChanged, this, [this] { arrange(m_table->columns()); });
    connect(m_table->horizontalHeader(), &QHeaderView::sortIndicatorChanged, this, [this] {
        if (!m_table->choose(m_table->chosenOrder()))
            m_table->scrollToTop();
        keepView();
        showBar();
    });
}

QString OrdersPage::title() const
{
    return tr("Orders");
}

void OrdersPage::refresh(const LinkFacts &link)
{
    m_model.tick();
    if (m_detail->isVisible())
        m_detail->refresh();
    m_table->setAccessibleName(tr("Orders"));
    m_table->setEmptyText(emptyText(link));
    showBar();
}

bool OrdersPage::isNarrowed() const
{
    const OrderFilter &filter = m_model.filter();
    return !m_search.isEmpty() || filter.printType || !filter.among.isEmpty()
        || filter.due != DueFilter::Any;
}

/// Also says where there would be some: under another status.
QString OrdersPage::emptyText(const LinkFacts &link) const
{
    if (m_store.book().orders().isEmpty())
        return StatusWords::emptyList(m_store, link);
    const int elsewhere = int(m_model.counts().all);
    if (elsewhere > 0)
        return tr("None here. Under “All” there are %n.", nullptr, elsewhere);
    return isNarrowed() ? tr("Nothing found. Esc clears the search; filters stand above.")
                        : tr("Nothing found");
}

/// The list's own counts; where nothing narrows it, beside the server's when these differ.
QStringList OrdersPage::counts() const
{
    const std::pair<std::optional<OrderStatus>, QLatin1StringView> all[] = {
        {std::nullopt, QLatin1StringView("total_orders")},
        {OrderStatus::Pending, QLatin1StringView("pending_orders")},
        {OrderStatus::Processing, QLatin1StringView("processing_orders")},
        {OrderStatus::Completed, QLatin1StringView("completed_orders")},
        {OrderStatus::Cancelled, QLatin1StringView()}};
    QStringList texts;
    for (const auto &[status, key] : all) {
        const QJsonValue told = m_store.stats().value(key);
        const bool beside = !isNarrowed() && told.isDouble();
        texts.append(format::listCount(m_model.counts().of(status),
                                       beside ? std::optional(told.toInteger()) : std::nullopt));
    }
    return texts;
}

void OrdersPage::showBar()
{
    const int chosen = int(m_table->selectedOrders().size());
    m_bar->show({m_model.filter(), m_why, counts(), m_model.sorting(), m_table->columns(),
                 m_model.fields(), chosen > 1 ? chosen : m_model.rowCount()});
    layOut();
}

void OrdersPage::setSearch(const QString &words)
{
    m_search = words;
    m_model.setSearch(words);
    m_table->scrollToTop();
}

void OrdersPage::applyFilter(const OrderFilter &filter)
{
    m_model.setFilter(filter);
    m_table->scrollToTop();
    keepView();
    showBar();
}

/// The orders behind a bar of a chart are a question of the moment.
void OrdersPage::keepView()
{
    if (m_model.filter().among.isEmpty())
        m_settings.setOrderView(
            OrderView{m_model.filter(), m_model.sorting()}.toText(fieldNames()));
}

CrmId OrdersPage::firstFound() const
{
    return m_model.rowCount() > 0 ? m_model.orderIdAt(0) : CrmId();
}

bool OrdersPage::showOrder(CrmId orderId)
{
    return isVisible() && m_table->choose(orderId);
}

/// Beside the list, where there is room for it.
bool OrdersPage::openOrder(CrmId orderId)
{
    if (!hasRoomForDetail() || !m_table->choose(orderId))
        return false;
    m_detail->setFocus();
    return true;
}

bool OrdersPage::showOrders(const QList<CrmId> &orderIds, const QString &why)
{
    if (orderIds.isEmpty())
        return false;
    OrderFilter filter;
    filter.among = QSet<CrmId>(orderIds.begin(), orderIds.end());
    m_why = why;
    applyFilter(filter);
    return true;
}

void OrdersPage::arrange(const OrderColumns &columns)
{
    m_table->setColumns(columns);
    m_settings.setOrderColumns(columns == OrderColumns(fieldNames()) ? QString()
                                                                     : columns.toText());
    showBar();
}

void OrdersPage::exportShown()
{
    m_export.ask(ordersTable(m_store, taken(), m_table->columns().shown()), m_store.today());
}

QList<CrmId> OrdersPage::taken() const
{
    const QList<CrmId> selected = m_table->selectedOrders();
    return selected.size() > 1 ? selected : m_model.listed();
}

void OrdersPage::printShown()
{
    const QString which = m_model.filter().among.isEmpty() ? title() : m_why;
    m_actions.print(taken(), which, window(),
                    [this](const QString &sentence) { m_bar->tell(sentence); });
}

bool OrdersPage::hasRoomForDetail() const
{
    return width() >= m_theme.px(detailFrom);
}

void OrdersPage::layOut()
{
    const int margin = m_theme.px(Theme::windowMargin);
    QRect body = rect().adjusted(margin, margin, -margin, -margin);
    const bool beside = hasRoomForDetail();
    m_detail->setVisible(beside);
    if (beside) {
        const int wide = m_theme.px(m_theme.isRoomy() ? roomyDetailWidth : detailWidth);
        const QRect panel(body.right() + 1 - wide, body.top(), wide, body.height());
        m_detail->setGeometry(panel.adjusted(1, 1, -1, -1));
        body.setRight(panel.left() - m_theme.px(m_theme.isRoomy() ? Theme::windowMargin : 8) - 1);
    }
    const int bar = m_bar->heightForWidth(body.width());
    m_bar->setGeometry(body.left(), body.top(), body.width(), bar);
    body.setTop(body.top() + bar + m_theme.px(8));
    if (const QRect table = body.adjusted(1, 1, -1, -1); table != m_table->geometry()) {
        m_table->setGeometry(table);
        update(); // the panels' borders are ours
    }
}

void OrdersPage::paintEvent(QPaintEvent *)
{
    const Tokens &t = m_theme.tokens();
    QPainter painter(this);
    painter.fillRect(rect(), t.bg);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(t.line, 1));
    painter.setBrush(t.surface);
    for (const QWidget *panel : std::initializer_list<const QWidget *>{m_table, m_detail}) {
        if (panel->isVisible())
            painter.drawRoundedRect(QRectF(panel->geometry()).adjusted(-0.5, -0.5, 0.5, 0.5),
                                    Theme::panelRadius, Theme::panelRadius);
    }
}

void OrdersPage::resizeEvent(QResizeEvent *)
{
    layOut();
}

void OrdersPage::showEvent(QShowEvent *event)
{
    m_model.setWatched(true);
    Page::showEvent(event);
}

void OrdersPage::hideEvent(QHideEvent *event)
{
    m_model.setWatched(false);
    Page::hideEvent(event);
}

void OrdersPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        showBar();
    Page::changeEvent(event);
}

} // namespace pressboard::client
