// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QListView>
#include <QPersistentModelIndex>

#include <optional>

namespace pressboard::client {

class Feed;
class FeedDelegate;
class NewRowsChip;
class OrderActions;
class Theme;

/// A list of the notices panel. At its top it follows what comes; once somebody scrolled away, what
/// he reads stays where it is, and a chip counts what came above.
class FeedList final : public QListView
{
    Q_OBJECT
public:
    /// All must outlive it.
    FeedList(const Theme &theme, Feed &feed, OrderActions &actions, QWidget *parent = nullptr);

    /// What a screen reader calls it.
    void setName(const QString &name);
    void setEmptyText(const QString &text);
    const QString &emptyText() const { return m_emptyText; }
    NewRowsChip &chip() const { return *m_chip; }
    /// Rows that can be read whole right now.
    QModelIndexList rowsInSight() const;
    void keyboardSearch(const QString &letters) override;

Q_SIGNALS:
    void typed(const QString &letters);
    /// A click or Enter on the row.
    void chosen(const QModelIndex &row);
    /// Its button was pressed; by Enter, too, where there is one.
    void acted(const QModelIndex &row);

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void updateGeometries() override;
    void changeEvent(QEvent *event) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int first, int last) override;

private:
    void paintEmpty(QPainter &painter) const;
    void applyTheme();
    void measureAnew();
    void followFeed();
    bool chooseByKey(const QKeyEvent &event);
    bool isOnAct(const QPoint &at) const;
    void holdUpperRow();
    void countNew(int first, int last);
    void noteScroll();
    void placeChip();

    const Theme &m_theme;
    Feed &m_feed;
    OrderActions &m_actions;
    FeedDelegate *m_delegate;
    NewRowsChip *m_chip;
    QString m_emptyText;
    QPersistentModelIndex m_held; ///< the uppermost row somebody reads
    QPoint m_clickedAt; ///< in the viewport
    int m_heldTop = 0; ///< where it stood in the viewport
};

} // namespace pressboard::client
