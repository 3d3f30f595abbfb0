// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/answers.h"

#include <QWidget>

class QPushButton;

namespace pressboard::client {

class SegmentedControl;
class Theme;
struct FlowRow;

/// Of what time the card tells: a range, or one of the shifts the shop has; beside a shift, 交接班
/// takes it along as a text. Breaks into lines where the card is narrow.
class RangeChoice final : public QWidget
{
    Q_OBJECT
public:
    explicit RangeChoice(const Theme &theme, QWidget *parent = nullptr);

    /// What there is to choose from, and what is chosen, in the language of now.
    void show(const Answers &answers);
    /// What became of 交接班.
    void sayOfHandover(const QString &sentence);

    SegmentedControl &ranges() const { return *m_ranges; }
    SegmentedControl &shifts() const { return *m_shifts; }
    QPushButton &handover() const { return *m_handover; }

    QSize sizeHint() const override;
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

Q_SIGNALS:
    void rangeChosen(pressboard::client::TimeRange range);
    void shiftChosen(pressboard::client::ShiftPick pick);
    void handoverWanted();

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void showRanges(const Answers &answers);
    void showShifts(const Answers &answers);
    QList<FlowRow> rows(int width) const;
    QList<QWidget *> shown() const;
    int lineHeight() const;
    void layOut();

    const Theme &m_theme;
    SegmentedControl *m_ranges;
    SegmentedControl *m_shifts;
    QPushButton *m_handover;
    QList<ShiftPick> m_picks;
};

} // namespace pressboard::client
