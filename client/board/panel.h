// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/column_table.h"

#include <QPointer>
#include <QWidget>

#include <optional>

class QAbstractItemModel;

namespace pressboard::client {

class FoldLine;
class MoreLine;
class OrderActions;
class PanelTitle;
class RowList;
class Theme;

/// A list with its title line and, below it, what folds into one line. Rows are never cut: a
/// list's height is a whole number of rows; where it goes on below, a line says how many follow.
class Panel final : public QWidget
{
    Q_OBJECT
public:
    /// Whether the folded rows show themselves when there is room, until somebody decides.
    enum class Fold { None, Closed, OpensWhenRoom };

    /// `theme` and `actions` must outlive it.
    Panel(const Theme &theme, ListKind kind, Fold fold, OrderActions &actions,
          QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *rows, QAbstractItemModel *folded = nullptr);
    void setPitch(int pitch);
    PanelTitle &title() const { return *m_title; }
    RowList &rows() const { return *m_rows; }
    MoreLine &moreLine() const { return *m_more; }
    /// Null when nothing folds here.
    RowList *foldedRows() const { return m_folded; }
    FoldLine *foldLine() const { return m_foldLine; }
    void setFoldText(const QString &text);
    /// What its lists say while they have no rows.
    void setEmptyText(const QString &text);
    ListKind kind() const { return m_kind; }

    /// Height of everything but the rows.
    int chrome() const;

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void follow(QAbstractItemModel *model);
    static void tellRowsBelow(RowList *list, MoreLine *more);
    void layOut();
    void placeList(RowList *list, MoreLine *more, const QRect &box) const;
    void placeOverFoldLine(MoreLine *more) const;
    bool isUnfolded(int mainRows, int room) const;

    const Theme &m_theme;
    ListKind m_kind;
    Fold m_fold;
    PanelTitle *m_title;
    RowList *m_rows;
    MoreLine *m_more;
    FoldLine *m_foldLine = nullptr;
    RowList *m_folded = nullptr;
    MoreLine *m_moreFolded = nullptr;
    std::optional<bool> m_userUnfolded;
    int m_pitch = 40;
};

} // namespace pressboard::client
