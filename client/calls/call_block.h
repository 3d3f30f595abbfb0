// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"

#include <QAbstractButton>

namespace pressboard::client {

class BigStyle;

/// A button that a glove hits.
class CallBlock final : public QAbstractButton
{
    Q_OBJECT
public:
    enum class Ground {
        Foot, ///< part of the last line, a hairline before it
        Panel, ///< stands by itself
        Ink, ///< what is meant to be pressed
    };
    /// `style` must outlive it.
    CallBlock(const BigStyle &style, Ground ground, QWidget *parent = nullptr);

    /// In the design's pixels.
    void setSizes(int text, int icon);
    void setMark(const Icon &mark);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const BigStyle &m_style;
    const Ground m_ground;
    Icon m_mark;
    int m_text = 46;
    int m_icon = 40;
};

} // namespace pressboard::client
