// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/theme.h"
#include "client/wall/wall_layout.h"

#include <QColor>
#include <QObject>
#include <QRect>

class QPainter;

namespace pressboard::client {

struct TextLine;

/// What the wall is drawn with: the theme's colours and family in the wall's own scale. The
/// user's text size and the window's do not change a wall, its screen does.
class WallStyle final : public QObject
{
    Q_OBJECT
public:
    using Weight = Theme::Weight;

    // The sizes of type, in the design's pixels. Nothing on a wall is smaller than `small`.
    static constexpr int number = 96;
    static constexpr int call = 64; ///< of WallCall
    static constexpr int clock = 44;
    static constexpr int row = 40;
    static constexpr int label = 34;
    static constexpr int line = 32;
    static constexpr int small = 30;

    /// `theme` must outlive the style.
    explicit WallStyle(const Theme &theme, QObject *parent = nullptr);

    const Tokens &tokens() const { return m_theme.tokens(); }
    const Tokens &liveTokens() const { return m_theme.liveTokens(); }
    const WallLayout &layout() const { return m_layout; }
    int px(int design) const { return m_layout.px(design); }
    QFont font(int design, Weight weight = Weight::Regular) const;

    TextLine text(const QString &text, int design, const QColor &color,
                  Weight weight = Weight::Regular) const;
    /// Smaller where `width` is too little for it, but never under `small`.
    TextLine fitting(const QString &text, int design, int width, const QColor &color,
                     Weight weight = Weight::Regular) const;
    /// A horizontal line of the design's one pixel, at least one of the screen's.
    void paintRule(QPainter &painter, int left, int top, int width, const QColor &color) const;
    void paintVertical(QPainter &painter, int left, int top, int height, const QColor &color) const;

    void fit(QSize screen);

Q_SIGNALS:
    void changed(); ///< sizes or colours

private:
    const Theme &m_theme;
    WallLayout m_layout;
};

} // namespace pressboard::client
