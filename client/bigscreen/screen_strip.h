// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class BigStyle;

/// The last line, as words.
struct ScreenStripFacts
{
    QString icon; ///< of resources/icons
    QString title; ///< 通知·王芳
    QString text;
    QString time; ///< 10:15
    bool alarm = false; ///< 重要: filled, until it expires

    bool operator==(const ScreenStripFacts &) const = default;
};

/// The sizes of the last line, in the design's pixels.
struct ScreenStripSizes
{
    int side;
    int text;
    int time;
    int icon;
};

/// The last line of a screen that is read from metres away: the newest notice that is valid, else
/// what changed last.
class ScreenStrip final : public QWidget
{
    Q_OBJECT
public:
    ScreenStrip(const BigStyle &style, const ScreenStripSizes &sizes, QWidget *parent = nullptr);

    void show(const ScreenStripFacts &facts);
    const ScreenStripFacts &facts() const { return m_facts; }
    /// In place of all that while somebody holds Esc or moved the mouse: how one gets out, and
    /// how much of the way is done, from 0 to 1; negative: nobody asks.
    void showWayOut(double held);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWayOut(QPainter &painter) const;

    const BigStyle &m_style;
    const ScreenStripSizes m_sizes;
    ScreenStripFacts m_facts;
    double m_held = -1;
};

} // namespace pressboard::client
