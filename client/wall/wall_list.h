// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/wall/page_turner.h"
#include "client/wall/wall_row.h"

#include <QWidget>

namespace pressboard::client {

class WallStyle;

/// What a list of the wall shows: its title, and all of its rows.
struct WallListFacts
{
    QString title; ///< 进行中
    QString count; ///< 27, or 25 / 27
    QString stepTitle; ///< 工序, 卡在
    QString elapsedTitle; ///< 已用时; empty: the list has neither 操作员 nor 已用时
    QString empty; ///< what stands there when nothing does
    bool showsProduct = true;
    QList<WallRow> rows;

    bool operator==(const WallListFacts &) const = default;
};

/// A list on the wall: as many rows as it has room for, those of a second page by turning; what is
/// behind that is counted.
class WallList final : public QWidget
{
    Q_OBJECT
public:
    explicit WallList(const WallStyle &style, QWidget *parent = nullptr);

    /// How many rows the layout gives it.
    void setRoom(int rows);
    void show(const WallListFacts &facts);
    /// Turns the page when it is time; `now` is monotonic.
    void turn(std::chrono::milliseconds now);

    const QList<WallRow> &allRows() const { return m_facts.rows; }
    QList<WallRow> shownRows() const;
    const PageTurner &pages() const { return m_pages; }
    /// Rows that only the last line counts: 另有 154 单.
    int countedRows() const { return m_counted; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    struct Columns;
    Columns columns() const;
    template<typename Width> int widest(Width width) const;
    QRect rowRect(int line) const;
    void paintTitle(QPainter &painter, const Columns &columns) const;
    void paintRow(QPainter &painter, const QRect &box, const WallRow &row,
                  const Columns &columns) const;
    void paintName(QPainter &painter, const QRect &box, const WallRow &row) const;
    void describe();
    void fitPages();
    QStringList countWords() const;
    void paintCountLine(QPainter &painter, const QRect &box) const;

    const WallStyle &m_style;
    WallListFacts m_facts;
    PageTurner m_pages;
    int m_room = 0;
    int m_counted = 0;
};

} // namespace pressboard::client
