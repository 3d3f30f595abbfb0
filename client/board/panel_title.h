// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/column_table.h"
#include "client/models/row_view.h"

#include <QWidget>

namespace pressboard::client {

class Theme;
class TitleButton;

/// A list's name, its count, how it is narrowed, and the names of its columns in one line: no
/// second header row. A click on a column's name sorts by it, the next turns it round, the third
/// gives the usual order back.
class PanelTitle final : public QWidget
{
    Q_OBJECT
public:
    PanelTitle(const Theme &theme, ListKind kind, QWidget *parent = nullptr);

    /// `aside` stands at the right where no column is named: 今天 14.
    void show(const QString &title, const QString &count, const QString &aside = {});
    const QString &title() const { return m_title; }
    const QString &count() const { return m_count; }

    /// `mySteps` have a name of their own: 我的工序.
    void setView(const RowView &view, const QStringList &mySteps);
    const RowView &view() const { return m_view; }
    TitleButton &filterButton() const { return *m_filter; }
    TitleButton &allButton() const { return *m_all; }
    /// All of it can be read as it stands now.
    bool fits() const;

Q_SIGNALS:
    void viewChanged(const pressboard::client::RowView &view);
    void choiceRequested(const QPoint &globalPos);
    void asideChosen(); ///< somebody wants to see what it counts

protected:
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void sortBy(RowSort::By by);
    void layOut();
    void describe();
    void retranslate();
    QString filterWords() const;
    QList<ColumnTable::Place> namedColumns() const;
    RowSort::By sortAt(const QPoint &point) const;
    QRect asideBox() const;
    int namesFrom() const;
    void paintName(QPainter &painter, const ColumnTable::Place &place) const;

    const Theme &m_theme;
    ColumnTable m_columns;
    QString m_title;
    QString m_count;
    QString m_aside;
    RowView m_view;
    QStringList m_mySteps;
    TitleButton *m_filter;
    TitleButton *m_all;
};

} // namespace pressboard::client
