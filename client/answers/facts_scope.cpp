// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/facts_scope.h"

namespace pressboard::client {
namespace {

constexpr int calendarBack = 200;
constexpr int calendarAhead = 400;

} // namespace

FactsScope factsScope(const Store &store, std::chrono::days memory)
{
    const QDate today = store.today();
    return {WorkCalendar(store.workHours(), store.zone(), today.addDays(-calendarBack),
                         today.addDays(calendarAhead)),
            store.ready().joinSteps(), store.boardNow() - memory};
}

} // namespace pressboard::client
