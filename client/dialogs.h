// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/send_notice_dialog.h"
#include "client/preferences/settings_dialog.h"

#include <QPointer>

namespace pressboard::client {

class Autostart;
class CallDesk;
class CallDialog;
class ConnectionProbe;
class MainWindow;
class NoticeSender;
class Notifier;
class ServerAccess;
class Settings;
class Theme;
class Store;
class Toaster;

/// The program's dialogs, each at most once on the screen.
class Dialogs final : public QObject
{
    Q_OBJECT
public:
    /// What they work on; all must outlive the dialogs.
    struct Parts
    {
        const Theme &theme;
        const Store &store;
        Settings &settings;
        ServerAccess &access;
        ConnectionProbe &probe;
        Autostart &autostart;
        NoticeSender &sender;
        CallDesk &calls;
        Notifier &notifier;
        Toaster &toaster;
        MainWindow &window;
    };

    explicit Dialogs(const Parts &parts);

    /// The very first question. False when the user did not want to say where the server is.
    bool askForServer();
    void openSettings(SettingsDialog::Page page);
    void openSendNotice();
    void sendTest();
    void openCall();

private:
    void connectNotice(SendNoticeDialog &dialog);
    void send(const NoticeDraft &draft);
    void withdraw(StreamId id);
    void remind(StreamId id);

    const Parts m_parts;
    QPointer<SettingsDialog> m_settings;
    QPointer<SendNoticeDialog> m_notice;
    QPointer<CallDialog> m_call;
    QString m_unsent; ///< written, and not sent yet
};

} // namespace pressboard::client
