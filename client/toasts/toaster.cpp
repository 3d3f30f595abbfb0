// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/toaster.h"

#include "client/notify/notifier.h"
#include "client/settings/settings.h"

#include <QApplication>
#include <QDialog>
#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <algorithm>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

/// On Wayland a program does not say where its windows are, and one that comes up may take the
/// keyboard.
bool canPlaceWindows()
{
    return !QGuiApplication::platformName().startsWith(QLatin1StringView("wayland"));
}

QRect cornerRect(const QRect &area, ToastPlace::Corner corner, QSize size)
{
    using Corner = ToastPlace::Corner;
    QRect box({}, size);
    const bool isLeft = corner == Corner::TopLeft || corner == Corner::BottomLeft;
    const bool isTop = corner == Corner::TopLeft || corner == Corner::TopRight;
    isLeft ? box.moveLeft(area.left()) : box.moveRight(area.right());
    isTop ? box.moveTop(area.top()) : box.moveBottom(area.bottom());
    return box;
}

QList<QRect> openDialogs()
{
    QList<QRect> dialogs;
    const QWidgetList windows = QApplication::topLevelWidgets();
    for (const QWidget *window : windows) {
        if (window->isVisible() && qobject_cast<const QDialog *>(window) != nullptr)
            dialogs.append(window->frameGeometry());
    }
    return dialogs;
}

} // namespace

Toaster::Toaster(Parts parts)
    : m_settings(parts.settings)
    , m_window(parts.window)
    , m_toasts(parts.theme)
    , m_native(std::move(parts.native))
    , m_sound(std::move(parts.sound))
    , m_lock(std::move(parts.lock))
{
    connect(&parts.notifier, &Notifier::toastRaised, this, &Toaster::show);
    connectClicks(m_toasts, parts.notifier);
    connectClicks(*m_native, parts.notifier);
    connect(m_native.get(), &NativeToasts::dropped, this, &Toaster::showCard);
    // A screen that was switched off takes no card with it.
    connect(qGuiApp, &QGuiApplication::screenRemoved, this, &Toaster::placeCards,
            Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::primaryScreenChanged, this, &Toaster::placeCards,
            Qt::QueuedConnection);
    connect(qGuiApp, &QGuiApplication::focusWindowChanged, this, &Toaster::placeCards);
}

/// Card or native: what a click means is the same.
template<typename Shower> void Toaster::connectClicks(Shower &shower, Notifier &notifier)
{
    connect(&notifier, &Notifier::toastWithdrawn, &shower, &Shower::withdraw);
    connect(&shower, &Shower::acknowledged, &notifier, &Notifier::acknowledge);
    connect(&shower, &Shower::boardWanted, this, &Toaster::boardWanted);
    connect(&shower, &Shower::moreWanted, this, &Toaster::requestList);
    connect(&shower, &Shower::orderChosen, this, [this](CrmId orderId) {
        Q_EMIT boardWanted();
        Q_EMIT orderChosen(orderId);
    });
}

/// Where the rest of what the toast speaks of is listed.
void Toaster::requestList(const Toast &toast)
{
    const bool isNotice = !toast.noticeId.isEmpty() || toast.kind == ToastKind::NoticeWithdrawn;
    if (isNotice)
        Q_EMIT noticesWanted();
    else if (toast.kind == ToastKind::Burst || toast.kind == ToastKind::QuietOver
             || toast.kind == ToastKind::ConnectionBack || toast.kind == ToastKind::MorningStart)
        Q_EMIT activityWanted();
}

void Toaster::show(const Toast &toast)
{
    if (m_quiet)
        return;
    if (m_native->isAvailable() && (!isWindowInSight() || !canPlaceWindows()))
        m_native->show(toast);
    else
        showCard(toast);
    playSoundOf(toast);
}

QStringList Toaster::noticesInSight() const
{
    return m_lock->isLocked() ? QStringList()
                              : m_toasts.noticesInSight() + m_native->noticesInSight();
}

/// Neither hidden nor minimised, and no other desktop is in front: there nothing is exposed.
bool Toaster::isWindowInSight() const
{
    const QWindow *handle = m_window.windowHandle();
    return m_window.isVisible() && !m_window.isMinimized() && handle && handle->isExposed();
}

void Toaster::showCard(const Toast &toast)
{
    placeCards();
    m_toasts.show(toast);
}

void Toaster::placeCards()
{
    const ToastPlace place = m_settings.toastPlace();
    const QRect area = screenArea(place.screen);
    m_toasts.setArea(area, cornerIn(area, place.corner));
}

/// A dialog is for its buttons: cards go where they cover the least of it.
ToastPlace::Corner Toaster::cornerIn(const QRect &area, ToastPlace::Corner wanted) const
{
    using Corner = ToastPlace::Corner;
    const QList<QRect> dialogs = openDialogs();
    const QSize size = m_toasts.wantedSize();
    const auto covered = [&](Corner corner) {
        int sum = 0;
        for (const QRect &dialog : dialogs) {
            const QRect shared = cornerRect(area, corner, size).intersected(dialog);
            sum += shared.width() * shared.height();
        }
        return sum;
    };
    Corner best = wanted;
    for (const Corner corner :
         {Corner::BottomRight, Corner::TopRight, Corner::BottomLeft, Corner::TopLeft}) {
        if (covered(corner) < covered(best))
            best = corner;
    }
    return best;
}

/// A screen that is switched off shows nothing: then it is the window's.
QRect Toaster::screenArea(const QString &wanted) const
{
    const QList<QScreen *> screens = QGuiApplication::screens();
    for (const QScreen *screen : screens) {
        if (screen->name() == wanted)
            return screen->availableGeometry();
    }
    return m_window.screen()->availableGeometry();
}

void Toaster::playSoundOf(const Toast &toast)
{
    if (toast.sound)
        play(levelOf(toast));
}

void Toaster::play(SoundLevel level)
{
    const int volume = m_settings.soundVolume();
    if (m_settings.isSoundOn() && m_settings.sounds(level) && volume > 0)
        m_sound->play(level, volume);
}

void Toaster::tryOut(SoundLevel level)
{
    m_sound->play(level, std::max(1, m_settings.soundVolume()));
}

void Toaster::tell(const QString &title, const QString &text)
{
    Toast toast;
    toast.title = title;
    toast.text = text;
    toast.emphasis = ToastEmphasis::Attention;
    toast.kind = ToastKind::NoticeWarning;
    toast.duration = 15s;
    show(toast);
}

} // namespace pressboard::client
