// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/program_style.h"
#include "client/theme/system_appearance.h"

#include <QObject>

namespace pressboard::client {

class Settings;
class Theme;

/// How the whole program looks, as the settings and the system want it: light or dark, how large
/// its texts are, and the style of Qt's own controls.
class Appearance final : public QObject
{
    Q_OBJECT
public:
    /// Both must outlive this; the theme follows the settings from now on.
    Appearance(Settings &settings, Theme &theme);

    const SystemAppearance &system() const { return m_system; }

    void enlarge();
    void reduce();
    void useUsualSize();

Q_SIGNALS:
    void changed();

private:
    void apply();

    Settings &m_settings;
    Theme &m_theme;
    ProgramStyle m_style;
    SystemAppearance m_system;
};

} // namespace pressboard::client
