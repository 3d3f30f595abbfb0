// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/order_detail.h"

#include "client/controls/badge_label.h"
#include "client/controls/scroll_pane.h"
#include "client/models/board_entry.h"
#include "client/models/format.h"
#include "client/models/order_number.h"
#include "client/models/orders/order_cells.h"
#include "client/models/station_marks.h"
#include "client/orders/custom_facts.h"
#include "client/orders/due_badge.h"
#include "client/orders/order_actions.h"
#include "client/orders/step_timeline_view.h"
#include "client/store/store.h"
#include "client/text/plain_tip.h"
#include "client/text/text_label.h"
#include "client/text/text_line.h"
#include "client/theme/icon.h"

#include <QEvent>
#include <QGridLayout>
#include <QHBoxLayout>
#include <QPainter>
#include <QPushButton>

namespace pressboard::client {

namespace {

constexpr int factColumns = 3;
constexpr std::chrono::seconds copiedShown{2};
constexpr OrderColumn facts[] = {OrderColumn::Due,      OrderColumn::Status,
                                 OrderColumn::SalesRep, OrderColumn::JobTicket,
                                 OrderColumn::Ordered,  OrderColumn::PrintType};

/// A hairline between two blocks.
class Divider final : public QWidget
{
public:
    explicit Divider(const Theme &theme)
        : m_theme(theme)
    {
        setFixedHeight(1);
        connect(&theme, &Theme::colorsChanged, this, qOverload<>(&QWidget::update));
    }

protected:
    void paintEvent(QPaintEvent *) override
    {
        QPainter painter(this);
        fillHairline(painter, rect(), m_theme.tokens().line);
    }

private:
    const Theme &m_theme;
};

TextLabel *elided(TextLabel *label)
{
    label->setElides();
    return label;
}

} // namespace

OrderDetail::OrderDetail(const Theme &theme, const Store &store, const OrderActions &actions,
                         QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_store(store)
    , m_actions(actions)
    , m_column(new QVBoxLayout(this))
    , m_number(new TextLabel(theme, 20, Theme::Weight::Bold, &Tokens::text))
    , m_due(new BadgeLabel(theme))
    , m_customer(elided(new TextLabel(theme, 15, Theme::Weight::Regular, &Tokens::text)))
    , m_product(elided(new TextLabel(theme, 14, Theme::Weight::Regular, &Tokens::text2)))
    , m_note(new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text2))
    , m_custom(new CustomFacts(theme, actions))
    , m_timeline(new StepTimelineView(theme))
    , m_nothing(new TextLabel(theme, 14, Theme::Weight::Regular, &Tokens::text3))
    , m_readOnly(new TextLabel(theme, 13, Theme::Weight::Regular, &Tokens::text2))
    , m_gotIt(new QPushButton)
    , m_copy(new QPushButton)
    , m_crm(new QPushButton)
{
    build();
    connect(m_copy, &QPushButton::clicked, this, &OrderDetail::copy);
    m_copied.setSingleShot(true);
    m_copied.setInterval(copiedShown);
    connect(&m_copied, &QTimer::timeout, this, &OrderDetail::refresh);
    connect(m_crm, &QPushButton::clicked, this, [this] { m_actions.openInCrm(m_orderId); });
    connect(m_gotIt, &QPushButton::clicked, this,
            [this] { m_actions.marks().acknowledge(m_orderId); });
    const auto follow = [this] {
        if (isVisible())
            refresh();
    };
    connect(&store, &Store::changed, this, follow);
    connect(&store, &Store::bookReplaced, this, follow);
    connect(&store, &Store::shopChanged, this, follow);
    connect(&actions.marks(), &StationMarks::changed, this, follow);
    connect(&theme, &Theme::sizesChanged, this, &OrderDetail::applySizes);
    connect(&theme, &Theme::colorsChanged, this, &OrderDetail::applySizes);
    applySizes();
    refresh();
}

void OrderDetail::build()
{
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_nothing->setAlignment(Qt::AlignCenter);
    m_nothing->setWordWrap(true);
    m_body = new QWidget;
    auto *body = new QVBoxLayout(m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(makeHead());
    body->addWidget(new Divider(m_theme));
    body->addWidget(makeMiddle(), 1);
    body->addWidget(new Divider(m_theme));
    body->addWidget(makeFoot());
    m_column->addWidget(m_body, 1);
    m_column->addWidget(m_nothing, 1);
}

/// A part of the panel with the panel's padding.
QWidget *OrderDetail::makeBlock(QVBoxLayout *&column)
{
    auto *block = new QWidget;
    column = new QVBoxLayout(block);
    m_blocks.append(column);
    return block;
}

QWidget *OrderDetail::makeHead()
{
    QVBoxLayout *column = nullptr;
    QWidget *block = makeBlock(column);
    m_number->setTextInteractionFlags(Qt::TextSelectableByMouse);
    auto *first = new QHBoxLayout;
    first->addWidget(m_number, 1);
    first->addWidget(m_due);
    auto *second = new QHBoxLayout;
    second->setSpacing(14);
    second->addWidget(m_customer);
    second->addWidget(m_product, 1);
    column->addLayout(first);
    column->addLayout(second);
    return block;
}

QWidget *OrderDetail::makeFacts()
{
    QVBoxLayout *column = nullptr;
    QWidget *block = makeBlock(column);
    m_grid = new QGridLayout;
    for (int i = 0; i < int(std::size(facts)); ++i) {
        const Fact fact{new TextLabel(m_theme, 12, Theme::Weight::Regular, &Tokens::text2),
                        elided(new TextLabel(m_theme, 14, Theme::Weight::Regular, &Tokens::text))};
        auto *pair = new QVBoxLayout;
        pair->setSpacing(0);
        pair->addWidget(fact.name);
        pair->addWidget(fact.value);
        m_grid->addLayout(pair, i / factColumns, i % factColumns);
        m_grid->setColumnStretch(i % factColumns, 1);
        m_facts.append(fact);
    }
    m_note->setWordWrap(true);
    column->addLayout(m_grid);
    column->addWidget(m_note);
    column->addWidget(m_custom);
    return block;
}

QWidget *OrderDetail::makeSteps()
{
    QVBoxLayout *column = nullptr;
    QWidget *block = makeBlock(column);
    column->addWidget(m_timeline);
    return block;
}

/// The facts move with the steps: in large type there is no room for both.
QWidget *OrderDetail::makeMiddle()
{
    auto *scroll = new ScrollPane(m_theme);
    m_scroll = scroll;
    auto *inner = new QWidget;
    auto *column = new QVBoxLayout(inner);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeFacts());
    column->addWidget(new Divider(m_theme));
    column->addWidget(makeSteps());
    column->addStretch(1);
    scroll->hold(inner);
    return scroll;
}

QWidget *OrderDetail::makeFoot()
{
    QVBoxLayout *column = nullptr;
    QWidget *block = makeBlock(column);
    auto *row = new QHBoxLayout;
    row->setSpacing(8);
    m_readOnly->setWordWrap(true);
    row->addWidget(m_readOnly, 1);
    row->addWidget(m_gotIt);
    row->addWidget(m_copy);
    row->addWidget(m_crm);
    m_gotIt->setAutoDefault(false);
    m_gotIt->setObjectName(QStringLiteral("gotIt"));
    m_copy->setAutoDefault(false);
    m_crm->setAutoDefault(false);
    column->addLayout(row);
    return block;
}

void OrderDetail::applySizes()
{
    const int side = m_theme.px(Theme::panelPadding - 1);
    const int above = m_theme.px(10);
    for (QLayout *block : std::as_const(m_blocks)) {
        block->setContentsMargins(side, above, side, above);
        block->setSpacing(m_theme.px(6));
    }
    m_grid->setHorizontalSpacing(m_theme.px(8));
    m_grid->setVerticalSpacing(m_theme.px(12));
    m_custom->applySizes();
    // The style's own gap behind an icon does not grow with the text.
    const QSize size(m_theme.px(14 + 4), m_theme.px(14));
    const auto icon = [&](const char16_t *name) {
        QPixmap pixmap(size * devicePixelRatioF());
        pixmap.setDevicePixelRatio(devicePixelRatioF());
        pixmap.fill(Qt::transparent);
        QPainter painter(&pixmap);
        Icon(QString::fromUtf16(name))
            .paint(painter, QRect(0, 0, size.height(), size.height()), m_theme.liveTokens().text);
        return QIcon(pixmap);
    };
    m_copy->setIcon(icon(u"copy"));
    m_crm->setIcon(icon(u"external"));
    for (QPushButton *button : {m_copy, m_crm})
        button->setIconSize(size);
}

void OrderDetail::copy()
{
    const OrderActions::Copied copied = m_actions.copy({m_orderId});
    if (!copied.isDone)
        return showPlainTip(m_copy->mapToGlobal(m_copy->rect().bottomLeft()), copied.sentence,
                            m_copy);
    m_copiedText = copied.sentence;
    m_copied.start();
    refresh();
}

void OrderDetail::showOrder(CrmId orderId)
{
    m_orderId = orderId;
    m_copied.stop();
    refresh();
    if (isVisible())
        m_actions.marks().look(orderId);
}

void OrderDetail::refresh()
{
    const Order *order = m_store.book().order(m_orderId);
    m_body->setVisible(order != nullptr);
    m_nothing->setVisible(order == nullptr);
    if (order == nullptr)
        return showNone();
    showHead(*order);
    showFacts(*order);
    showSteps(*order);
    m_gotIt->setText(tr("Got it"));
    m_gotIt->setVisible(m_actions.marks().mustStop(*order));
    m_readOnly->setText(tr("Report work in the CRM"));
    m_copy->setText(m_copied.isActive() ? m_copiedText : tr("Copy"));
    m_crm->setText(tr("Open in the CRM"));
    m_crm->setVisible(m_actions.hasCrm());
}

void OrderDetail::showNone()
{
    m_nothing->setText(m_orderId.isNull() ? tr("Choose an order to see its steps")
                                          : tr("This order is gone"));
}

void OrderDetail::showHead(const Order &order)
{
    BoardRow row = entryOf(order).row;
    row.mustStop = m_actions.marks().mustStop(order);
    tellTime(row, {}, m_store.boardNow(), m_store.today());
    m_number->setText(format::orderNumber(order));
    m_due->setVisible(row.mustStop || isUrgent(row.due)); // a date alone stands among the facts
    m_due->show(dueBadge(row));
    m_customer->setText(order.customerName);
    m_customer->setVisible(!order.customerName.isEmpty());
    m_product->setText(format::productLine(row));
}

void OrderDetail::showFacts(const Order &order)
{
    const BoardRow row = entryOf(order).row;
    const QTimeZone zone = m_store.zone();
    for (int i = 0; i < int(std::size(facts)); ++i) {
        const QString value = facts[i] == OrderColumn::Due
            ? format::dateWithDay(order.deliveryDate)
            : cells::text(facts[i], {order, row, zone, {}});
        m_facts.at(i).name->setText(cells::title(facts[i]));
        m_facts.at(i).value->setText(value.isEmpty() ? tr("–") : value);
    }
    m_note->setText(order.note);
    m_note->setVisible(!order.note.isEmpty());
    m_custom->show(order, m_store.shop().fields);
}

void OrderDetail::showSteps(const Order &order)
{
    m_scroll->setAccessibleName(tr("Steps"));
    m_timeline->show(
        timelineOf(order, m_store.ready().joinSteps(), m_store.boardNow(), m_store.zone()));
}

void OrderDetail::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        refresh();
    QWidget::changeEvent(event);
}

void OrderDetail::showEvent(QShowEvent *event)
{
    refresh();
    m_actions.marks().look(m_orderId);
    QWidget::showEvent(event);
}

} // namespace pressboard::client
