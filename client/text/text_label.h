// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/theme.h"

#include <QLabel>

namespace pressboard::client {

/// A text in one of the theme's sizes and colours, which follows it: when it is drained, darkened
/// or scaled. Text of events is never more than plain text.
class TextLabel final : public QLabel
{
    Q_OBJECT
public:
    using Ink = QColor Tokens::*;

    TextLabel(const Theme &theme, int designPx, Theme::Weight weight, Ink ink,
              QWidget *parent = nullptr);

    /// One line that gives way; what does not fit is in the tooltip.
    void setElides();

    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void applyTheme();

    const Theme &m_theme;
    int m_designPx;
    Theme::Weight m_weight;
    Ink m_ink;
    bool m_elides = false;
};

} // namespace pressboard::client
