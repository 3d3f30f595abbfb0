// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/view_state_store.h"

#include "client/board/list_views.h"
#include "client/models/board.h"
#include "client/models/row_view_json.h"
#include "client/settings/settings.h"

#include <QJsonDocument>
#include <QJsonObject>

namespace pressboard::client {

ViewStateStore::ViewStateStore(Settings &settings, Board &board, ListViews &views)
    : m_settings(settings)
    , m_board(board)
    , m_views(views)
{
    begin();
    connect(&views, &ListViews::changed, this, &ViewStateStore::keep);
    for (const auto signal : {&Settings::profileChanged, &Settings::myStepsOnlyChanged})
        connect(&settings, signal, this, &ViewStateStore::beginWithMySteps);
}

QMap<QString, BoardListModel *> ViewStateStore::lists() const
{
    return {{QStringLiteral("running"), &m_board.running()},
            {QStringLiteral("ready"), &m_board.ready()},
            {QStringLiteral("urgent"), &m_board.urgent()},
            {QStringLiteral("completed"), &m_board.completed()}};
}

void ViewStateStore::begin()
{
    const QByteArray text = m_settings.boardViews().toUtf8();
    const QJsonObject kept = QJsonDocument::fromJson(text).object();
    if (kept.isEmpty())
        return beginWithMySteps();
    const auto all = lists();
    for (auto list = all.begin(); list != all.end(); ++list)
        m_board.setView(*list.value(), rowViewFrom(kept.value(list.key()).toObject()));
    m_views.refresh();
}

void ViewStateStore::beginWithMySteps()
{
    m_settings.setBoardViews({});
    m_board.setMySteps(m_settings.showsMyStepsOnly() ? m_settings.profile().steps : QStringList());
    m_views.refresh();
}

void ViewStateStore::keep()
{
    QJsonObject kept;
    const auto all = lists();
    for (auto list = all.begin(); list != all.end(); ++list)
        kept.insert(list.key(), toJson(list.value()->view()));
    m_settings.setBoardViews(QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
}

} // namespace pressboard::client
