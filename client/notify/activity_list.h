// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/activity_record.h"
#include "shared/base/crm_id.h"
#include "shared/base/time.h"

#include <QAbstractListModel>
#include <QDateTime>
#include <QMetaType>

#include <deque>
#include <memory>

namespace pressboard::client {

/// One line of 动态.
struct ActivityEntry
{
    enum class Kind {
        News, ///< a change, in words
        Import, ///< orders a program brought in, not one by one
        Gap, ///< the board was not live: what is above and below did not follow each other
    };
    Kind kind = Kind::News;
    quint64 key = 0; ///< its own for as long as the program runs
    Moment at; ///< a gap's: when it ended, or began while it lasts
    News news; ///< empty unless News
    int imported = 0; ///< orders
    OptionalMoment gapFrom; ///< 数据截至 as the board went stale; null: there was no data before
    bool gapEnded = false;
    bool gapFilled = false; ///< what happened meanwhile came later, one by one
};

/// 动态: the last changes, newest first, also those that made no toast, and where the board was
/// not live in between.
class ActivityList : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int most = 500;
    /// Imports that follow each other within this are one.
    static constexpr std::chrono::milliseconds importPause = std::chrono::minutes(10);
    /// A cut that is over sooner and lost nothing is not worth a line.
    static constexpr std::chrono::milliseconds shortestGap = std::chrono::seconds(10);
    enum Role {
        EntryRole = Qt::UserRole + 1, ///< ActivityEntry
        KeyRole, ///< its key
        TimeRole,
        TitleRole,
        TextRole,
        KindRole,
        OrderIdRole,
    };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// TimeRole: QDateTime in UTC. KindRole: ToastKind as int. OrderIdRole: may be invalid.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;
    const ActivityEntry &entry(int row) const { return m_lines[size_t(row)].entry; }
    /// The last change; null while there is none.
    const ActivityEntry *newestNews() const;

    /// All news of one event. `record` tells them again in another language; null: nothing can.
    void add(const QList<News> &all, Moment at, std::shared_ptr<const ActivityRecord> record);
    void addImported(CrmId orderId, Moment at);
    /// The board is not live any more; `asOf`: 数据截至, null when there is no data at all.
    void goStale(OptionalMoment asOf);
    /// It is again. `filled`: what happened meanwhile was told, event by event.
    void goLive(Moment now, bool filled);
    /// Another log: what is listed never happened there.
    void clear();
    /// The language is another one.
    void tellAgain();

private:
    struct Line
    {
        ActivityEntry entry;
        std::shared_ptr<const ActivityRecord> record; ///< null: nothing to tell again
        int part = 0; ///< which of its news
    };
    void prepend(Line line);
    void removeRow(int row);
    int rowOf(quint64 key) const; ///< -1: fell out of the list
    void endGap(int row, Moment now, bool filled);

    std::deque<Line> m_lines; ///< newest first
    quint64 m_lastKey = 0;
    quint64 m_importKey = 0; ///< the import that may still grow
    QSet<CrmId> m_imported; ///< its orders
    Moment m_lastImport;
    quint64 m_gapKey = 0; ///< the gap that lasts; 0: the board is live
};

} // namespace pressboard::client

Q_DECLARE_METATYPE(pressboard::client::ActivityEntry)
