// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/application.h"

#include "client/alarms/alarm_words.h"
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/list_views.h"
#include "client/connection/paced_socket.h"
#include "client/connection/web_socket.h"
#include "client/orders/order_popup.h"
#include "client/screenshot/board_report.h"
#include "client/screenshot/screenshot_report.h"
#include "client/secrets/keychain.h"
#include "client/theme/chinese_font.h"
#include "client/window/silence_sheet.h"
#include "shared/protocol/codec.h"

#include <QAction>
#include <QApplication>
#include <QRandomGenerator>
#include <QScreen>
#include <QSysInfo>
#include <QUuid>

#include <algorithm>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr QSize usualSize(1280, 720);
constexpr int widestFilled = 1440; ///< a screen up to this width is filled at the first start
constexpr auto cardOnWall = 60s; ///< a hall has nobody to close it

SocketFactory webSockets(const Clock &clock, ServerAuthorities &authorities)
{
    return [&] {
        return std::make_unique<PacedSocket>(std::make_unique<WebSocket>(authorities.tls()), clock);
    };
}

} // namespace

Application::Application(const Options &options, const SettingsPlace &place, const Clock &clock,
                         Scheduler &scheduler)
    : m_options(options)
    , m_run(QUuid::createUuid().toString(QUuid::WithoutBraces))
    , m_clock(clock)
    , m_scheduler(scheduler)
    , m_settings(place)
    , m_access(m_settings, systemKeychain(), m_scheduler,
               {options.server, options.token, options.isUnattended()})
    , m_authorities(m_settings)
    , m_appearance(m_settings, m_theme)
    , m_store(m_clock)
    , m_cache(m_store, cache())
    , m_connection(m_store, m_scheduler, m_clock, webSockets(m_clock, m_authorities),
                   [] { return QRandomGenerator::global()->generateDouble(); }, {})
    , m_wake(m_scheduler, m_clock)
    , m_board(m_store, m_clock)
    , m_notifier(m_store, m_settings, m_clock)
    , m_receipts(m_connection, m_store, m_scheduler, receiptFile())
    , m_sender(m_connection, m_store)
    , m_stationDesk(m_connection, m_store)
    , m_callDesk(m_connection, m_store, m_scheduler, m_clock)
    , m_orderActions(m_store, m_board.marks())
    , m_probe(m_scheduler, m_clock, webSockets(m_clock, m_authorities), m_authorities)
    , m_autostart(Autostart::ofSystem(Autostart::ownCommand(options.settingsFile)))
    , m_muting(m_actions, m_notifier.doNotDisturb(), m_store)
    , m_window(m_theme, m_store, m_board, m_actions, m_orderActions, m_clock)
    , m_pages(m_window, m_theme, m_store, m_board, m_notifier, m_settings, m_orderActions, m_clock,
              m_stationDesk)
    , m_views(m_settings, m_board, m_pages.board().panels().views())
    , m_toaster({m_theme, m_notifier, m_settings, m_window, NativeToasts::ofSystem(),
                 Sound::ofSystem(), SessionLock::ofSystem()})
    , m_dialogs({m_theme, m_store, m_settings, m_access, m_probe, *m_autostart, m_sender,
                 m_callDesk, m_notifier, m_toaster, m_window})
    , m_closing(m_settings, m_window,
                [this](const QString &title, const QString &text) { m_toaster.tell(title, text); })
    , m_tray(m_actions, m_store, m_notifier, m_appearance.system())
    , m_cardOnWall(m_scheduler, [this] { m_window.orderPopup().close(); })
{
    QApplication::setQuitOnLastWindowClosed(false);
    applyLanguage();
    applyProfile();
    connectStore();
    connectSettings();
    connectActions();
    connectNotifier();
    connectReceipts();
    connectMarks();
    connectWindow();
    connect(qApp, &QCoreApplication::aboutToQuit, this, &Application::saveState);
    connect(&m_second, &QTimer::timeout, this, &Application::tick);
    if (!m_options.isUnattended())
        listenToScanner();
}

