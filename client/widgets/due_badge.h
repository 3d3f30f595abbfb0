// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/badge.h"

#include <QWidget>

namespace pressboard::client {

/// A badge that stands by itself: when the order beside it is due.
class DueBadge final : public QWidget
{
    Q_OBJECT
public:
    explicit DueBadge(const Theme &theme, QWidget *parent = nullptr);

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
