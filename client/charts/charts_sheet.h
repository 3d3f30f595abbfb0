// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/answers.h"
#include "client/answers/sentences.h"

#include <QWidget>

namespace pressboard::client {

class CallRows;
class ChartCard;
class ColumnChart;
class DurationRows;
class ForgottenRows;
class HandBar;
class OrderActions;
class Paper;
class QueueRows;
class RangeChoice;
class SegmentedControl;
class ShiftRows;
struct PrintJob;
class Theme;

/// The cards, in one, two or three columns by the width, as high as they need. The range
/// stands on the one card it is about: the others say themselves what time they speak of.
class ChartsSheet final : public QWidget
{
    Q_OBJECT
public:
    /// All must outlive the sheet.
    ChartsSheet(const Theme &theme, const Store &store, Answers &answers, OrderActions &actions,
                QWidget *parent = nullptr);

    /// Shows what the answers are now, in the language of now. `emptyText` says why there are no
    /// orders.
    void refresh(const QString &emptyText);
    /// Places the cards; the sheet becomes as high as they need, at least as high as `size`.
    void fit(QSize size);

    /// A card on a sheet of its own. The answers it shows are those of the moment it is printed at.
    PrintJob printJob(int card);
    const QList<ChartCard *> &cards() const { return m_cards; } ///< as they are read
    SegmentedControl &range() const;
    RangeChoice &choice() const { return *m_choice; }
    ShiftRows &shiftRows() const { return *m_shift; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    enum Card { Due, Queue, Finished, Forgotten, InHand, Durations, OnTime, Calls };

    void connectCharts();
    void openCounted(Counts what);
    void openForgottenOf(Counts what);
    void openAllFinished();
    void openAllInHand();
    void openAllCalls();
    void openStatus(OrderStatus status);
    void openDue(int column);
    void openQueue(int row);
    void openFinished(int column);
    void openShift(int row);
    void copyHandover();
    void openForgotten(int row);
    void openInHand(int part);
    void openDurations(int row);
    void openOnTime(int week);
    void openCalls(int row);

    void showCharts();
    void showWords();
    void showFinished();
    QString workNote() const;
    QString stamp() const;
    void paintOn(const Paper &paper, int card) const;
    sentence::Scope scope() const;
    /// Somebody can call for help in this shop, or could lately.
    bool hasCalls() const;

    const Theme &m_theme;
    const Store &m_store;
    Answers &m_answers;
    OrderActions &m_actions;
    ColumnChart *m_due;
    QueueRows *m_queue;
    ColumnChart *m_finished;
    ForgottenRows *m_forgotten;
    HandBar *m_inHand;
    DurationRows *m_durations;
    ColumnChart *m_onTime;
    ShiftRows *m_shift; ///< instead of m_finished, while a shift is asked about
    CallRows *m_calls;
    RangeChoice *m_choice;
    QList<ChartCard *> m_cards;
};

} // namespace pressboard::client