Application::~Application() = default;

bool Application::start()
{
    // A wall has nobody to ask: it says itself what is missing.
    const bool mayAsk = !m_options.isUnattended() && !m_options.kiosk && !m_options.station;
    if (m_access.server().isEmpty() && mayAsk && !m_dialogs.askForServer())
        return false;
    m_cache.setCache(cache());
    m_receipts.setFile(receiptFile());
    if (Result<StoreImage> image = cache().load())
        m_store.restore(std::move(image.value()));
    refreshSurroundings();
    if (Page *page = m_pages.named(m_options.page))
        m_window.showPage(page);
    m_toaster.setQuiet(m_options.isUnattended());
    openFirst();
    m_second.start(1s);
    // The board is painted before the network is tried.
    QTimer::singleShot(0, &m_access, &ServerAccess::open);
    if (m_options.isUnattended())
        QTimer::singleShot(m_options.after, this, &Application::writeReport);
    // What is found has yet to be laid out before the picture.
    if (!m_options.find.isEmpty())
        QTimer::singleShot(m_options.after / 2, this, [this] { m_window.find(m_options.find); });
    sayWhatIsMissing();
    return true;
}

void Application::sayWhatIsMissing()
{
    if (const std::optional<Error> problem = m_settings.problem())
        m_toaster.tell(tr("Settings"), problem->message);
    if (const QString advice = missingFontAdvice(); !advice.isEmpty()) {
        qCritical("pressboard: %s", qUtf8Printable(advice));
        m_toaster.tell(QStringLiteral("Pressboard"), advice);
    }
}

void Application::startAgain(const QStringList &arguments)
{
    const Result<Options> asked = Options::parse(arguments);
    if (!asked)
        return raise();
    if (asked->kiosk || asked->station) {
        leaveWall();
        leaveStation();
        asked->kiosk ? openWall() : openStation();
        return;
    }
    raise();
    if (Page *page = m_pages.named(asked->page))
        m_window.showPage(page);
    if (!asked->find.isEmpty())
        m_window.find(asked->find);
}

void Application::openFirst()
{
    const bool asSet = !m_options.isUnattended() && !m_options.kiosk && !m_options.station;
    if (m_options.kiosk || (asSet && m_settings.opensOnWall()))
        openWall();
    else if (m_options.station || (asSet && m_settings.opensAsStation()))
        openStation();
    else if (m_options.atLogin && m_settings.loginBeginsInTray())
        openInTray();
    else
        openWindow();
}

/// A desktop whose tray comes later has the window minimised instead: nobody is left without both.
void Application::openInTray()
{
    placeWindow();
    if (!m_tray.isAvailable())
        m_window.showMinimized();
}

void Application::openWindow()
{
    placeWindow();
    m_window.show();
}

void Application::placeWindow()
{
    const QRect room = m_window.screen()->availableGeometry();
    if (m_options.isUnattended())
        m_window.resize(room.size()); // there may be no window manager to ask
    else if (!m_window.restoreGeometry(m_settings.windowGeometry())) {
        m_window.resize(usualSize.boundedTo(room.size()));
        if (room.width() <= widestFilled)
            m_window.setWindowState(Qt::WindowMaximized);
    }
}

/// A session that ends kills without asking: the place is kept once it stands still.
void Application::rememberPlace()
{
    if (!m_window.isVisible() || m_options.isUnattended())
        return;
    const QByteArray place = m_window.saveGeometry();
    if (place == m_place && place != m_settings.windowGeometry())
        m_settings.setWindowGeometry(place);
    m_place = place;
}

void Application::openWall()
{
    if (m_wall || m_station)
        return;
    m_wall = std::make_unique<WallController>(m_theme, m_store, m_notifier, m_settings, m_clock,
                                              ScreenSaver::ofSystem());
    connect(m_wall.get(), &WallController::left, this, &Application::leaveWall);
    m_wall->setConfigured(!m_access.server().isEmpty(), obstacle());
    m_wall->open();
    if (staysBesideWall())
        return;
    applyKind();
    m_toaster.setQuiet(true); // the wall calls out what concerns a hall
    leaveDesk();
}

