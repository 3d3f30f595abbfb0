// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class WallStyle;

/// The wall's last line, as words.
struct WallStripFacts
{
    QString icon; ///< of resources/icons
    QString title; ///< 通知·王芳
    QString text;
    QString time; ///< 10:15
    bool alarm = false; ///< 重要: filled, until it expires

    bool operator==(const WallStripFacts &) const = default;
};

/// The newest notice that is valid, else what changed last.
class WallStrip final : public QWidget
{
    Q_OBJECT
public:
    explicit WallStrip(const WallStyle &style, QWidget *parent = nullptr);

    void show(const WallStripFacts &facts);
    const WallStripFacts &facts() const { return m_facts; }
    /// In place of all that while somebody holds Esc or moved the mouse: how one gets out, and
    /// how much of the way is done, from 0 to 1; negative: nobody asks.
    void showWayOut(double held);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintWayOut(QPainter &painter) const;

    const WallStyle &m_style;
    WallStripFacts m_facts;
    double m_held = -1;
};

} // namespace pressboard::client
