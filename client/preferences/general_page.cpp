// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/general_page.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/preferences/transfer_fields.h"
#include "client/settings/settings.h"
#include "client/startup/autostart.h"
#include "client/text/breakable.h"

#include <QDir>

namespace pressboard::client {

GeneralPage::GeneralPage(const Theme &theme, Settings &settings, ServerAccess &access,
                         Autostart &autostart)
    : SettingsPage(theme, settings)
    , m_autostart(autostart)
    , m_atLogin(new CheckLine)
    , m_inTray(new CheckLine)
    , m_keepsRunning(new CheckLine)
{
    form().addWidget(m_atLogin);
    m_problem = form().addHint();
    m_problem->hide();
    form().addGap(4);
    form().addWidget(m_inTray);
    pin(key::loginInTray, m_inTray);
    form().addGap(4);
    form().addWidget(m_keepsRunning);
    pin(key::closeKeepsRunning, m_keepsRunning);
    form().addGap(16);
    form().addWidget(new TransferFields(theme, settings, access));
    form().addGap(16);
    m_about = form().addHint();
    connect(m_atLogin, &QCheckBox::clicked, this, &GeneralPage::setAutostart);
    connect(m_inTray, &QCheckBox::clicked, &settings, &Settings::setLoginBeginsInTray);
    connect(m_keepsRunning, &QCheckBox::clicked, &settings, &Settings::setCloseKeepsRunning);
    finish();
}

QString GeneralPage::title() const
{
    return tr("General");
}

void GeneralPage::retranslate()
{
    m_atLogin->setText(tr("Start Pressboard when I log in"));
    m_inTray->setText(tr("Then begin without a window, in the tray"));
    m_keepsRunning->setText(
        tr("Closing the window keeps Pressboard running. Notifications will still appear."));
    m_about->setText(breakable(
        tr("Pressboard %1\nSettings file: %2")
            .arg(QStringLiteral(PRESSBOARD_VERSION), QDir::toNativeSeparators(settings().path()))));
}

void GeneralPage::fill()
{
    m_atLogin->setChecked(m_autostart.isOn());
    m_inTray->setChecked(settings().loginBeginsInTray());
    m_inTray->setEnabled(m_autostart.isOn() && !isPinned(key::loginInTray));
    m_keepsRunning->setChecked(settings().closeKeepsRunning());
}

void GeneralPage::setAutostart(bool on)
{
    const std::optional<Error> error = m_autostart.set(on);
    m_problem->setText(error ? breakable(error->message) : QString());
    m_problem->setVisible(error.has_value());
    fill();
}

} // namespace pressboard::client