void Application::leaveDesk()
{
    if (m_window.isVisible() && !m_options.isUnattended())
        m_settings.setWindowGeometry(m_window.saveGeometry());
    m_window.hide();
}

/// Whoever has a second screen goes on working there.
bool Application::staysBesideWall()
{
    const QScreen *free = screenBesideWall();
    if (!m_window.isVisible() || free == nullptr)
        return false;
    if (m_window.screen() == m_wall->window().screen())
        moveTo(*free);
    m_window.activateWindow();
    return true;
}

const QScreen *Application::screenBesideWall() const
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    const QScreen *taken = m_wall->window().screen();
    const auto free = std::find_if(screens.begin(), screens.end(),
                                   [taken](const QScreen *screen) { return screen != taken; });
    return free == screens.end() ? nullptr : *free;
}

/// A maximised window stays where it is, whatever it is told.
void Application::moveTo(const QScreen &screen)
{
    const bool wasMaximized = m_window.isMaximized();
    const QRect room = screen.availableGeometry();
    if (wasMaximized)
        m_window.showNormal();
    m_window.setGeometry(QRect(room.topLeft(), m_window.size().boundedTo(room.size())));
    if (wasMaximized)
        m_window.showMaximized();
}

void Application::leaveWall()
{
    if (!m_wall)
        return;
    m_wall.release()->deleteLater(); // it is the one that says so
    m_cardOnWall.stop();
    m_toaster.setQuiet(m_options.isUnattended());
    if (!m_window.isVisible())
        openWindow();
    applyKind();
}

void Application::openStation()
{
    if (m_station || m_wall)
        return;
    m_station = std::make_unique<StationController>(
        StationController::Parts{m_theme, m_store, m_board.marks(), m_notifier, m_settings, m_clock,
                                 m_callDesk, ScreenSaver::ofSystem()});
    connect(m_station.get(), &StationController::left, this, &Application::leaveStation);
    connect(m_station.get(), &StationController::soundWanted, &m_toaster, &Toaster::play);
    m_station->setConfigured(!m_access.server().isEmpty(), obstacle());
    m_station->open();
    applyKind();
    m_toaster.setQuiet(true); // the station calls out what concerns it
    leaveDesk();
}

void Application::leaveStation()
{
    if (!m_station)
        return;
    m_station.release()->deleteLater(); // it is the one that says so
    m_toaster.setQuiet(m_options.isUnattended());
    openWindow();
    applyKind();
}

QWidget &Application::window()
{
    if (m_wall)
        return m_wall->window();
    if (m_station)
        return m_station->window();
    return m_window;
}

void Application::raise()
{
    const bool isBeside = m_wall && screenBesideWall() != nullptr;
    if (m_window.isVisible() || isBeside || (!m_wall && !m_station)) {
        m_window.raiseUp();
        return;
    }
    window().raise();
    window().activateWindow();
}

ClientInfo Application::clientInfo()
{
    m_kind = kind();
    return {QStringLiteral(PRESSBOARD_VERSION),
            m_settings.profile().name,
            m_translations.language(),
            m_settings.stationId(),
            m_kind,
            m_run,
            QSysInfo::prettyProductName()};
}

/// A wall that hangs beside somebody's desk is that desk.
QString Application::kind() const
{
    if (m_station)
        return protocol::station_kind::station;
    return m_wall && !m_window.isVisible() ? protocol::station_kind::wall
                                           : protocol::station_kind::desk;
}

/// It is said once on each connection.
void Application::applyKind()
{
    m_receipts.setWatched(kind() != protocol::station_kind::wall);
    const bool wasTold = std::exchange(m_kind, kind()) == m_kind;
    m_connection.setInfo(clientInfo());
    if (!wasTold && m_store.speaks(protocol::stationsFeature)
        && m_store.connectionStatus().state == ConnectionState::Live)
        m_connection.reconnectNow();
}

