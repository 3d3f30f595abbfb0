// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStyledItemDelegate>

namespace pressboard::client {

class Theme;

/// Paints the rows of the notices panel's lists, and above the first of each section its heading.
class FeedDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    explicit FeedDelegate(const Theme &theme, QObject *parent = nullptr);

    void setWidth(int width);
    /// Texts, sizes or the language changed: heights are measured anew.
    void forget() { m_heights.clear(); }

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    /// Where the button of the row stands that is painted in `row`; null: it has none.
    QRect actIn(const QRect &row, const QModelIndex &index) const;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;

private:
    bool hasHeading(const QModelIndex &index) const;
    int headingHeight(const QModelIndex &index) const;
    void paintHeading(QPainter &painter, const QRect &box, const QModelIndex &index) const;
    void paintGround(QPainter &painter, const QRect &box, const QStyleOptionViewItem &option) const;

    const Theme &m_theme;
    int m_width = 360;
    /// By key. Hundreds of rows are laid out at every change; their words rarely differ.
    mutable QHash<QString, int> m_heights;
};

} // namespace pressboard::client
