// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/tokens.h"

#include <QFont>
#include <QObject>
#include <QPalette>
#include <QSize>

namespace pressboard::client {

/// What everything looks like: colours, type and sizes. Delegates and painted widgets read it
/// directly; standard controls get its palette. Handed in to whoever paints, there is no global
/// one. Lengths are given in the design's logical pixels and come back scaled.
class Theme : public QObject
{
    Q_OBJECT
public:
    enum class Weight { Regular, Bold }; ///< the families have no others
    static constexpr int windowMargin = 12;
    static constexpr int panelPadding = 16; ///< including the border
    static constexpr int badgeRadius = 3;
    static constexpr int controlRadius = 4;
    static constexpr int panelRadius = 6;

    explicit Theme(QObject *parent = nullptr);

    /// The board's colours: drained while stale.
    const Tokens &tokens() const { return tokensFor(m_dark, m_stale); }
    /// Colours of what is true whatever the board's state: banner, toasts, dialogs, menus.
    const Tokens &liveTokens() const { return tokensFor(m_dark, false); }
    bool isDark() const { return m_dark; }
    bool isStale() const { return m_stale; }

    /// From 1600 wide the board is drawn roomier: three columns, larger numbers.
    bool isRoomy() const { return m_roomy; }
    /// An unscaled 4K window draws the 1920×1080 design twice as large.
    double scale() const { return m_scale; }
    int px(int design) const { return qRound(design * m_scale); }

    QFont font(int designPx, Weight weight = Weight::Regular) const;
    QPalette palette() const;

    void setDark(bool dark);
    void setStale(bool stale);
    /// The main window's size decides how large and how roomy the board is drawn.
    void fit(QSize window);
    /// What the user asked for on top of that, in percent.
    void setTextScale(int percent);

Q_SIGNALS:
    void colorsChanged();
    void sizesChanged();

private:
    bool m_dark = false;
    bool m_stale = false;
    bool m_roomy = false;
    QSize m_window;
    double m_textScale = 1.0;
    double m_scale = 1.0;
    QStringList m_families;
};

} // namespace pressboard::client
