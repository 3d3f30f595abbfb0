// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toaster.h"

#include "client/notify/notifier.h"
#include "client/settings/settings.h"

#include <QScreen>
#include <QWidget>
#include <QWindow>

#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

Toaster::Toaster(Parts parts)
    : m_settings(parts.settings)
    , m_window(parts.window)
    , m_toasts(parts.theme)
    , m_native(std::move(parts.native))
{
    connect(&parts.notifier, &Notifier::toastRaised, this, &Toaster::show);
    connectClicks(m_toasts, parts.notifier);
    connectClicks(*m_native, parts.notifier);
    connect(m_native.get(), &NativeToasts::dropped, this, &Toaster::showCard);
}

/// Card or native: what a click means is the same.
template <typename Shower> void Toaster::connectClicks(Shower &shower, Notifier &notifier)
{
    connect(&notifier, &Notifier::toastWithdrawn, &shower, &Shower::withdraw);
    connect(&shower, &Shower::acknowledged, &notifier, &Notifier::acknowledge);
    connect(&shower, &Shower::boardWanted, this, &Toaster::boardWanted);
    connect(&shower, &Shower::moreWanted, this, &Toaster::lookFor);
    connect(&shower, &Shower::orderChosen, this, [this](qint64 orderId) {
        Q_EMIT boardWanted();
        Q_EMIT orderChosen(orderId);
    });
}

/// Where the rest of what the toast speaks of is listed.
void Toaster::lookFor(const Toast &toast)
{
    const bool isNotice = !toast.noticeId.isEmpty() || toast.kind == ToastKind::NoticeWithdrawn;
    if (isNotice)
        Q_EMIT noticesWanted();
    else if (toast.kind == ToastKind::Burst || toast.kind == ToastKind::ConnectionBack
             || toast.kind == ToastKind::MorningStart)
        Q_EMIT activityWanted();
}

void Toaster::show(const Toast &toast)
{
    if (m_quiet)
        return;
    if (!isWindowInSight() && m_native->isAvailable())
        m_native->show(toast);
    else
        showCard(toast);
    if (toast.sound && m_settings.isSoundOn())
        m_beep.play();
}

/// Neither hidden nor minimised, and no other desktop is in front: there nothing is exposed.
bool Toaster::isWindowInSight() const
{
    const QWindow *handle = m_window.windowHandle();
    return m_window.isVisible() && !m_window.isMinimized() && handle && handle->isExposed();
}

void Toaster::showCard(const Toast &toast)
{
    m_toasts.setArea(m_window.screen()->availableGeometry());
    m_toasts.show(toast);
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
