// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/badge.h"
#include "client/text/text_line.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// One number of the strip: a label, the number, and what belongs beside it. The number is a door
/// to what it counts, and so is each badge and what stands beside where that counts, too.
class NumberCell final : public QWidget
{
    Q_OBJECT
public:
    NumberCell(const Theme &theme, bool first, QWidget *parent = nullptr);

    /// "–" stands for a number nobody told us yet.
    void show(const QString &label, const QString &number, const QString &aside,
              const QList<Badge> &badges = {}, bool isAsideDoor = false);
    /// Doors are numbered: the number itself, then the badges, then what stands beside.
    static constexpr int numberDoor = 0;
    /// Those in sight that lead somewhere: behind 0 there is nothing.
    QList<int> doors() const;
    QString doorText(int door) const;
    QRect doorRect(int door) const;
    /// Paints the keyboard's ring around it; -1: around none.
    void setFocusedDoor(int door);

    const QString &label() const { return m_label; }
    const QString &number() const { return m_number; }
    const QString &aside() const { return m_aside; }
    const QList<Badge> &badges() const { return m_badges; }

    /// In one low line, for low windows: label and number alone.
    void setLow(bool low);
    /// Room for its number and everything beside it.
    int wantedWidth() const;
    /// Room for its label and its number.
    int leastWidth() const;
    bool labelFits() const;

Q_SIGNALS:
    void chosen(int door);

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    /// Everything's place; what has no room has none.
    struct Places
    {
        QRect label;
        QRect number;
        QList<QRect> badges;
        QRect aside;
    };
    Places places() const;
    int doorAt(const QPoint &point) const;
    void setHovered(int door);
    bool leads(const QString &text) const;
    void paintDoor(QPainter &painter) const;
    TextLine asideLine() const;
    void paintLow(QPainter &painter) const;
    TextLine numberLine() const;
    void describe();
    bool isNarrow() const;
    TextLine labelLine() const;

    const Theme &m_theme;
    bool m_first;
    bool m_low = false;
    QString m_label;
    QString m_number;
    QString m_aside;
    QList<Badge> m_badges;
    bool m_isAsideDoor = false;
    int m_hovered = -1;
    int m_focused = -1;
};

} // namespace pressboard::client
