// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/simulation/shop.h"
#include "shared/state/apply.h"
#include "tests/bench/estimates/past_shops.h"

namespace pressboard::bench {

using namespace std::chrono_literals;

namespace {

constexpr auto length = std::chrono::days(100);
constexpr auto pace = 5min; ///< between two events: orders take some days

void take(Book &book, const server::simulation::ShopEvent &happened)
{
    const auto ms = quint64(happened.at.time_since_epoch().count());
    const StreamId next =
        ms > book.position.ms ? StreamId{ms, 0} : StreamId{book.position.ms, book.position.seq + 1};
    apply(book, {next, happened.type, happened.data, Audience(happened.groups), {}});
}

} // namespace

PastWork simulatedQuarter(quint64 seed)
{
    PastWork past{{}, {}, QTimeZone("Asia/Shanghai")};
    const Moment start = *momentFromText(QStringLiteral("2026-08-03T08:00:00+08:00"), past.zone);
    server::simulation::Shop shop({seed, start, 40, pace, past.zone});
    for (const server::simulation::ShopEvent &happened : shop.past())
        take(past.book, happened);
    for (int i = 0; i < length / pace; ++i)
        take(past.book, shop.next());
    return past;
}

} // namespace pressboard::bench
