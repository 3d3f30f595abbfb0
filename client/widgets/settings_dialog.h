// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QStackedWidget;

namespace pressboard::client {

class PageTabs;
class SegmentedControl;
class ServerFields;
class ServerProbe;
class Settings;
class StepPicker;
class Theme;

/// Every choice is applied at once; only a server is taken by a button, after it was tried.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    enum Page { General, Connection, Station, Notices, Wall, Appearance };

    SettingsDialog(const Theme &theme, Settings &settings, ServerProbe &probe,
                   QWidget *parent = nullptr);

    void showPage(Page page);

protected:
    void changeEvent(QEvent *event) override;

private:
    QWidget *makeGeneralPage();
    QWidget *makeConnectionPage(ServerProbe &probe);
    QWidget *makeStationPage();
    QWidget *makeNoticesPage();
    QWidget *makeAppearancePage();
    void connectStation();
    void connectNotices();
    void retranslate();
    void fillChoices();
    void takeConnection();

    const Theme &m_theme;
    Settings &m_settings;
    PageTabs *m_tabs;
    QStackedWidget *m_pages;

    QLabel *m_languageLabel = nullptr;
    QComboBox *m_language = nullptr;
    QLabel *m_about = nullptr;

    ServerFields *m_server = nullptr;
    QPushButton *m_useServer = nullptr;

    QLabel *m_nameLabel = nullptr;
    QLineEdit *m_name = nullptr;
    QLabel *m_stepsLabel = nullptr;
    StepPicker *m_steps = nullptr;
    QCheckBox *m_onlyMine = nullptr;

    QCheckBox *m_sound = nullptr;
    QCheckBox *m_stepMoves = nullptr;
    QCheckBox *m_unknownTypes = nullptr;

    QLabel *m_themeLabel = nullptr;
    SegmentedControl *m_themeChoice = nullptr;
    QLabel *m_scaleLabel = nullptr;
    QComboBox *m_scale = nullptr;
};

} // namespace pressboard::client
