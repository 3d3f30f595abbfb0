// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"
#include "shared/base/time.h"

#include <QAbstractListModel>
#include <QDateTime>

#include <deque>

namespace pressboard::client {

/// 动态: the last changes, newest first, also those that made no toast.
class ActivityList : public QAbstractListModel
{
    Q_OBJECT
public:
    static constexpr int most = 500;
    enum Role { TimeRole = Qt::UserRole + 1, TitleRole, TextRole, KindRole, OrderIdRole };

    using QAbstractListModel::QAbstractListModel;

    int rowCount(const QModelIndex &parent = {}) const override;
    /// TimeRole: QDateTime in UTC. KindRole: ToastKind as int. OrderIdRole: may be invalid.
    QVariant data(const QModelIndex &index, int role) const override;
    QHash<int, QByteArray> roleNames() const override;

    void add(const Toast &toast, Moment at);

private:
    struct Entry
    {
        Toast toast;
        Moment at;
    };
    std::deque<Entry> m_entries; ///< newest first
};

} // namespace pressboard::client
