// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/badge.h"

#include <QWidget>

namespace pressboard::client {

/// A badge as a widget of its own.
class BadgeLabel final : public QWidget
{
    Q_OBJECT
public:
    explicit BadgeLabel(const Theme &theme, QWidget *parent = nullptr);

    void show(const Badge &badge);
    QSize sizeHint() const override;
    QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const Theme &m_theme;
    Badge m_badge;
};

} // namespace pressboard::client
