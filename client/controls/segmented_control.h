// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QWidget>

namespace pressboard::client {

class Theme;
struct Tokens;

/// One of a few, all in sight: 普通 | 完成 | 注意 | 重要.
class SegmentedControl final : public QWidget
{
    Q_OBJECT
public:
    struct Segment
    {
        QString text;
        Icon icon = {};
    };

    explicit SegmentedControl(const Theme &theme, QWidget *parent = nullptr);

    /// Not in a dialog but on a page: its colours drain with the board's.
    void setLive(bool live) { m_live = live; }
    void setSegments(const QList<Segment> &segments);
    int current() const { return m_current; } ///< -1: none
    void setCurrent(int index);
    /// None of them; nobody hears of it.
    void clearCurrent();
    const QList<Segment> &segments() const { return m_segments; }
    QRect rectOf(int index) const; ///< of a segment, in this widget

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

Q_SIGNALS:
    void currentChanged(int index);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    const Tokens &tokens() const;
    int widthOf(const Segment &segment) const;
    void paintSegment(QPainter &painter, const QRect &box, const Segment &segment,
                      bool current) const;

    const Theme &m_theme;
    QList<Segment> m_segments;
    int m_current = 0;
    bool m_live = true;
};

} // namespace pressboard::client
