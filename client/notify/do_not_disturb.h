// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/mute.h"

#include <QObject>

namespace pressboard::client {

class Settings;
class Store;

/// 免打扰: whether toasts are muted here, and until when. The settings remember it over restarts;
/// the store tells the shop's time.
class DoNotDisturb final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    DoNotDisturb(const Store &store, Settings &settings);

    bool isOn() const;
    OptionalMoment until() const; ///< null when it is off
    Moment endOf(MuteSpan span) const; ///< for the menu: 到今天下班 20:00
    void begin(MuteSpan span);
    void end();

    /// What is over is forgotten, and whoever shows it hears of that. Call it about once a second.
    void tick();

Q_SIGNALS:
    void changed();

private:
    const Store &m_store;
    Settings &m_settings;
};

} // namespace pressboard::client
