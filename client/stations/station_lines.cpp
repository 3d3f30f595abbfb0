// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/stations/station_lines.h"

#include "client/stations/station_line_delegate.h"
#include "client/stations/station_table.h"
#include "client/theme/theme.h"

#include <QKeyEvent>

namespace pressboard::client {

StationLines::StationLines(const Theme &theme, const Store &store, StationTable &table,
                           QWidget *parent)
    : QListView(parent)
    , m_theme(theme)
    , m_table(table)
    , m_delegate(new StationLineDelegate(theme, store, this))
{
    setObjectName(QStringLiteral("stationLines"));
    setFrameShape(NoFrame);
    setUniformItemSizes(true);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerItem);
    viewport()->setAttribute(Qt::WA_Hover);
    setItemDelegate(m_delegate);
    setModel(&table);
    connect(selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!currentId().isEmpty())
            m_current = currentId();
        Q_EMIT chosen();
    });
    // A line that was chosen stays so where the order changes.
    connect(&table, &QAbstractItemModel::modelReset, this, [this] {
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (m_table.entry(row).row.id == m_current)
                setCurrentIndex(m_table.index(row));
        }
        Q_EMIT chosen();
    });
    connect(this, &QAbstractItemView::doubleClicked, this, &StationLines::renameWanted);
    connect(&theme, &Theme::colorsChanged, this, &StationLines::applyTheme);
    connect(&theme, &Theme::sizesChanged, this, [this] { scheduleDelayedItemsLayout(); });
    applyTheme();
}

QString StationLines::currentId() const
{
    return selectionModel()->hasSelection() ? currentIndex().data(StationTable::IdRole).toString()
                                            : QString();
}

void StationLines::applyTheme()
{
    QPalette colors = palette();
    colors.setColor(QPalette::Base, m_theme.tokens().surface);
    setPalette(colors);
    viewport()->update();
}

void StationLines::keyPressEvent(QKeyEvent *event)
{
    const bool renames = event->key() == Qt::Key_F2 || event->key() == Qt::Key_Return
        || event->key() == Qt::Key_Enter;
    if (renames && !currentId().isEmpty())
        return Q_EMIT renameWanted();
    QListView::keyPressEvent(event);
}

} // namespace pressboard::client
