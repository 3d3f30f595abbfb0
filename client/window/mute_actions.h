// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

class QAction;

namespace pressboard::client {

class Actions;
class DoNotDisturb;
class Store;
enum class MuteSpan;

/// 免打扰: its actions, in whatever menu they stand, and what they do. The times
/// they end at depend on the hour, so they are said anew whenever such a menu opens.
class MuteActions final : public QObject
{
public:
    /// All must outlive this; the store tells the shop's time.
    MuteActions(Actions &actions, DoNotDisturb &quiet, const Store &store);

    /// Until when toasts are muted, as a clock time; empty when they are not.
    QString mutedUntil() const;
    /// The times anew: call it about once a second. A menu that the system draws may open without
    /// asking us.
    void sayEnds();

private:
    void connectAction(QAction *action, MuteSpan span);
    void sayMuted();

    Actions &m_actions;
    DoNotDisturb &m_quiet;
    const Store &m_store;
};

} // namespace pressboard::client
