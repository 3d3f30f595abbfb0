// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/stations/station_entry.h"

#include <QAbstractListModel>
#include <QMap>

namespace pressboard::client {

/// 终端: every station the server knows, trouble first, then by name. Fed by the messages of the
/// wire; shows all of them, or those with one kind of trouble.
class StationTable final : public QAbstractListModel
{
    Q_OBJECT
public:
    enum class Shown { All, Online, Offline, Dark, Old };
    enum Role {
        EntryRole = Qt::UserRole + 1, ///< StationEntry
        IdRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// DisplayRole: all of it as a sentence.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    const StationEntry &entry(int row) const { return m_rows.at(row); }

    /// All of them in parts, or some that changed.
    void take(const protocol::Stations &stations);
    void clear();
    void show(Shown shown);
    Shown shown() const { return m_shown; }
    int count(Shown shown) const; ///< of all, whatever is shown
    QString newestVersion() const { return m_newest; } ///< empty: no station

Q_SIGNALS:
    void counted();

private:
    void revise();
    QList<StationEntry> entries() const;
    static bool isShown(const StationEntry &entry, Shown shown);

    QMap<QString, protocol::Stations::Row> m_stations; ///< by ID
    QMap<QString, protocol::Stations::Row> m_arriving; ///< parts of a whole list
    QString m_newest;
    Shown m_shown = Shown::All;
    QList<StationEntry> m_all; ///< in their order
    QList<StationEntry> m_rows; ///< of these, what is shown
};

} // namespace pressboard::client
