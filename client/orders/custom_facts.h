// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/custom_fields.h"

#include <QWidget>

class QGridLayout;

namespace pressboard {
struct Order;
}

namespace pressboard::client {

class LinkButton;
class OrderActions;
class TextLabel;
class Theme;

/// What the shop's own fields say of an order and of its steps, a line each; hidden where they say
/// nothing. A link is opened by who clicks it, or presses it with the keyboard, and by nobody else.
class CustomFacts final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive it.
    CustomFacts(const Theme &theme, const OrderActions &actions, QWidget *parent = nullptr);

    void show(const Order &order, const CustomFields &fields);
    void applySizes();

private:
    struct Fact
    {
        QString title; ///< 纸张; of a step 覆膜·印版
        QString text;
        CustomField field;
        CustomValue value;
        bool operator==(const Fact &) const = default;
    };
    struct Line
    {
        TextLabel *title;
        TextLabel *text;
        LinkButton *link;
    };

    static QList<Fact> factsOf(const Order &order, const CustomFields &fields);
    void addLine();
    void putOnOneLine(const Line &line) const;
    void fill(const Line &line, const Fact &fact);

    const Theme &m_theme;
    const OrderActions &m_actions;
    QGridLayout *m_grid;
    QList<Line> m_lines; ///< as many as ever were needed
    QList<Fact> m_facts; ///< what stands there
};

} // namespace pressboard::client
