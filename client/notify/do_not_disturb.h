// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/mute.h"

#include <QObject>

namespace pressboard::client {

class Settings;
class Store;
struct Toast;

/// 免打扰, begun by hand for a while, and 静音时段, which come back every week: whether toasts wait
/// here, and until when. The settings remember it over restarts; the store tells the shop's time.
class DoNotDisturb final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this.
    DoNotDisturb(const Store &store, Settings &settings);

    bool isOn() const;
    OptionalMoment until() const; ///< null when it is off, or has no end
    Moment endOf(MuteSpan span) const; ///< for the menu: 到今天下班 20:00
    void begin(MuteSpan span);
    /// Also of the quiet hours of now: until they begin again.
    void end();

    /// Whether its toast comes now, and that toast's sound.
    bool shows(const Toast &toast) const;
    bool sounds(const Toast &toast) const;

    /// What is over is forgotten, and whoever shows it hears of that, and of quiet hours that
    /// began. Call it about once a second.
    void tick();

Q_SIGNALS:
    void changed();

private:
    OptionalMoment mutedUntil() const; ///< by hand; null when it is over
    bool isQuietHour() const;

    const Store &m_store;
    Settings &m_settings;
    bool m_wasQuiet = false; ///< a quiet hour, when last looked
};

} // namespace pressboard::client
