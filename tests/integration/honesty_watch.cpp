// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/honesty_watch.h"

#include "client/bigscreen/screen_header.h"
#include "client/board/board_page.h"
#include "client/toasts/toast_card.h"
#include "client/wall/wall_window.h"
#include "client/window/banner.h"
#include "client/window/header_bar.h"
#include "client/window/main_window.h"
#include "tests/integration/shown_board.h"

#include <QAbstractEventDispatcher>
#include <QAction>
#include <QApplication>
#include <QDateTime>
#include <QEvent>
#include <QMenu>
#include <QRegularExpression>
#include <QSystemTrayIcon>

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

/// The last ping may have been so long before.
constexpr auto lastPing = 20s;

QString clockTime(Moment moment)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count())
        .toString(QStringLiteral("HH:mm"));
}

} // namespace

HonestyWatch::HonestyWatch(const MainWindow &window, const BoardPage &board, const QMenu &trayMenu)
    : m_window(&window)
    , m_board(&board)
    , m_trayMenu(&trayMenu)
{
    begin();
}

HonestyWatch::HonestyWatch(const WallWindow &wall)
    : m_wall(&wall)
{
    begin();
}

void HonestyWatch::begin()
{
    qApp->installEventFilter(this);
    connect(QAbstractEventDispatcher::instance(), &QAbstractEventDispatcher::aboutToBlock, this,
            &HonestyWatch::check);
    connect(&m_tick, &QTimer::timeout, this, &HonestyWatch::check);
    m_tick.start(100ms);
}

void HonestyWatch::cut(std::chrono::milliseconds patience)
{
    m_isCut = true;
    m_toasts.clear();
    m_cutAt = m_clock.now();
    m_noticedBy = m_clock.monotonic() + patience;
}

void HonestyWatch::mend()
{
    check();
    m_isCut = false;
    m_mendedAt = m_clock.monotonic();
    m_liveAt.reset();
}

std::optional<std::chrono::milliseconds> HonestyWatch::liveAfter() const
{
    return m_liveAt ? std::optional(*m_liveAt - m_mendedAt) : std::nullopt;
}

std::chrono::milliseconds HonestyWatch::rightAfter() const
{
    return std::max(m_shownSince - m_liveAt.value_or(m_shownSince), 0ms);
}

bool HonestyWatch::saysLive() const
{
    if (m_wall)
        return m_wall->findChild<ScreenHeader *>()->facts().stale.isEmpty();
    const HeaderBar &header = m_window->header();
    return header.stateText().contains(u"已连接") || header.banner().isHidden();
}

QString HonestyWatch::age() const
{
    return m_wall ? m_wall->findChild<ScreenHeader *>()->facts().stale
                  : m_window->header().stateText();
}

void HonestyWatch::check()
{
    ++m_checks;
    const bool live = saysLive();
    if (m_trayMenu)
        checkTray(live);
    if (m_isCut && m_clock.monotonic() > m_noticedBy && live)
        lie(u"the screen looks live"_qs);
    if (m_isCut && !live) {
        static const QRegularExpression time(u"\\d\\d:\\d\\d"_qs);
        const QString told = time.match(age()).captured();
        if (told < clockTime(m_cutAt - lastPing) || told > clockTime(m_cutAt + 1s))
            lie(u"of data that ended at %1 it says %2"_qs.arg(clockTime(m_cutAt), age()));
    }
    if (!m_isCut && live && !m_liveAt)
        m_liveAt = m_clock.monotonic();
    noteRows();
}

/// Its menu's first line, and what it says when the pointer rests on it.
void HonestyWatch::checkTray(bool live)
{
    QStringList told{m_trayMenu->actions().first()->text()};
    if (const auto *icon = m_trayMenu->findChild<QSystemTrayIcon *>())
        told.append(icon->toolTip());
    for (const QString &words : std::as_const(told)) {
        if (words.contains(u"已连接") != live)
            lie(u"the window says %1, the tray %2"_qs.arg(age(), words));
    }
}

void HonestyWatch::noteRows()
{
    if (!m_board)
        return;
    QStringList shown = shownOn(*m_board);
    if (shown == m_shown)
        return;
    m_shown = std::move(shown);
    m_shownSince = m_clock.monotonic();
}

void HonestyWatch::lie(const QString &words)
{
    if (!m_lies.contains(words))
        m_lies.append(words);
}

bool HonestyWatch::eventFilter(QObject *watched, QEvent *event)
{
    const auto *toast = qobject_cast<ToastCard *>(watched);
    if (toast && toast->isWindow() && event->type() == QEvent::Show)
        m_toasts.append(toast->toast().title + u'\n' + toast->toast().text);
    if (event->type() == QEvent::Paint)
        check();
    return QObject::eventFilter(watched, event);
}

} // namespace pressboard::test