/// A disk was copied, and the other one is on.
void Application::renewStation()
{
    m_settings.renewStationId();
    m_receipts.forget(); // what the other one told
    m_connection.setInfo(clientInfo());
    m_connection.reconnectNow();
}

ReceiptFile Application::receiptFile() const
{
    const Cache board = cache();
    return {board.path() + QStringLiteral(".receipts"), board.key()};
}

Cache Application::cache() const
{
    return {Cache::pathFor(m_settings.path()), Cache::keyFor(m_access.server(), m_access.mark())};
}

void Application::applyTarget()
{
    refreshSurroundings();
    const Result<ServerAddress> address = ServerAddress::parse(m_access.server());
    m_connection.setInfo(clientInfo());
    if (address)
        m_connection.setTarget(address.value(), m_access.code());
    else
        m_connection.stop();
}

void Application::connectStore()
{
    connect(&m_store, &Store::connectionChanged, this, &Application::refreshTray);
    connect(&m_store, &Store::sourceChanged, this, &Application::refreshTray);
    connect(&m_window, &MainWindow::unreadAcknowledged, &m_store, &Store::acknowledgeUnread);
    connect(&m_store, &Store::shopChanged, this, &Application::refreshSurroundings);
    connect(&m_store, &Store::eventArrived, this, [this](const Event &event, const Change &) {
        const bool live = m_store.connectionStatus().state == ConnectionState::Live;
        m_liveEvents += live && !event.isImported();
    });
    connect(&m_network, &NetworkWatch::changed, &m_connection, &Connection::recheck);
    connect(&m_wake, &WakeWatch::woke, &m_connection, &Connection::recheck);
}

void Application::connectSettings()
{
    connect(&m_access, &ServerAccess::changed, this, [this] {
        m_cache.setCache(cache());
        m_receipts.setFile(receiptFile());
        applyTarget();
    });
    connect(&m_access, &ServerAccess::renewed, this, [this] {
        m_cache.setCache(cache());
        m_receipts.setFile(receiptFile());
        m_connection.renewToken(m_access.code());
    });
    connect(&m_access, &ServerAccess::keptElsewhere, this, [this] {
        refreshSurroundings();
        if (!m_access.problem().isEmpty())
            m_toaster.tell(tr("Access code"), m_access.problem());
    });
    connect(&m_settings, &Settings::profileChanged, this, &Application::applyProfile);
    connect(&m_settings, &Settings::languageChanged, this, &Application::applyLanguage);
    connect(&m_settings, &Settings::soundChanged, this,
            [this] { m_actions.soundOff->setChecked(!m_settings.isSoundOn()); });
    connect(&m_settings, &Settings::problemArose, this,
            [this](const QString &sentence) { m_toaster.tell(tr("Settings"), sentence); });
    connect(&m_appearance, &Appearance::changed, this, &Application::refreshTray);
    m_actions.soundOff->setChecked(!m_settings.isSoundOn());
}

void Application::connectActions()
{
    const auto on = [this](QAction *action, auto act) {
        connect(action, &QAction::triggered, this, act);
    };
    on(m_actions.open, [this] { raise(); });
    on(m_actions.notices, [this] { m_window.openNotices(); });
    on(m_actions.soundOff, [this](bool off) { m_settings.setSoundOn(!off); });
    on(m_actions.sendNotice, [this] { m_dialogs.openSendNotice(); });
    on(m_actions.callForHelp, [this] { m_dialogs.openCall(); });
    on(m_actions.sendTest, [this] { m_dialogs.sendTest(); });
    on(m_actions.stationMode, [this] { openStation(); });
    on(m_actions.wall, [this] { openWall(); });
    on(m_actions.reconnect, [this] { m_connection.reconnectNow(); });
    on(m_actions.settings, [this] {
        m_dialogs.openSettings(m_access.server().isEmpty() ? SettingsDialog::Connection
                                                           : SettingsDialog::General);
    });
    on(m_actions.station, [this] { m_dialogs.openSettings(SettingsDialog::Station); });
    on(m_actions.larger, [this] { m_appearance.enlarge(); });
    on(m_actions.smaller, [this] { m_appearance.reduce(); });
    on(m_actions.usualSize, [this] { m_appearance.useUsualSize(); });
    on(m_actions.gotIt, [this] { m_toaster.cards().acknowledgeMarked(); });
    on(m_actions.nextToast, [this] { m_toaster.cards().markNext(); });
    on(m_actions.openToast, [this] { m_toaster.cards().chooseMarked(); });
    on(m_actions.quit, [] { QApplication::quit(); });
}

