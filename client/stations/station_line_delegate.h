// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace pressboard::client {

class Store;
class Theme;
struct StationEntry;

/// Paints whole lines of 终端: how it is by a shape, its name, who, what kind, which version.
class StationLineDelegate final : public QStyledItemDelegate
{
    Q_OBJECT
public:
    static constexpr int rowTall = 36;

    /// Both must outlive it.
    StationLineDelegate(const Theme &theme, const Store &store, QObject *parent = nullptr);

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// What stands above the lines, in a line of `box`.
    void paintNames(QPainter &painter, const QRect &box) const;

private:
    enum Column { Name, User, Kind, Version, State, columns };
    /// In a window that is narrow for its letters; the columns but Name and State are one then.
    bool hasTwoLines(int width) const;
    QRect cell(const QRect &row, Column column) const;
    QColor ink(const StationEntry &entry) const;
    void paintColumns(QPainter &painter, const QRect &row, const StationEntry &entry) const;
    void paintTwoLines(QPainter &painter, const QRect &row, const StationEntry &entry) const;
    void paintName(QPainter &painter, const QRect &row, const StationEntry &entry) const;
    void paintDot(QPainter &painter, const QRect &row, const StationEntry &entry) const;
    void paintVersion(QPainter &painter, const QRect &box, const StationEntry &entry,
                      const QColor &ink) const;
    void paintState(QPainter &painter, const QRect &box, const StationEntry &entry,
                    bool isAlone) const;
    void paintSecondLine(QPainter &painter, const QRect &box, const StationEntry &entry) const;

    const Theme &m_theme;
    const Store &m_store;
};

} // namespace pressboard::client
