// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/system_appearance.h"

#include "client/theme/color_scheme.h"

#include <QApplication>
#include <QEvent>
#include <QPalette>
#include <QStyleHints>

namespace pressboard::client {

SystemAppearance::SystemAppearance(QObject *parent)
    : QObject(parent)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    connect(QGuiApplication::styleHints(), &QStyleHints::colorSchemeChanged, this,
            &SystemAppearance::read);
#else
    m_scheme = ColorScheme::ofSystem();
    connect(m_scheme.get(), &ColorScheme::changed, this, &SystemAppearance::read);
    qApp->installEventFilter(this);
#endif
    read();
}

SystemAppearance::~SystemAppearance() = default;

/// Our palette hides the system's: it is put away while that is read.
bool SystemAppearance::paletteIsDark()
{
    m_reading = true;
    const QPalette ours = QApplication::palette();
    QApplication::setPalette(QPalette());
    const QPalette system = QApplication::palette();
    const bool isDark =
        system.color(QPalette::WindowText).lightness() > system.color(QPalette::Window).lightness();
    QApplication::setPalette(ours);
    m_reading = false;
    return isDark;
}

void SystemAppearance::read()
{
    const bool before = m_dark;
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    m_dark = QGuiApplication::styleHints()->colorScheme() == Qt::ColorScheme::Dark;
#else
    const std::optional<bool> told = m_scheme->isDark();
    m_dark = told ? *told : paletteIsDark();
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
