// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/toasts/native_toasts.h"
#include "client/toasts/session_lock.h"
#include "client/toasts/sound.h"
#include "client/toasts/toast_stack.h"
#include "shared/base/crm_id.h"

#include <QObject>

namespace pressboard::client {

class Notifier;
class Settings;
class Theme;

/// What the notifier raises, put where people see and hear it: a card in the corner of the
/// window's screen; while nobody can see the window, the desktop's own toast; each with its sound.
class Toaster final : public QObject
{
    Q_OBJECT
public:
    /// What it works with; the references must outlive the toaster.
    struct Parts
    {
        const Theme &theme;
        Notifier &notifier;
        const Settings &settings;
        const QWidget &window; ///< cards come up on its screen
        std::unique_ptr<NativeToasts> native;
        std::unique_ptr<Sound> sound;
        std::unique_ptr<SessionLock> lock = SessionLock::none();
    };

    explicit Toaster(Parts parts);

    /// Nothing comes up while quiet: nobody is there, or a wall calls things out itself.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    void show(const Toast &toast);
    /// A word of the program's own.
    void tell(const QString &title, const QString &text);
    /// A sound without a toast, if this level is on.
    void play(SoundLevel level);
    /// As it will sound, whether it is switched on or not.
    void tryOut(SoundLevel level);
    ToastStack &cards() { return m_toasts; } ///< for the keyboard
    /// Notices that a person could read now: their toasts stand, and the screen is not locked.
    QStringList noticesInSight() const;

Q_SIGNALS:
    void boardWanted();
    void orderChosen(CrmId orderId);
    void noticesWanted(); ///< after boardWanted(): a notice was clicked
    void activityWanted(); ///< after boardWanted(): a summary was clicked, whose changes are there

private:
    template<typename Shower> void connectClicks(Shower &shower, Notifier &notifier);
    void requestList(const Toast &toast);
    bool isWindowInSight() const;
    void showCard(const Toast &toast);
    void placeCards();
    ToastPlace::Corner cornerIn(const QRect &area, ToastPlace::Corner wanted) const;
    QRect screenArea(const QString &wanted) const;
    void playSoundOf(const Toast &toast);

    const Settings &m_settings;
    const QWidget &m_window;
    ToastStack m_toasts;
    std::unique_ptr<NativeToasts> m_native;
    std::unique_ptr<Sound> m_sound;
    std::unique_ptr<SessionLock> m_lock;
    bool m_quiet = false;
};

} // namespace pressboard::client
