// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/sound_level.h"

#include <QDialog>

class QLabel;
class QListWidget;
class QStackedWidget;

namespace pressboard::client {

class FormColumn;
class Autostart;
class ServerAccess;
class ServerProbe;
class Settings;
class SettingsPage;
class Theme;

/// The pages of the settings beside a list of their names. Nothing has to be confirmed; below
/// stands what could not be saved.
class SettingsDialog final : public QDialog
{
    Q_OBJECT
public:
    enum Page { General, Connection, Station, Notices, Wall, Appearance };

    /// What it works on; all must outlive the dialog.
    struct Parts
    {
        const Theme &theme;
        Settings &settings;
        ServerAccess &access;
        ServerProbe &probe;
        Autostart &autostart;
        QStringList shopSteps = {}; ///< those of its orders; empty: none is known yet
        QString workHours = {}; ///< the shop's; empty: none are known
    };

    explicit SettingsDialog(const Parts &parts, QWidget *parent = nullptr);

    void showPage(Page page);
    SettingsPage *page(Page page) const;

Q_SIGNALS:
    /// See SoundFields.
    void soundTried(pressboard::client::SoundLevel level);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addPages(const Parts &parts);
    void addPage(SettingsPage *page);
    void retranslate();
    void resizeNames();
    void showProblem();
    QSize usualSize() const;

    const Theme &m_theme;
    const Settings &m_settings;
    QListWidget *m_names;
    QStackedWidget *m_stack;
    QLabel *m_problem = nullptr;
    QList<SettingsPage *> m_pages;
};

} // namespace pressboard::client
