// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/board/view_state_store.h"
#include "client/calls/call_desk.h"
#include "client/connection/connection.h"
#include "client/connection/network_watch.h"
#include "client/connection/scheduler.h"
#include "client/connection/wake_watch.h"
#include "client/dialogs.h"
#include "client/models/board.h"
#include "client/notices/notice_sender.h"
#include "client/notify/notifier.h"
#include "client/options.h"
#include "client/orders/order_actions.h"
#include "client/pages.h"
#include "client/preferences/connection_probe.h"
#include "client/receipts/receipt_sender.h"
#include "client/scanner/scan_filter.h"
#include "client/secrets/server_access.h"
#include "client/secrets/server_authorities.h"
#include "client/settings/settings.h"
#include "client/startup/autostart.h"
#include "client/station/station_controller.h"
#include "client/stations/station_desk.h"
#include "client/store/cache_keeper.h"
#include "client/store/store.h"
#include "client/theme/appearance.h"
#include "client/theme/theme.h"
#include "client/toasts/toaster.h"
#include "client/translations.h"
#include "client/tray/tray_controller.h"
#include "client/wall/wall_controller.h"
#include "client/window/actions.h"
#include "client/window/closing.h"
#include "client/window/main_window.h"
#include "client/window/mute_actions.h"

#include <QTimer>

namespace pressboard::client {

/// The desktop program, put together: the only place that knows everybody. Members stand in the
/// order of dependence, so that they are destroyed in the right one, too.
class Application final : public QObject
{
    Q_OBJECT
public:
    /// `clock` and `scheduler` must outlive the program.
    Application(const Options &options, const SettingsPlace &place, const Clock &clock,
                Scheduler &scheduler);
    ~Application() override;

    /// Paints the board from its cache, then tries the network. False when the user did not want
    /// to say where the server is: there is nothing to run then.
    bool start();
    void raise();
    /// Somebody started the program a second time: what that asked for is done by this one.
    void startAgain(const QStringList &arguments);

private:
    void connectStore();
    void connectSettings();
    void connectActions();
    void connectNotifier();
    void connectReceipts();
    void take(StreamId alarm);
    void connectMarks();
    void connectWindow();
    void listenToScanner();
    void openSilence();
    void openScanned(const QString &code);

    ClientInfo clientInfo();
    QString kind() const; ///< protocol::station_kind
    void applyKind();
    void renewStation();
    ReceiptFile receiptFile() const; ///< of this server and this access code
    Cache cache() const; ///< of this server and this access code
    void applyTarget();
    void applyLanguage();
    void applyProfile();
    QString obstacle() const;
    void refreshSurroundings();
    void refreshTray();
    void openFirst();
    void openInTray();
    void openWindow();
    void placeWindow();
    void rememberPlace();
    void sayWhatIsMissing();
    void openWall();
    void leaveWall();
    bool staysBesideWall();
    const QScreen *screenBesideWall() const; ///< null: it hangs on the only one
    void moveTo(const QScreen &screen);
    void leaveDesk();
    void openStation();
    void leaveStation();
    QWidget &window(); ///< the one in front: the desk's, the wall's or the station's
    void tick();

    void close();
    void saveState();
    void writeReport(); ///< --screenshot and --report, then the end

    const Options m_options;
    const QString m_run; ///< random: this start of the program
    const Clock &m_clock;
    Scheduler &m_scheduler;
    Settings m_settings;
    ServerAccess m_access;
    ServerAuthorities m_authorities;
    Translations m_translations;
    Theme m_theme;
    Appearance m_appearance;
    Store m_store;
    CacheKeeper m_cache;
    Connection m_connection;
    NetworkWatch m_network;
    WakeWatch m_wake;
    Board m_board;
    Notifier m_notifier;
    ReceiptSender m_receipts;
    NoticeSender m_sender;
    StationDesk m_stationDesk;
    CallDesk m_callDesk;
    OrderActions m_orderActions;
    ConnectionProbe m_probe;
    std::unique_ptr<Autostart> m_autostart;
    Actions m_actions;
    MuteActions m_muting;
    MainWindow m_window;
    Pages m_pages;
    ViewStateStore m_views;
    Toaster m_toaster;
    Dialogs m_dialogs;
    Closing m_closing;
    TrayController m_tray;
    Alarm m_cardOnWall; ///< when what was scanned before a wall goes
    std::unique_ptr<WallController> m_wall; ///< null unless the board hangs on the wall
    std::unique_ptr<StationController> m_station; ///< null unless in 机台模式
    std::unique_ptr<ScanFilter> m_scans; ///< null with --screenshot
    SeenWatch m_seenToasts;
    QTimer m_second;
    QByteArray m_place; ///< of the window, a second ago
    QString m_kind; ///< as the server was told
    int m_liveEvents = 0; ///< that arrived while Live: the board moved
};

} // namespace pressboard::client
