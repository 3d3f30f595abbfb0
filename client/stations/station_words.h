// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/stations/station_entry.h"

#include <QCoreApplication>

namespace pressboard::client {

class StationTable;
class Store;

/// 终端 in words.
class StationWords
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::StationWords)
public:
    static QString kind(const QString &kind); ///< 办公, 机台, 大屏
    /// 黑屏 42分, 未在线, 在线.
    static QString state(const StationEntry &entry, Moment now);
    /// 最后 昨天 18:40; of one that is on 07:58 起 and its system.
    static QString since(const StationEntry &entry, const Store &store);
    static QString sentence(const StationEntry &entry);
    /// 20 台终端，17 台在线；1 块大屏黑屏，3 台版本旧
    static QString summary(const StationTable &table);
};

} // namespace pressboard::client
