// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alarms/standing_alarm.h"

#include <QCoreApplication>

namespace pressboard::client {

/// Alarms in words, the same on desk, wall and station.
class AlarmWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::AlarmWords)
public:
    /// 还没有人处理, 未知是否已处理, 已由李娜处理·2分钟.
    static QString state(const StandingAlarm &alarm, Moment now);
    static QString takenBy(const Settlement &settlement); ///< 已由李娜处理
    /// 王芳·3分钟: who rang, and how long ago.
    static QString origin(const StandingAlarm &alarm, Moment now);
    /// What its button says: 我来处理, or 知道了.
    static QString act(const StandingAlarm &alarm);
    static QString minutes(std::chrono::milliseconds time); ///< 2分钟; 1.2小时
};

} // namespace pressboard::client
