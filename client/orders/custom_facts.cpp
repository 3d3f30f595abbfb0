// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/orders/custom_facts.h"

#include "client/models/custom_words.h"
#include "client/models/format.h"
#include "client/orders/link_button.h"
#include "client/orders/order_actions.h"
#include "client/text/text_label.h"
#include "shared/state/order.h"

#include <QGridLayout>

namespace pressboard::client {

/// More are no facts to read, but a list.
static constexpr qsizetype mostFacts = 100;

CustomFacts::CustomFacts(const Theme &theme, const OrderActions &actions, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_actions(actions)
    , m_grid(new QGridLayout(this))
{
    m_grid->setColumnStretch(0, 1);
    m_grid->setColumnStretch(1, 2);
    setVisible(false);
    applySizes();
}

void CustomFacts::applySizes()
{
    m_grid->setHorizontalSpacing(m_theme.px(4)); // under the second of three columns of facts
    m_grid->setVerticalSpacing(m_theme.px(4));
    m_grid->setContentsMargins(0, m_theme.px(8), 0, 0); // as far from the other facts as they are
    for (const Line &line : std::as_const(m_lines))
        putOnOneLine(line);
}

/// In the shop's order of its fields, and in the order of the steps.
QList<CustomFacts::Fact> CustomFacts::factsOf(const Order &order, const CustomFields &fields)
{
    QList<Fact> facts;
    for (const CustomField &field : fields.ofOrders) {
        if (const CustomValue value = order.custom->value(field.name); !value.isNull())
            facts.append({field.title, format::customFact(field, value), field, value});
    }
    for (const Step &step : order.steps) {
        for (const CustomField &field : fields.ofSteps) {
            if (const CustomValue value = step.details->custom->value(field.name); !value.isNull())
                facts.append({format::dotted({step.name, field.title}),
                              format::customFact(field, value), field, value});
        }
    }
    return facts;
}

void CustomFacts::show(const Order &order, const CustomFields &fields)
{
    const QList<Fact> facts =
        fields.isEmpty() ? QList<Fact>() : factsOf(order, fields).mid(0, mostFacts);
    setVisible(!facts.isEmpty());
    if (facts == m_facts)
        return;
    m_facts = facts;
    while (m_lines.size() < facts.size())
        addLine();
    for (qsizetype i = 0; i < m_lines.size(); ++i)
        fill(m_lines.at(i), facts.value(i));
}

void CustomFacts::addLine()
{
    const auto label = [this](int px, TextLabel::Ink ink) {
        return new TextLabel(m_theme, px, Theme::Weight::Regular, ink);
    };
    const Line line{label(12, &Tokens::text2), label(14, &Tokens::text), new LinkButton(m_theme)};
    line.title->setElides();
    line.text->setWordWrap(true);
    line.text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    const int row = int(m_lines.size());
    m_grid->addWidget(line.title, row, 0, Qt::AlignTop);
    m_grid->addWidget(line.text, row, 1);
    m_grid->addWidget(line.link, row, 1);
    connect(line.link, &QAbstractButton::clicked, this, [this, row] {
        m_actions.openLink(m_facts.value(row).field, m_facts.value(row).value);
    });
    putOnOneLine(line);
    m_lines.append(line);
}

/// The smaller letters of the title stand on the line of the larger ones.
void CustomFacts::putOnOneLine(const Line &line) const
{
    line.title->setContentsMargins(0, m_theme.px(2), 0, 0);
}

/// A link that may not be opened is a text.
void CustomFacts::fill(const Line &line, const Fact &fact)
{
    const bool isLink = !fact.field.link(fact.value).isEmpty();
    line.title->setText(fact.title);
    line.title->setVisible(!fact.title.isEmpty());
    line.text->setText(fact.text);
    line.text->setVisible(!isLink && !fact.text.isEmpty());
    line.link->setAddress(fact.text);
    line.link->setVisible(isLink);
    line.link->setAccessibleName(QStringLiteral("%1 %2").arg(fact.title, fact.text));
}

} // namespace pressboard::client
