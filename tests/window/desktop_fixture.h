// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/calls/call_desk.h"
#include "client/connection/connection.h"
#include "client/models/board.h"
#include "client/notify/notifier.h"
#include "client/orders/order_actions.h"
#include "client/pages.h"
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "client/startup/desktop_entry.h"
#include "client/stations/station_desk.h"
#include "client/store/store.h"
#include "client/theme/program_style.h"
#include "client/theme/theme.h"
#include "client/translations.h"
#include "client/tray/tray_icon.h"
#include "client/window/actions.h"
#include "client/window/main_window.h"
#include "tests/support/manual_scheduler.h"

#include <QTemporaryDir>

namespace pressboard::test {

/// The real window with everything behind it but the network: its store is fed by hand.
class DesktopFixture
{
public:
    explicit DesktopFixture(const QString &language = QStringLiteral("zh_CN"));

    /// The sample shop, complete up to two minutes ago.
    void fillWithSample();
    void setState(client::ConnectionState state, client::Trouble trouble = client::Trouble::None,
                  int attempt = 0, std::chrono::milliseconds retryIn = {});
    /// The greeting of a server that knows receipts, alarms, stations and calls, to who may manage.
    void greetAsManager();
    /// 2号机漏墨: an alarm that 王芳 sent three minutes ago. Its ID.
    StreamId ring();
    void setDark(bool dark);
    /// As the program does whenever it changes: header, menu and tray say how much is unread.
    void showUnread();
    /// Shows the window at this size and lets everything settle.
    void show(QSize size);
    void settle();

    ManualClock clock;
    ManualScheduler scheduler;
    QTemporaryDir folder;
    client::Settings settings;
    client::DesktopEntry autostart;
    client::ServerAccess access; ///< of a system without a keychain
    client::Translations translations;
    client::Theme theme;
    client::ProgramStyle style;
    client::Store store;
    client::Board board;
    client::Notifier notifier;
    client::Connection connection; ///< leads nowhere
    client::StationDesk stations;
    client::CallDesk calls;
    client::Actions actions;
    client::OrderActions orderActions;
    client::MainWindow window;
    client::Pages pages;
    client::TrayIcon tray;
};

} // namespace pressboard::test
