// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toaster.h"

#include "client/notify/notifier.h"
#include "client/settings/settings.h"

#include <QScreen>
#include <QWidget>

namespace pressboard::client {

using namespace std::chrono_literals;

Toaster::Toaster(const Theme &theme, Notifier &notifier, const Settings &settings,
                 const QWidget &window)
    : m_settings(settings)
    , m_window(window)
    , m_toasts(theme)
{
    connect(&notifier, &Notifier::toastRaised, this, &Toaster::show);
    connect(&notifier, &Notifier::toastWithdrawn, &m_toasts, &ToastStack::withdraw);
    connect(&m_toasts, &ToastStack::acknowledged, &notifier, &Notifier::acknowledge);
    connect(&m_toasts, &ToastStack::boardWanted, this, &Toaster::boardWanted);
    connect(&m_toasts, &ToastStack::orderChosen, this, [this](qint64 orderId) {
        Q_EMIT boardWanted();
        Q_EMIT orderChosen(orderId);
    });
}

void Toaster::show(const Toast &toast)
{
    if (m_quiet)
        return;
    m_toasts.setArea(m_window.screen()->availableGeometry());
    m_toasts.show(toast);
    if (toast.sound && m_settings.isSoundOn())
        m_beep.play();
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
