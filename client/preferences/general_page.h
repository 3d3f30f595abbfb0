// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QLabel;

namespace pressboard::client {

class Autostart;
class CheckLine;
class ServerAccess;

/// What concerns the program itself.
class GeneralPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// All must outlive the page.
    GeneralPage(const Theme &theme, Settings &settings, ServerAccess &access, Autostart &autostart);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override;

private:
    void setAutostart(bool on);

    Autostart &m_autostart;
    CheckLine *m_atLogin;
    CheckLine *m_inTray;
    CheckLine *m_keepsRunning;
    QLabel *m_problem; ///< of the autostart
    QLabel *m_about;
};

} // namespace pressboard::client
