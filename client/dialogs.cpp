// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dialogs.h"

#include "client/connection_probe.h"
#include "client/notice_sender.h"
#include "client/notify/notifier.h"
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "client/toaster.h"
#include "client/widgets/first_run_dialog.h"
#include "client/widgets/main_window.h"

namespace pressboard::client {

Dialogs::Dialogs(const Parts &parts)
    : m_parts(parts)
{
}

bool Dialogs::askForServer()
{
    Settings &settings = m_parts.settings;
    const StationProfile profile = settings.profile();
    FirstRunDialog dialog(m_parts.theme, m_parts.probe,
                          {settings.server(), settings.tokenInFile(), profile.name, profile.steps});
    if (dialog.exec() != QDialog::Accepted)
        return false;
    const FirstRunDialog::Answer answer = dialog.answer();
    settings.setProfile({answer.stationName.isEmpty() ? profile.name : answer.stationName,
                         answer.mySteps});
    m_parts.access.use(answer.server, answer.token);
    return true;
}

void Dialogs::openSettings(SettingsDialog::Page page)
{
    if (m_settings.isNull()) {
        m_settings = new SettingsDialog({m_parts.theme, m_parts.settings, m_parts.access, m_parts.probe},
                                        &m_parts.window);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_settings->showPage(page);
    m_settings->show();
    m_settings->activateWindow();
}

void Dialogs::openSendNotice()
{
    if (m_notice.isNull()) {
        m_notice = new SendNoticeDialog(m_parts.theme, m_parts.sender.rights(), &m_parts.window);
        m_notice->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_notice, &SendNoticeDialog::testRequested, this, &Dialogs::sendTest);
        connect(m_notice, &SendNoticeDialog::sendRequested, this, &Dialogs::send);
    }
    m_notice->show();
    m_notice->activateWindow();
}

void Dialogs::send(const NoticeDraft &draft)
{
    m_parts.sender.send(draft, [this](const QString &sentence, bool stored) {
        if (!m_notice.isNull())
            m_notice->showResult(sentence, stored);
    });
}

void Dialogs::sendTest()
{
    m_parts.notifier.noteTestSent();
    m_parts.sender.sendTest([this](const QString &sentence, bool) {
        m_parts.toaster.tell(tr("The test notice was not sent"), sentence);
    });
}

} // namespace pressboard::client
