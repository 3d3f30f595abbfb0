// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/tray/sound.h"
#include "client/widgets/toast_stack.h"

#include <QObject>

namespace pressboard::client {

class Notifier;
class Settings;
class Theme;

/// What the notifier raises, put where people see and hear it: a card in the corner of the
/// window's screen, with its sound.
class Toaster final : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the toaster. Toasts come up on the screen `window` is on.
    Toaster(const Theme &theme, Notifier &notifier, const Settings &settings,
            const QWidget &window);

    /// Nothing comes up while quiet: nobody is there, or a wall calls things out itself.
    void setQuiet(bool quiet) { m_quiet = quiet; }
    void show(const Toast &toast);
    /// A word of the program's own.
    void tell(const QString &title, const QString &text);

Q_SIGNALS:
    void boardWanted();
    void orderChosen(qint64 orderId);

private:
    const Settings &m_settings;
    const QWidget &m_window;
    ToastStack m_toasts;
    SystemBeep m_beep;
    bool m_quiet = false;
};

} // namespace pressboard::client
