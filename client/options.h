// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QStringList>

#include <chrono>

namespace pressboard::client {

/// The command line of the desktop program.
struct Options
{
    QString server; ///< in place of the settings' server, for this run
    QString token;
    QString settingsFile; ///< empty: the usual place
    QString language; ///< in place of the settings' language; "zh_CN" or "en"
    bool kiosk = false; ///< 大屏模式: the board hangs on the wall
    bool station = false; ///< 机台模式: my steps, read from three metres
    QString page; ///< what is in front at first: "board", "orders", "charts"; empty: the board
    QString find; ///< looked up, as if typed with Enter
    bool atLogin = false; ///< nobody asked for it just now: the settings may want no window
    QString screenshot; ///< write a picture of the window there, then end
    QString report; ///< write what the window shows there as JSON, then end
    std::chrono::milliseconds after{3000}; ///< how long after the start
    bool help = false;
    bool version = false;

    /// A run that ends by itself has no tray, asks nothing and may stand beside another one.
    bool isUnattended() const { return !screenshot.isEmpty() || !report.isEmpty(); }

    /// `arguments` as main() got them, the program's name first.
    static Result<Options> parse(const QStringList &arguments);
    static QString usage();
};

} // namespace pressboard::client
