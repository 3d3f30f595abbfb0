// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>

class QWidget;

namespace pressboard::client {

class Settings;

/// What the window's close button does: the board stays ready and the toasts go on, unless
/// somebody chose otherwise. Said once, so that nobody wonders where it went.
class Closing final : public QObject
{
    Q_OBJECT
public:
    using Tell = std::function<void(const QString &title, const QString &text)>;

    /// Both references must outlive this.
    Closing(Settings &settings, QWidget &window, Tell tell);

    /// The window was closed. Without a tray it has to stay in the list of windows, or nobody
    /// finds it again.
    void close(bool hasTray);

Q_SIGNALS:
    void quitWanted();

private:
    Settings &m_settings;
    QWidget &m_window;
    Tell m_tell;
};

} // namespace pressboard::client
