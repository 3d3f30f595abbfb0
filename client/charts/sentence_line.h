// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/answers/told.h"
#include "client/text/wrapped_text.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// The sentence that answers a card's question. Its numbers are doors: the pointer shows it, a
/// click or Enter opens what one counts, the arrow keys go from one to the next.
class SentenceLine final : public QWidget
{
    Q_OBJECT
public:
    explicit SentenceLine(const Theme &theme, QWidget *parent = nullptr);

    void tell(const Told &told);
    const Told &told() const { return m_told; }
    WrappedText text() const;

    /// Around the number; one that is broken over two lines is where it begins.
    QRect doorRect(int door) const;
    int currentDoor() const { return m_current; } ///< -1: none

Q_SIGNALS:
    void chosen(pressboard::client::Counts what);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int doorAt(const QPoint &point) const;
    int doorAfter(int key) const;
    void setHovered(int door);
    void setCurrent(int door);
    void describe();

    const Theme &m_theme;
    Told m_told;
    int m_hovered = -1;
    int m_current = -1;
};

} // namespace pressboard::client
