// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/news_watch.h"

#include "client/board/row_list.h"
#include "client/models/board_row.h"
#include "client/toasts/toast_card.h"

#include <QAbstractItemModel>
#include <QApplication>
#include <QEvent>

using namespace pressboard::client;

namespace pressboard::test {

NewsWatch::NewsWatch(const QWidget &window)
{
    qApp->installEventFilter(this);
    for (const RowList *list : window.findChildren<RowList *>()) {
        const QAbstractItemModel *model = list->model();
        connect(model, &QAbstractItemModel::rowsInserted, this,
                [this, model](const QModelIndex &, int first, int last) {
                    countFlashes(*model, first, last);
                });
        connect(model, &QAbstractItemModel::dataChanged, this,
                [this, model](const QModelIndex &first, const QModelIndex &last) {
                    countFlashes(*model, first.row(), last.row());
                });
    }
}

bool NewsWatch::isFlashing(const QWidget &window)
{
    for (const RowList *list : window.findChildren<RowList *>()) {
        const QAbstractItemModel &model = *list->model();
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(RecentlyChangedRole).toBool())
                return true;
        }
    }
    return false;
}

void NewsWatch::countFlashes(const QAbstractItemModel &model, int first, int last)
{
    for (int row = first; row <= last; ++row)
        m_flashes += model.index(row, 0).data(RecentlyChangedRole).toBool();
}

bool NewsWatch::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Show && qobject_cast<ToastCard *>(watched))
        ++m_toasts;
    return QObject::eventFilter(watched, event);
}

} // namespace pressboard::test
