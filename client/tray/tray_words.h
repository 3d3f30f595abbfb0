// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QCoreApplication>
#include <QString>

namespace pressboard::client {

/// What the tray icon says when the pointer rests on it. Pure.
class TrayWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::TrayWords)
public:
    /// The state, and behind it how many steps wait for this station: 已连接，轮到你 2.
    static QString withTurns(const QString &state, int turns);
    /// One sentence: 印务看板已连接，最近变化 10:32；3 条未读通知，免打扰至 11:34. `state` is
    /// StatusWords::sentence(); `mutedUntil` a clock time, empty when toasts are not muted.
    static QString tooltip(const QString &state, int unread, const QString &mutedUntil);
};

} // namespace pressboard::client
