// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/toast_folder.h"

#include "client/models/format.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

namespace pressboard::client {
namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::toasts)
};

/// What a summary counts together.
struct Group
{
    QList<ToastKind> kinds;
    const char *text;
};

const QList<Group> &groups()
{
    static const QList<Group> all{
        {{ToastKind::OrderCreated}, QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n new")},
        {{ToastKind::OrderChanged},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n changed")},
        {{ToastKind::OrderCompleted},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n completed")},
        {{ToastKind::OrderDeleted},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n deleted")},
        {{ToastKind::StepReady},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n for your turn")},
        {{ToastKind::StepStarted, ToastKind::StepCompleted, ToastKind::StepSkipped,
          ToastKind::StepReopened},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n step(s)")},
        {{ToastKind::NoticeInfo, ToastKind::NoticeSuccess, ToastKind::NoticeWarning,
          ToastKind::NoticeWithdrawn},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n notice(s)")},
        {{ToastKind::UnknownType},
         QT_TRANSLATE_N_NOOP("pressboard::client::toasts", "%n other(s)")},
    };
    return all;
}

} // namespace

bool ToastFolder::mayFold(ToastKind kind)
{
    return std::any_of(groups().begin(), groups().end(),
                       [kind](const Group &group) { return group.kinds.contains(kind); });
}

std::optional<Toast> ToastFolder::offer(const Toast &toast, std::chrono::milliseconds now)
{
    if (!mayFold(toast.kind))
        return toast;
    m_shown.removeIf([now](std::chrono::milliseconds at) { return now - at >= window; });
    if (!m_burstSince && m_shown.size() < most) {
        m_shown.append(now);
        return toast;
    }
    if (!m_burstSince)
        m_burstSince = now;
    ++m_counted[toast.kind];
    m_sound = m_sound || toast.sound;
    return std::nullopt;
}

std::optional<Toast> ToastFolder::takeSummary(std::chrono::milliseconds now)
{
    if (!m_burstSince || now - *m_burstSince < window)
        return std::nullopt;
    const Toast toast = summary();
    m_burstSince.reset();
    m_counted.clear();
    m_sound = false;
    return toast;
}

Toast ToastFolder::summary() const
{
    QStringList texts;
    for (const Group &group : groups()) {
        int count = 0;
        for (const ToastKind kind : group.kinds)
            count += m_counted.value(kind);
        if (count > 0)
            texts.append(Words::tr(group.text, nullptr, count));
    }
    const int all = std::accumulate(m_counted.begin(), m_counted.end(), 0);
    Toast toast;
    toast.kind = ToastKind::Burst;
    toast.title = Words::tr("%n update(s)", nullptr, all);
    //: 1: what was folded into this toast
    toast.text = Words::tr("%1 (click to view)").arg(format::dotted(texts));
    toast.sound = m_sound;
    return toast;
}

} // namespace pressboard::client
