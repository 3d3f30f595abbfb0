// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_alerts.h"

#include "client/models/format.h"

#include <QCoreApplication>

#include <algorithm>

namespace pressboard::client {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::wall)
};

constexpr int mostNamed = 4; ///< order numbers in one line

/// The most pressing first; -1 does not deserve it.
int rank(const Toast &toast)
{
    switch (toast.kind) {
    case ToastKind::NoticeError:
        return 0;
    case ToastKind::OrderCancelled:
        // Where nothing runs, there is nothing to stop.
        return toast.emphasis == ToastEmphasis::Alarm ? 1 : -1;
    case ToastKind::Overdue:
        return 2;
    case ToastKind::NoticeWarning:
        return 3;
    case ToastKind::DueToday:
        return 4;
    default:
        return -1;
    }
}

bool isFolded(ToastKind kind)
{
    return kind == ToastKind::OrderCancelled || kind == ToastKind::Overdue;
}

QString foldedTitle(ToastKind kind, int count)
{
    return kind == ToastKind::Overdue
        ? Words::tr("%n order(s) overdue", nullptr, count)
        : Words::tr("%n order(s) cancelled, stop work", nullptr, count);
}

QString named(QStringList orderNos)
{
    if (orderNos.size() <= mostNamed)
        return format::dotted(orderNos);
    orderNos = orderNos.mid(0, mostNamed);
    orderNos.append(QStringLiteral("…"));
    return format::dotted(orderNos);
}

} // namespace

bool WallAlerts::deserves(const Toast &toast)
{
    return rank(toast) >= 0;
}

void WallAlerts::offer(const Toast &toast, const QString &orderNo, std::chrono::milliseconds now)
{
    if (!deserves(toast))
        return;
    m_waiting.append({toast, orderNo, now});
    if (m_waiting.size() > mostWaiting)
        m_waiting.removeFirst();
}

void WallAlerts::withdraw(const QString &noticeId)
{
    m_waiting.removeIf([&](const Waiting &one) { return one.toast.noticeId == noticeId; });
    if (m_shown && m_shown->noticeId == noticeId)
        m_shown.reset();
}

void WallAlerts::clear()
{
    m_waiting.clear();
    m_shown.reset();
}

std::optional<Toast> WallAlerts::shownAt(std::chrono::milliseconds now)
{
    m_waiting.removeIf([&](const Waiting &one) { return now - one.since >= patience; });
    if (m_shown && now - *m_began >= lasts)
        m_shown.reset();
    const bool mayBegin = !m_began || now - *m_began >= gap;
    if (!m_shown && mayBegin && !m_waiting.isEmpty()) {
        m_shown = takeNext();
        m_began = now;
    }
    return m_shown;
}

/// The most pressing, of these the newest; with it all that are alike.
std::optional<Toast> WallAlerts::takeNext()
{
    const auto best = std::min_element(
        m_waiting.rbegin(), m_waiting.rend(),
        [](const Waiting &a, const Waiting &b) { return rank(a.toast) < rank(b.toast); });
    Toast toast = best->toast;
    QStringList orderNos;
    for (const Waiting &one : std::as_const(m_waiting)) {
        if (isFolded(toast.kind) && one.toast.kind == toast.kind)
            orderNos.append(one.orderNo);
    }
    if (orderNos.size() <= 1) {
        m_waiting.removeAt(int(m_waiting.rend() - best) - 1);
        return toast;
    }
    m_waiting.removeIf([&](const Waiting &one) { return one.toast.kind == toast.kind; });
    toast.title = foldedTitle(toast.kind, int(orderNos.size()));
    toast.text = named(orderNos);
    toast.orderId = {};
    return toast;
}

} // namespace pressboard::client
