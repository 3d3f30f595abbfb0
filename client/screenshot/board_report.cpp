// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/screenshot/board_report.h"

#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/models/board.h"
#include "client/store/store.h"
#include "client/window/header_bar.h"

namespace pressboard::client {

namespace {

QString nameOf(ConnectionState state)
{
    switch (state) {
    case ConnectionState::Disconnected:
        return QStringLiteral("Disconnected");
    case ConnectionState::Waiting:
        return QStringLiteral("Waiting");
    case ConnectionState::Connecting:
        return QStringLiteral("Connecting");
    case ConnectionState::Syncing:
        return QStringLiteral("Syncing");
    case ConnectionState::Live:
        break;
    }
    return QStringLiteral("Live");
}

} // namespace

QJsonObject boardReport(const Store &store, Board &board, const NumbersStrip &numbers,
                        const HeaderBar &header)
{
    static constexpr QLatin1StringView keys[] = {
        QLatin1StringView("urgent_orders_count"), QLatin1StringView("current_steps_count"),
        QLatin1StringView("next_steps_count"),    QLatin1StringView("processing_orders"),
        QLatin1StringView("pending_orders"),      QLatin1StringView("completed_orders"),
        QLatin1StringView("total_orders")};
    QJsonObject shown;
    for (int i = 0; i < BoardNumbers::count; ++i)
        shown.insert(keys[i], numbers.cell(i).number());
    const QJsonObject lists{{QStringLiteral("running"), board.running().rowCount()},
                            {QStringLiteral("unreported"), board.unreported().rowCount()},
                            {QStringLiteral("ready"), board.ready().rowCount()},
                            {QStringLiteral("waiting"), board.waiting().rowCount()},
                            {QStringLiteral("urgent"), board.urgent().rowCount()},
                            {QStringLiteral("completed"), board.completed().rowCount()}};
    return {{QStringLiteral("numbers"), shown},
            {QStringLiteral("connection"), header.stateText()},
            {QStringLiteral("state"), nameOf(store.connectionStatus().state)},
            {QStringLiteral("stale"), store.isStale()},
            {QStringLiteral("lists"), lists},
            {QStringLiteral("epoch"), store.book().epoch},
            {QStringLiteral("position"), store.book().position.toString()}};
}

} // namespace pressboard::client
