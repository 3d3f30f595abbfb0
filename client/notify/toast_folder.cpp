// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/toast_folder.h"

#include "client/models/format.h"
#include "client/models/order_prefix.h"

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
    return kind == ToastKind::StepReady
        || std::any_of(groups().begin(), groups().end(),
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
    if (toast.kind == ToastKind::StepReady)
        m_turns.append(toast);
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
    m_turns.clear();
    m_sound = false;
    return toast;
}

QString ToastFolder::countedText() const
{
    QStringList texts;
    for (const Group &group : groups()) {
        int count = 0;
        for (const ToastKind kind : group.kinds)
            count += m_counted.value(kind);
        if (count > 0)
            texts.append(Words::tr(group.text, nullptr, count));
    }
    return format::dotted(texts);
}

/// "烫金 112003、覆膜 112017": of the numbers what tells them apart.
QString ToastFolder::turnsText() const
{
    OrderPrefix prefix;
    for (const Toast &turn : m_turns)
        prefix.add(turn.orderNo);
    QStringList names;
    for (const Toast &turn : m_turns.first(std::min<qsizetype>(m_turns.size(), mostNamed)))
        names.append(turn.step + u' ' + turn.orderNo.mid(prefix.in(turn.orderNo)));
    //: between two steps
    QString text = names.join(Words::tr(", "));
    if (const qsizetype others = m_turns.size() - names.size(); others > 0)
        text = Words::tr("%1 and %n more", nullptr, int(others)).arg(text);
    return text;
}

Toast ToastFolder::summary() const
{
    const int all = std::accumulate(m_counted.begin(), m_counted.end(), 0);
    Toast toast;
    toast.kind = ToastKind::Burst;
    toast.sound = m_sound;
    if (m_turns.isEmpty()) {
        toast.title = Words::tr("%n update(s)", nullptr, all);
        //: 1: what was folded into this toast
        toast.text = Words::tr("%1 (click to view)").arg(countedText());
        return toast;
    }
    toast.emphasis = ToastEmphasis::YourTurn;
    toast.title = Words::tr("Your turn: %n step(s)", nullptr, int(m_turns.size()));
    toast.text = format::dotted({turnsText(), countedText()});
    return toast;
}

} // namespace pressboard::client