void Application::connectNotifier()
{
    connect(&m_notifier, &Notifier::unreadChanged, this, &Application::refreshSurroundings);
    connect(&m_notifier.doNotDisturb(), &DoNotDisturb::changed, this,
            &Application::refreshSurroundings);
    connect(&m_toaster, &Toaster::boardWanted, this, &Application::raise);
    connect(&m_toaster, &Toaster::orderChosen, &m_window, &MainWindow::showOrder);
    connect(&m_toaster, &Toaster::noticesWanted, &m_window, &MainWindow::openNotices);
    connect(&m_toaster, &Toaster::activityWanted, &m_window, &MainWindow::openActivity);
}

void Application::connectReceipts()
{
    connect(&m_connection, &Connection::stationTaken, this, &Application::renewStation);
    connect(&m_notifier, &Notifier::noticesSeen, &m_receipts, &ReceiptSender::see);
    connect(&m_notifier, &Notifier::noticeConfirmed, &m_receipts, &ReceiptSender::confirm);
    connect(&m_receipts, &ReceiptSender::confirmedChanged, this,
            [this] { m_notifier.setConfirmed(m_receipts.book().confirmed()); });
    connect(&m_notifier, &Notifier::takeWanted, this, &Application::take);
    connect(&m_notifier.alarms(), &AlarmWatch::rang, this, [this] {
        if (!m_options.isUnattended())
            m_toaster.play(SoundLevel::Alarm);
    });
    connect(&m_callDesk, &CallDesk::answered, this,
            [this](const QString &call, const Settlement &by) {
                m_toaster.tell(AlarmWords::takenBy(by), call);
            });
    m_notifier.setConfirmed(m_receipts.book().confirmed());
}

void Application::take(StreamId alarm)
{
    m_connection.request(
        [alarm](const QString &ref) {
            return protocol::encode(protocol::Settle{ref, alarm});
        },
        [this, alarm](const PublishOutcome &outcome) {
            m_notifier.noteTaken(alarm, outcome.stored);
            if (!outcome.stored)
                m_toaster.tell(tr("The others do not know yet that you take it"),
                               tr("The server did not take it. Look whether the alarm still "
                                  "stands, and try again."));
        });
}

/// What must not be missed is counted until it was looked at, also after the toast is gone.
void Application::connectMarks()
{
    StationMarks &marks = m_board.marks();
    if (m_settings.sawBoard())
        marks.restore(m_settings.seenTurns(), m_settings.seenStops());
    connect(&marks, &StationMarks::changed, this, &Application::refreshSurroundings);
    connect(&marks, &StationMarks::remembered, this,
            [this] { m_settings.setSeen(m_board.marks().seen(), m_board.marks().stopped()); });
    connect(&m_notifier, &Notifier::toastRaised, this, [this](const Toast &toast) {
        if (toast.emphasis == ToastEmphasis::YourTurn || toast.emphasis == ToastEmphasis::Alarm)
            QApplication::alert(&m_window);
    });
}

void Application::connectWindow()
{
    connect(&m_tray, &TrayController::activated, this, &Application::raise);
    connect(&m_window, &MainWindow::closed, this, &Application::close);
    connect(&m_window, &MainWindow::crmSilenceChosen, this, &Application::openSilence);
    connect(&m_closing, &Closing::quitWanted, qApp, &QCoreApplication::quit, Qt::QueuedConnection);
}

