// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/orders/step_timeline.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// An order's steps, painted: cover and content beside each other, a mark for each step's state,
/// and a line from the end of the cover to the step that waits for it.
class StepTimelineView final : public QWidget
{
    Q_OBJECT
public:
    explicit StepTimelineView(const Theme &theme, QWidget *parent = nullptr);

    void show(const StepTimeline &timeline);
    const StepTimeline &timeline() const { return m_timeline; }

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }
    bool hasHeightForWidth() const override { return true; }
    int heightForWidth(int width) const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;

private:
    /// Where a track stands; under each other where there is no room beside each other.
    QList<QRect> tracks(int width) const;
    int wantedTrack() const; ///< how wide all of them can be read
    QFont nameFont(const TimelineStep &step) const;
    QRect rowBox(const QRect &track, int row) const;
    void paintTrack(QPainter &painter, const QRect &box, const TimelineTrack &track) const;
    void paintStep(QPainter &painter, const QRect &row, const TimelineStep &step) const;
    void paintMark(QPainter &painter, const QPoint &center, TimelineStep::State state) const;
    void paintJoin(QPainter &painter) const;
    const TimelineStep *stepAt(const QPoint &position) const;

    const Theme &m_theme;
    StepTimeline m_timeline;
};

} // namespace pressboard::client
