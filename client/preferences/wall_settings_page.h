// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace pressboard::client {

class CheckLine;
class LookBox;

/// How the wall of this station is hung: its screen, its hours, how much it tells of customers.
class WallSettingsPage final : public SettingsPage
{
    Q_OBJECT
public:
    WallSettingsPage(const Theme &theme, Settings &settings);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override;

private:
    void apply();
    void fillScreens();

    QComboBox *m_screen;
    QLabel *m_screenLabel;
    QComboBox *m_customers;
    QLabel *m_customersLabel;
    LookBox *m_look;
    QLabel *m_lookLabel;
    QLineEdit *m_offHours;
    QLabel *m_offHoursLabel;
    CheckLine *m_shift;
    CheckLine *m_atStart;
};

} // namespace pressboard::client
