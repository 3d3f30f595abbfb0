// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/theme_choice.h"
#include "client/theme/theme.h"

#include <QColor>
#include <QObject>

class QPainter;

namespace pressboard::client {

struct TextLine;

/// What is read from metres away is drawn with this: the theme's family and colours in a scale of
/// its own. The user's text size and the window's do not change such a screen, its own size and
/// distance do; and it may be light or dark whatever the desk is.
class BigStyle : public QObject
{
    Q_OBJECT
public:
    using Weight = Theme::Weight;

    const Tokens &tokens() const; ///< drained while stale
    const Tokens &liveTokens() const;
    double scale() const { return m_scale; }
    int px(int design) const { return qRound(design * m_scale); }
    QFont font(int design, Weight weight = Weight::Regular) const;

    /// ThemeChoice::Auto: as the desk.
    void setLook(ThemeChoice look);

    TextLine text(const QString &text, int design, const QColor &color,
                  Weight weight = Weight::Regular) const;
    /// Smaller where `width` is too little for it, but never under `least`.
    TextLine fitting(const QString &text, int design, int least, int width, const QColor &color,
                     Weight weight = Weight::Regular) const;
    /// A horizontal line of the design's one pixel, at least one of the screen's.
    void paintRule(QPainter &painter, int left, int top, int width, const QColor &color) const;
    void paintVertical(QPainter &painter, int left, int top, int height, const QColor &color) const;
    /// A panel with the theme's border and corners.
    void paintPanel(QPainter &painter, const QRect &box) const;

Q_SIGNALS:
    void changed(); ///< sizes or colours

protected:
    /// `theme` must outlive the style.
    explicit BigStyle(const Theme &theme, QObject *parent = nullptr);

    void setScale(double scale); ///< device pixels per pixel of the design

private:
    bool isDark() const;

    const Theme &m_theme;
    ThemeChoice m_look = ThemeChoice::Auto;
    double m_scale = 1.0;
};

} // namespace pressboard::client
