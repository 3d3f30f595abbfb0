// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <chrono>
#include <memory>

namespace pressboard::client {

/// The desktop's panel, which draws tray icons. Qt looks for it when a program makes its first
/// icon, and keeps to what it found; but a program that starts at login is often there first. So
/// no icon is made before this says so.
class DesktopPanel : public QObject
{
    Q_OBJECT
public:
    /// Where no panel ever says that it is there, Qt may still know a tray of another kind.
    static constexpr std::chrono::seconds patience{30};

    /// No icon may be made yet.
    virtual bool isAwaited() const = 0;

    /// This system's; where the system itself is the panel, one that is there from the start.
    static std::unique_ptr<DesktopPanel> ofSystem();

Q_SIGNALS:
    /// It is not awaited any more.
    void came();
};

} // namespace pressboard::client
