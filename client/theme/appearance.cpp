// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/appearance.h"

#include "client/settings/settings.h"
#include "client/theme/theme.h"

#include <QApplication>

namespace pressboard::client {

namespace {

constexpr int usualTextScale = 100; ///< percent
constexpr int textScaleStep = 10;

} // namespace

Appearance::Appearance(Settings &settings, Theme &theme)
    : m_settings(settings)
    , m_theme(theme)
    , m_style(theme)
{
    connect(&settings, &Settings::themeChanged, this, &Appearance::apply);
    connect(&settings, &Settings::textScaleChanged, this, &Appearance::apply);
    connect(&m_system, &SystemAppearance::changed, this, &Appearance::apply);
    connect(&theme, &Theme::sizesChanged, this,
            [this] { QApplication::setFont(m_theme.font(14)); });
    apply();
}

void Appearance::apply()
{
    const ThemeChoice choice = m_settings.theme();
    m_theme.setDark(choice == ThemeChoice::Dark
                    || (choice == ThemeChoice::Auto && m_system.isDark()));
    m_theme.setTextScale(m_settings.textScale());
    QApplication::setPalette(m_theme.palette());
    QApplication::setFont(m_theme.font(14));
    Q_EMIT changed();
}

void Appearance::enlarge()
{
    m_settings.setTextScale(m_settings.textScale() + textScaleStep);
}

void Appearance::reduce()
{
    m_settings.setTextScale(m_settings.textScale() - textScaleStep);
}

void Appearance::useUsualSize()
{
    m_settings.setTextScale(usualTextScale);
}

} // namespace pressboard::client
