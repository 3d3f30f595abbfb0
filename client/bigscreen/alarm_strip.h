// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class BigStyle;

/// An alarm for a whole hall, as words.
struct AlarmStripFacts
{
    QString text; ///< 2号机漏墨，请停机检查; empty: there is none
    QString state; ///< 还没有人处理, 已由李娜处理·2分钟
    QString origin; ///< 王芳·3分钟
    QString more; ///< +2
    bool isOpen = true; ///< filled; taken: quiet, with a red edge

    bool operator==(const AlarmStripFacts &) const = default;
};

/// The last line of a wall while an alarm stands, one row higher than without.
class AlarmStrip final : public QWidget
{
    Q_OBJECT
public:
    /// `side`: where the words begin, in the design's pixels. `style` must outlive it.
    AlarmStrip(const BigStyle &style, int side, QWidget *parent = nullptr);

    void show(const AlarmStripFacts &facts);
    const AlarmStripFacts &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int paintRight(QPainter &painter, const QRect &room, const QColor &ink,
                   const QColor &quiet) const;

    const BigStyle &m_style;
    const int m_side;
    AlarmStripFacts m_facts;
};

} // namespace pressboard::client
