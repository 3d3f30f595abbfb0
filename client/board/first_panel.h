// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

struct LinkFacts;

/// What stands above the board's own lists, where somebody wants it there: 今日必交. The board
/// gives it room; it knows nothing of it.
class FirstPanel : public QWidget
{
    Q_OBJECT
public:
    using QWidget::QWidget;

    /// The height it wants there; 0: it has nothing to show, or the room is too little.
    virtual int heightWithin(QSize room) const = 0;
    virtual void refresh(const LinkFacts &link, bool isSearched) = 0;

Q_SIGNALS:
    void typed(const QString &letters);
};

} // namespace pressboard::client
