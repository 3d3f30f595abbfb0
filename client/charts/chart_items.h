// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class Theme;

/// What all charts have in common: they are made of items (columns, rows, parts of a bar). The
/// pointer over one shows its value, a click or Enter leads to the orders behind it, the arrow
/// keys go from one to the next, and a screen reader hears its value.
class ChartItems : public QWidget
{
    Q_OBJECT
public:
    explicit ChartItems(const Theme &theme, QWidget *parent = nullptr);

    virtual int itemCount() const = 0;
    /// Its name and value: "12-01: 9 单".
    virtual QString itemText(int item) const = 0;
    virtual QRect itemRect(int item) const = 0;
    /// The height it needs at a width; it may be given more.
    virtual int heightNeeded(int width) const = 0;

    /// What a screen reader calls it, and hears while no item is chosen.
    void setAnswer(const QString &question, const QString &sentence);
    /// Stands in the middle while there is no item.
    void setEmptyText(const QString &text);
    int currentItem() const { return m_current; } ///< -1: none
    /// Without what the pointer and the keyboard leave on it, for a picture; at the origin.
    void paintPlain(QPainter &painter);
    /// All items with their values, one a line.
    QString allTexts() const;

Q_SIGNALS:
    void chosen(int item);

protected:
    const Theme &theme() const { return m_theme; }
    /// All items, of which there is at least one.
    virtual void paintItems(QPainter &painter) = 0;
    /// After the items changed.
    void itemsChanged();

    void paintEvent(QPaintEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    int itemAt(const QPoint &position) const;
    void setHovered(int item);
    void setCurrent(int item);
    void describe();
    void paintFocus(QPainter &painter) const;

    const Theme &m_theme;
    QString m_sentence;
    QString m_emptyText;
    int m_hovered = -1;
    int m_current = -1;
};

} // namespace pressboard::client
