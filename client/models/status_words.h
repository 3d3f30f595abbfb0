// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/connection_state.h"
#include "shared/base/time.h"

#include <QCoreApplication>
#include <QString>

#include <chrono>

namespace pressboard::client {

class Store;

/// What the banner says while the board is not live.
struct BannerWords
{
    enum class Act { None, Reconnect, Settings };
    bool shown = false;
    bool alarm = false; ///< red; else on its way: connecting, syncing
    QString title; ///< 已断开
    QString asOf; ///< 数据截至 10:32; empty when there is no data at all
    QString progress; ///< 重连中（第3次，5秒后）
    Act act = Act::None;
    bool operator==(const BannerWords &) const = default;
};

/// What is known about the link beside the store itself.
struct LinkFacts
{
    bool configured = true; ///< a server address is set
    std::chrono::milliseconds inState{0}; ///< how long the connection has its present status
    QString address = {}; ///< of the server, as it was typed
    QString obstacle = {}; ///< why nothing is tried, as a locked keychain; empty: it is
};

/// The honest states, as words: header, banner, tray and the whole-page sentences all say the
/// same because they all ask here. Pure: reads the store, keeps nothing.
class StatusWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StatusWords)
public:
    static BannerWords banner(const Store &store, const LinkFacts &link);
    /// 已连接, 重连中（第3次，5秒后）, 正在同步 …
    static QString state(const Store &store, const LinkFacts &link);
    /// 最近变化 10:32; empty when nothing was heard yet.
    static QString lastChange(const Store &store);
    /// 已连接，但 CRM 已 60 分钟没有数据; empty while there is data.
    static QString crmSilent(const Store &store);
    /// 已连接，但数据写不进去：内存已满; empty while the log takes what is published. Only who may
    /// manage is told the cause, here as everywhere: nobody else can do anything about it.
    static QString noWrites(const Store &store);
    /// 10:32–10:40 的变化可能缺失, for a day after Redis lost what it had; else empty.
    static QString loss(const Store &store);
    /// 数据回退到 10:32，10:32–10:40 的变化可能缺失: the same as a whole sentence.
    static QString lossSentence(const Store &store);
    /// What takes the place of 已连接, and the amber with it: one of these three, or empty.
    static QString caution(const Store &store);
    /// That the server could not read something, for who may manage; empty: it could.
    static QString unread(const Store &store);
    /// 本机时钟慢 5 分钟; empty within two minutes.
    static QString clockWarning(const Store &store);
    /// 已连接，最近变化 10:32: the tray's tooltip and first line.
    static QString sentence(const Store &store, const LinkFacts &link);
    /// The tooltip of the state: round trip, or why it is not connected.
    static QString linkDetail(const ConnectionStatus &status);
    /// Why no connection comes to be and what to do, in the words of the first-run dialog, too;
    /// empty for what is not of that kind.
    static QString reachText(Trouble trouble);
    /// What an empty list says.
    static QString emptyList(const Store &store, const LinkFacts &link);

    /// 10:32, with the date before it when that is not today's.
    static QString clockTime(Moment moment, const Store &store);

private:
    static QString troubleText(Trouble trouble);
    static QString progressText(const ConnectionStatus &status, const LinkFacts &link);
    static QString retryText(const ConnectionStatus &status, const LinkFacts &link);
};

} // namespace pressboard::client
