// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_controller.h"

#include "client/alarms/alarm_words.h"
#include "client/bigscreen/screen_strip.h"
#include "client/bigscreen/standing_notices.h"
#include "client/models/order_number.h"
#include "client/models/status_words.h"
#include "client/notify/notice_news.h"

#include <QGuiApplication>
#include <QScreen>
#include <QWindow>

namespace pressboard::client {

using namespace std::chrono_literals;

WallController::WallController(const Theme &theme, const Store &store, Notifier &notifier,
                               const Settings &settings, const Clock &clock,
                               std::unique_ptr<ScreenSaver> screenSaver)
    : m_store(store)
    , m_notifier(notifier)
    , m_settings(settings)
    , m_clock(clock)
    , m_screenSaver(std::move(screenSaver))
    , m_board(store, clock)
    , m_window(theme, store, m_board, clock)
{
    connect(&settings, &Settings::wallChanged, this, &WallController::applySetup);
    connect(&settings, &Settings::profileChanged, this, &WallController::applySteps);
    connect(&m_window, &WallWindow::left, this, &WallController::left);
    connect(&m_second, &QTimer::timeout, this, &WallController::tick);
    connectNews();
    connectScreens();
    applySetup();
    applySteps();
}

WallController::~WallController()
{
    m_screenSaver->release();
}

void WallController::connectNews()
{
    connect(&m_notifier.alarms(), &AlarmWatch::changed, this, &WallController::refreshNews);
    connect(&m_notifier, &Notifier::newsTold, this, [this](const Toast &news) {
        if (news.isAlarm)
            return refreshNews(); // it has a place of its own
        const Order *order = m_store.book().order(news.orderId);
        m_alerts.offer(news, order ? format::orderNumber(*order) : QString(), m_clock.monotonic());
        refreshNews();
    });
    connect(&m_notifier.notices(), &QAbstractItemModel::rowsRemoved, this,
            &WallController::refreshNews);
    connect(&m_notifier.activity(), &QAbstractItemModel::rowsInserted, this,
            &WallController::refreshNews);
    connect(&m_store, &Store::connectionChanged, this, &WallController::refreshNews);
    connect(&m_store, &Store::eventArrived, this, [this](const Event &, const Change &change) {
        if (!change.withdrawn)
            return;
        m_alerts.withdraw(change.withdrawn->id.toString());
        refreshNews();
    });
}

void WallController::connectScreens()
{
    // Queued: Qt itself first moves the windows of a screen that goes.
    connect(qApp, &QGuiApplication::screenAdded, this, &WallController::hang, Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::screenRemoved, this, &WallController::hang,
            Qt::QueuedConnection);
    connect(qApp, &QGuiApplication::primaryScreenChanged, this, &WallController::hang,
            Qt::QueuedConnection);
}

void WallController::applySetup()
{
    m_window.setSetup(m_settings.wall());
    if (m_window.isVisible())
        hang();
}

/// A wall for each hall: where there is 我的工序, it shows these alone.
void WallController::applySteps()
{
    m_board.setMySteps(m_settings.profile().steps);
}

void WallController::open()
{
    hang();
    m_window.activateWindow();
    m_window.setFocus();
    m_second.start(1s);
    tick();
}

int WallController::screenFor(const QStringList &names, const QString &wanted)
{
    return std::max(0, int(names.indexOf(wanted)));
}

void WallController::hang()
{
    const QList<QScreen *> screens = QGuiApplication::screens(); // the primary one first
    if (screens.isEmpty())
        return; // hung again when one comes
    QStringList names;
    for (const QScreen *screen : screens)
        names.append(screen->name());
    QScreen *screen = screens.at(screenFor(names, m_settings.wall().screen));
    m_window.winId(); // a screen is a native window's
    m_window.windowHandle()->setScreen(screen);
    m_window.setGeometry(screen->geometry());
    m_window.showFullScreen();
    connect(screen, &QScreen::geometryChanged, this, &WallController::hang,
            Qt::ConnectionType(Qt::QueuedConnection | Qt::UniqueConnection));
}

void WallController::tick()
{
    m_board.tick();
    m_window.tick();
    refreshNews();
    // By night the system may darken the screen itself.
    if (m_window.isDark())
        m_screenSaver->release();
    else
        m_screenSaver->inhibit(tr("The board hangs on the wall"));
}

void WallController::refreshNews()
{
    if (m_store.isStale())
        m_alerts.clear(); // the band above has the word
    m_window.setCall(m_alerts.shownAt(m_clock.monotonic()));
    m_window.setStrip(stripFacts());
    m_window.setAlarm(alarmFacts());
}

/// The one that waits longest for somebody, else who took the last one.
AlarmStripFacts WallController::alarmFacts() const
{
    const QList<StandingAlarm> alarms = m_notifier.alarms().standing();
    if (alarms.isEmpty())
        return {};
    const StandingAlarm &first = alarms.first();
    const Moment now = m_store.now();
    const qsizetype others = alarms.size() - 1;
    return {noticeText(first.notice), AlarmWords::state(first, now), AlarmWords::origin(first, now),
            others > 0 ? u'+' + QString::number(others) : QString(), first.isOpen};
}

ScreenStripFacts WallController::stripFacts()
{
    const QList<Notice> notices = standingNotices(m_store.book().notices, m_store.now());
    m_notices.fit(int(notices.size()), 1);
    m_notices.turnWhenDue(m_clock.monotonic());
    const QList<int> shown = m_notices.shown();
    return shown.isEmpty() ? lastChangeFacts() : noticeFacts(notices.at(shown.first()));
}

ScreenStripFacts WallController::noticeFacts(const Notice &notice) const
{
    return {iconOf(notice.level()), noticeTitle(notice), noticeText(notice),
            StatusWords::clockTime(notice.sentAt(), m_store), notice.level() == NoticeLevel::Error};
}

ScreenStripFacts WallController::lastChangeFacts() const
{
    const ActivityEntry *newest = m_notifier.activity().newestNews();
    if (newest == nullptr)
        return {{}, {}, StatusWords::lastChange(m_store), {}, false};
    const Toast &toast = newest->news.toast;
    return {QStringLiteral("sync"), toast.title, toast.text,
            StatusWords::clockTime(newest->at, m_store), false};
}

} // namespace pressboard::client
