// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace pressboard::client {

class Theme;

/// A small button that stands on a coloured ground: the banner's and the toasts'. Its colours
/// come from the ground, not from the palette.
class OutlineButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit OutlineButton(const Theme &theme, QWidget *parent = nullptr);

    void setColors(const QColor &ink, const QColor &border, const QColor &ground);
    QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    QColor m_ink;
    QColor m_border;
    QColor m_ground;
};

} // namespace pressboard::client
