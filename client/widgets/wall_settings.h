// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;

namespace pressboard::client {

class Settings;
class Theme;

/// How the wall of this station is hung: its screen, its hours, how much it tells of customers.
/// Applied at once.
class WallSettings final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the page.
    WallSettings(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void apply();
    void retranslate();
    void fillScreens();

    Settings &m_settings;
    QComboBox *m_screen;
    QLabel *m_screenLabel;
    QComboBox *m_customers;
    QLabel *m_customersLabel;
    QLineEdit *m_offHours;
    QLabel *m_offHoursLabel;
    QCheckBox *m_shift;
};

} // namespace pressboard::client
