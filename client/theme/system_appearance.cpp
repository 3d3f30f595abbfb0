// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/system_appearance.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyleHints>

namespace pressboard::client {

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
    read();
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &SystemAppearance::read);
#else
    qApp->installEventFilter(this);
#endif
}

void SystemAppearance::read()
{
    const bool before = m_dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    // Our palette hides the system's: put it away while reading that.
    m_reading = true;
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    m_dark =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    QApplication::setPalette(ours);
    m_reading = false;
#endif
    if (m_dark != before)
        Q_EMIT changed();
}

bool SystemAppearance::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == qApp && event->type() == QEvent::ThemeChange && !m_reading)
        read();
    return QObject::eventFilter(watched, event);
}

} // namespace pressboard::client
