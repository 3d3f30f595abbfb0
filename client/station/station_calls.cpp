// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_calls.h"

#include <algorithm>

namespace pressboard::client {

namespace {

bool isTurn(const Toast &toast)
{
    return toast.emphasis == ToastEmphasis::YourTurn;
}

} // namespace

bool StationCalls::isCall(const Toast &toast)
{
    // The line at the top has the word; and what is due stands in red in the lists.
    if (toast.kind == ToastKind::ConnectionLost || toast.kind == ToastKind::Overdue)
        return false;
    const bool asksForAnswer = toast.sticky && !toast.noticeId.isEmpty();
    return isTurn(toast) || asksForAnswer || toast.emphasis == ToastEmphasis::Alarm
        || toast.kind == ToastKind::NoticeWarning;
}

void StationCalls::add(const Toast &toast, std::chrono::milliseconds now)
{
    if (!isCall(toast))
        return;
    for (Call &call : m_calls) {
        if (toast.noticeId.isEmpty() || call.toast.noticeId != toast.noticeId)
            continue;
        call.toast = toast; // it says something else now
        return;
    }
    m_calls.append({toast, now, 0});
}

void StationCalls::withdraw(const QString &noticeId)
{
    m_calls.removeIf([&noticeId](const Call &call) {
        return !noticeId.isEmpty() && call.toast.noticeId == noticeId;
    });
}

void StationCalls::keep(const std::function<bool(const Toast &)> &stillTrue)
{
    m_calls.removeIf([&stillTrue](const Call &call) { return !stillTrue(call.toast); });
}

void StationCalls::clear()
{
    m_calls.clear();
}

/// What alarms goes first; else in the order they came.
qsizetype StationCalls::currentIndex() const
{
    const auto alarm = std::find_if(m_calls.begin(), m_calls.end(),
                                    [](const Call &call) { return !isTurn(call.toast); });
    if (alarm != m_calls.end())
        return alarm - m_calls.begin();
    return m_calls.isEmpty() ? -1 : 0;
}

const Toast *StationCalls::current() const
{
    const qsizetype index = currentIndex();
    return index < 0 ? nullptr : &m_calls.at(index).toast;
}

QList<Toast> StationCalls::alsoTurns() const
{
    QList<Toast> turns;
    const Toast *first = current();
    if (first == nullptr || !isTurn(*first))
        return turns;
    for (qsizetype i = 1; i < m_calls.size(); ++i) // with a turn in front, all are
        turns.append(m_calls.at(i).toast);
    return turns;
}

int StationCalls::waiting() const
{
    const Toast *first = current();
    return first == nullptr || isTurn(*first) ? 0 : int(m_calls.size()) - 1;
}

QList<Toast> StationCalls::answer()
{
    QList<Toast> ended;
    const qsizetype index = currentIndex();
    if (index < 0 || m_calls.at(index).toast.act == ToastAct::TakeIt)
        return ended;
    if (!isTurn(m_calls.at(index).toast)) {
        ended.append(m_calls.takeAt(index).toast);
        return ended;
    }
    for (const Call &call : std::as_const(m_calls))
        ended.append(call.toast);
    m_calls.clear();
    return ended;
}

QString StationCalls::take() const
{
    const Toast *call = current();
    return call && call->act == ToastAct::TakeIt ? call->noticeId : QString();
}

/// A call that had to wait behind another begins its own three minutes when it comes up.
bool StationCalls::takeSound(std::chrono::milliseconds now)
{
    const qsizetype index = currentIndex();
    if (index < 0)
        return false;
    Call &call = m_calls[index];
    if (call.toast.isAlarm)
        return false; // it rings by itself
    if (call.sounds == 0)
        call.since = now;
    if (call.sounds >= mostSounds || now < call.since + call.sounds * soundEvery)
        return false;
    ++call.sounds;
    return true;
}

} // namespace pressboard::client
