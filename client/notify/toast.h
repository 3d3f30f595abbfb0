// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/sound_level.h"
#include "shared/base/crm_id.h"

#include <QList>
#include <QString>

#include <chrono>

namespace pressboard::client {

enum class ToastKind {
    OrderCreated,
    OrderChanged,
    OrderCancelled,
    OrderDeleted,
    OrderCompleted,
    DueToday,
    Overdue,
    StepReady,
    StepStarted,
    StepCompleted,
    StepSkipped,
    StepReopened,
    NoticeInfo,
    NoticeSuccess,
    NoticeWarning,
    NoticeError,
    NoticeWithdrawn,
    NoticeTest,
    AlarmTaken,
    ConnectionLost,
    PlannedStop,
    ConnectionBack,
    MorningStart,
    Burst,
    QuietOver,
    CrmSilent,
    UnknownType,
};

enum class ToastEmphasis {
    Neutral,
    Attention, ///< orange edge and icon
    Alarm, ///< red column
    YourTurn, ///< column in ink
};

/// What a sticky toast's button says.
enum class ToastAct {
    GotIt, ///< 知道了
    TakeIt, ///< 我来处理: the first on any station settles it for all
};

/// What to say. How it is shown is tray/ and widgets/' business.
struct Toast
{
    ToastKind kind = ToastKind::NoticeInfo;
    ToastEmphasis emphasis = ToastEmphasis::Neutral;
    QString title; ///< line 1, bold
    QString text; ///< line 2; may wrap to two lines
    bool sound = false;
    bool sticky = false; ///< stays until its button is pressed
    ToastAct act = ToastAct::GotIt;
    bool isAlarm = false; ///< it rings by itself, and stands until it is settled
    bool throughMute = false; ///< shown in 免打扰, too
    std::chrono::milliseconds duration{5000};
    CrmId orderId; ///< a click shows this order
    QString step; ///< whose turn it is, of what order: a summary names them
    QString orderNo;
    QString noticeId; ///< to take it back when the notice is withdrawn
};

/// How much it is to move somebody, heard or not.
SoundLevel levelOf(const Toast &toast);

} // namespace pressboard::client
