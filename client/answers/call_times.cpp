// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/call_times.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <tuple>

namespace pressboard::client {
namespace {

/// What is known of a kind of call before it is summed up.
struct Called
{
    CallTimes::Row row;
    std::vector<std::chrono::seconds> times;
};

bool isCounted(const Notice &notice, Moment now)
{
    return !notice.call().isEmpty() && !notice.isTest()
        && notice.ringsFrom() >= now - CallTimes::memory;
}

void count(Called &called, const Notice &notice, Moment now)
{
    CallTimes::Row &row = called.row;
    ++row.calls;
    if (notice.settled) {
        const auto time =
            std::chrono::floor<std::chrono::seconds>(notice.settled->at - notice.ringsFrom());
        called.times.push_back(std::max(time, std::chrono::seconds(0)));
        row.longest = std::max(row.longest, called.times.back());
        return;
    }
    const std::optional<Alarm> alarm = notice.alarm();
    if (!alarm || alarm->taking == Alarm::Taking::Each)
        return; // nobody takes it for all
    ++(notice.isRinging(now) ? row.waiting : row.untaken);
}

CallTimes::Row summedUp(Called &&called)
{
    called.row.times = spreadOf(std::move(called.times));
    return std::move(called.row);
}

bool standsBefore(const CallTimes::Row &a, const CallTimes::Row &b)
{
    return std::tie(b.calls, a.title, a.call) < std::tie(a.calls, b.title, b.call);
}

} // namespace

CallTimes callTimes(const QList<Notice> &notices, Moment now)
{
    QHash<QString, Called> kinds;
    Called all;
    for (const Notice &notice : notices) {
        if (!isCounted(notice, now))
            continue;
        Called &kind = kinds[notice.call()];
        kind.row.call = notice.call();
        kind.row.title = notice.title().isEmpty() ? notice.call() : notice.title();
        count(kind, notice, now);
        count(all, notice, now);
    }
    CallTimes answer;
    for (Called &kind : kinds)
        answer.rows.append(summedUp(std::move(kind)));
    std::sort(answer.rows.begin(), answer.rows.end(), standsBefore);
    answer.all = summedUp(std::move(all));
    return answer;
}

QList<CrmId> ordersCalledFrom(const QList<Notice> &notices, const QString &call, Moment now)
{
    QSet<CrmId> ids;
    for (const Notice &notice : notices) {
        if (notice.call() == call && isCounted(notice, now) && !notice.orderId().isNull())
            ids.insert(notice.orderId());
    }
    QList<CrmId> list(ids.begin(), ids.end());
    std::sort(list.begin(), list.end());
    return list;
}

} // namespace pressboard::client