void Application::openSilence()
{
    const ActivityEntry *newest = m_notifier.activity().newestNews();
    const QString news = newest == nullptr ? QString() : newest->news.toast.title;
    auto *sheet = new SilenceSheet(m_theme, m_store, news, &m_window);
    sheet->setAttribute(Qt::WA_DeleteOnClose);
    sheet->open();
}

void Application::listenToScanner()
{
    m_scans = ScanFilter::ofSystem();
    connect(m_scans.get(), &ScanFilter::scanned, this, &Application::openScanned);
    connect(m_scans.get(), &ScanFilter::aboutToType, &m_window, &MainWindow::expectTyping);
    connect(&m_window, &MainWindow::scanMissed, &m_toaster,
            [this] { m_toaster.play(SoundLevel::Attention); });
}

void Application::openScanned(const QString &code)
{
    if (m_station)
        return m_station->openScanned(code);
    m_window.openScanned(code);
    if (m_wall && !m_window.isVisible())
        m_cardOnWall.start(cardOnWall);
}

void Application::applyLanguage()
{
    m_translations.use(m_options.language.isEmpty() ? m_settings.language() : m_options.language);
    m_connection.setInfo(clientInfo());
    m_actions.retranslate();
    refreshSurroundings();
}

void Application::applyProfile()
{
    m_connection.setInfo(clientInfo());
    m_pages.board().setFirstWanted(m_settings.profile().steps.isEmpty());
    refreshSurroundings();
}

void Application::tick()
{
    m_notifier.tick();
    m_notifier.noteShown(m_seenToasts.update(m_toaster.noticesInSight(), m_clock.monotonic()));
    m_muting.sayEnds();
    rememberPlace();
    m_connection.setShown(m_wall || m_station || (m_window.isVisible() && !m_window.isMinimized()));
    refreshTray();
}

/// Without its access code a server is not tried.
QString Application::obstacle() const
{
    return m_access.isKnown() ? QString() : m_access.problem();
}

void Application::refreshSurroundings()
{
    const StationProfile profile = m_settings.profile();
    Surroundings around;
    around.configured = !m_access.server().isEmpty();
    around.address = m_access.server();
    around.obstacle = obstacle();
    if (m_wall)
        m_wall->setConfigured(around.configured, around.obstacle);
    if (m_station)
        m_station->setConfigured(around.configured, around.obstacle);
    m_actions.setOnFloor(profile.isOnFloor());
    around.station = profile.name;
    around.unread = m_notifier.unreadCount();
    m_board.marks().setSteps(profile.steps);
    around.turns = int(m_board.marks().newTurns().size());
    m_pages.board().panels().views().setMySteps(profile.steps);
    around.mutedUntil = m_muting.mutedUntil();
    m_actions.setUnread(around.unread + around.turns);
    m_window.setSurroundings(around);
    m_tray.setTurns(around.turns);
    refreshTray();
}

void Application::refreshTray()
{
    m_actions.setMayCall(m_callDesk.isOffered());
    m_actions.setMayNotify(m_store.permissions().contains(QStringLiteral("notify")));
    if (!m_options.isUnattended())
        m_tray.refresh();
}

void Application::close()
{
    saveState();
    m_closing.close(m_tray.isAvailable());
}

void Application::saveState()
{
    m_cache.saveNow();
    if (!m_options.isUnattended() && !m_wall && !m_station)
        m_settings.setWindowGeometry(m_window.saveGeometry());
}

void Application::writeReport()
{
    m_window.refresh();
    QJsonObject shown = boardReport(m_store, m_board, m_pages.board().numbers(), m_window.header());
    shown.insert(QStringLiteral("liveEvents"), m_liveEvents);
    const ScreenshotReport report(m_options.screenshot, m_options.report);
    const std::optional<Error> problem = report.write(window(), shown);
    if (problem)
        qCritical("%s", qUtf8Printable(problem->message));
    QApplication::exit(problem ? 1 : 0);
}

} // namespace pressboard::client
