// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/station/station_order_facts.h"

#include <QWidget>

namespace pressboard::client {

class StationStyle;

/// Over the four panels: one order whole, or what became of a scan. Painted in the station's sizes,
/// with nothing that wants a mouse; the one thing that can be touched is 知道了.
class StationCard final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int mostChoices = 5;

    /// One of several orders with the scanned code.
    struct Choice
    {
        CrmId orderId;
        QString words;
    };

    /// `style` must outlive the card.
    explicit StationCard(const StationStyle &style, QWidget *parent = nullptr);

    void showOrder(const StationOrderFacts &facts);
    /// No order has this code.
    void showMissing(const QString &code);
    /// Which of them is meant? They are numbered from 1.
    void showChoices(const QString &code, const QList<Choice> &choices);

    /// None: no order is shown.
    CrmId orderId() const { return m_order ? m_order->orderId : CrmId(); }
    const std::optional<StationOrderFacts> &order() const { return m_order; }
    const QString &missing() const { return m_missing; }
    const QList<Choice> &choices() const { return m_choices; }

Q_SIGNALS:
    void chosen(CrmId orderId); ///< one of the choices
    void gotIt(CrmId orderId); ///< 知道了 of 已取消·请停
    void closeWanted(); ///< touched elsewhere

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    void clear();
    QRect inner() const;
    QRect choiceRect(int index) const;
    QRect buttonRect() const;
    void paintOrder(QPainter &painter) const;
    int paintHead(QPainter &painter, int top) const;
    int paintHeld(QPainter &painter, int top) const;
    int titlesWidth() const;
    void paintTrack(QPainter &painter, int top, int height, const StationOrderTrack &track) const;
    void paintNote(QPainter &painter, int top) const;
    void paintButton(QPainter &painter) const;
    void paintMissing(QPainter &painter) const;
    void paintChoices(QPainter &painter) const;

    const StationStyle &m_style;
    std::optional<StationOrderFacts> m_order;
    QString m_code;
    QString m_missing; ///< the code no order has
    QList<Choice> m_choices;
};

} // namespace pressboard::client
