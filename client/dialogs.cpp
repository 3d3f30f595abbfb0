// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/dialogs.h"

#include "client/calls/call_dialog.h"
#include "client/models/shop_steps.h"
#include "client/notices/notice_sender.h"
#include "client/notify/notifier.h"
#include "client/preferences/connection_probe.h"
#include "client/preferences/first_run_dialog.h"
#include "client/secrets/server_access.h"
#include "client/settings/settings.h"
#include "client/store/store.h"
#include "client/toasts/toaster.h"
#include "client/window/main_window.h"

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
    settings.setProfile(
        {answer.stationName.isEmpty() ? profile.name : answer.stationName, answer.mySteps});
    m_parts.access.use(answer.server, answer.token);
    return true;
}

void Dialogs::openSettings(SettingsDialog::Page page)
{
    if (m_settings.isNull()) {
        m_settings = new SettingsDialog(
            {m_parts.theme, m_parts.settings, m_parts.access, m_parts.probe, m_parts.autostart,
             shopSteps(m_parts.store.book()), m_parts.store.shop().workHours},
            &m_parts.window);
        m_settings->setAttribute(Qt::WA_DeleteOnClose);
        connect(m_settings, &SettingsDialog::soundTried, &m_parts.toaster, &Toaster::tryOut);
    }
    m_settings->showPage(page);
    m_settings->show();
    m_settings->activateWindow();
}

void Dialogs::openSendNotice()
{
    if (m_notice.isNull()) {
        NoticeSender &sender = m_parts.sender;
        m_notice = new SendNoticeDialog(
            m_parts.theme, sender.rights(),
            [&sender](const QString &number) { return sender.orderBy(number); }, &m_parts.window);
        m_notice->setAttribute(Qt::WA_DeleteOnClose);
        connectNotice(*m_notice);
    }
    m_notice->show();
    m_notice->activateWindow();
}

void Dialogs::connectNotice(SendNoticeDialog &dialog)
{
    NoticeSender &sender = m_parts.sender;
    const auto showConnected = [&dialog, &sender] { dialog.setConnected(sender.isConnected()); };
    const auto showSent = [&dialog, &sender] { dialog.setSent(sender.sent()); };
    connect(&dialog, &SendNoticeDialog::testRequested, this, &Dialogs::sendTest);
    connect(&dialog, &SendNoticeDialog::sendRequested, this, &Dialogs::send);
    connect(&dialog, &SendNoticeDialog::withdrawRequested, this, &Dialogs::withdraw);
    connect(&dialog, &SendNoticeDialog::remindRequested, this, &Dialogs::remind);
    connect(&dialog, &SendNoticeDialog::stationsWanted, &sender, &NoticeSender::askStations);
    connect(&sender, &NoticeSender::connectedChanged, &dialog, showConnected);
    connect(&sender, &NoticeSender::sentChanged, &dialog, showSent);
    // What was not sent is there again when the dialog is.
    dialog.setText(m_unsent);
    connect(&dialog, &QDialog::finished, this, [this, &dialog] { m_unsent = dialog.draft().text; });
    showConnected();
    showSent();
    sender.askSent();
}

void Dialogs::send(const NoticeDraft &draft)
{
    m_parts.sender.send(draft, [this](const QString &sentence, bool stored) {
        if (m_notice.isNull())
            return stored ? m_unsent.clear() : m_parts.toaster.tell(tr("Notice"), sentence);
        m_notice->showResult(sentence, stored);
    });
}

void Dialogs::withdraw(StreamId id)
{
    m_parts.sender.withdraw(id, [this](const QString &sentence, bool stored) {
        if (!m_notice.isNull())
            m_notice->showWithdrawal(sentence, stored);
    });
}

void Dialogs::remind(StreamId id)
{
    m_parts.sender.remind(id, [this](const QString &sentence, bool stored) {
        if (!m_notice.isNull())
            m_notice->showWithdrawal(sentence, stored);
    });
}

void Dialogs::openCall()
{
    if (!m_parts.calls.isOffered())
        return;
    if (m_call.isNull()) {
        m_call = new CallDialog(m_parts.theme, m_parts.calls, {}, &m_parts.window);
        m_call->setAttribute(Qt::WA_DeleteOnClose);
    }
    m_call->show();
    m_call->activateWindow();
}

void Dialogs::sendTest()
{
    m_parts.notifier.noteTestSent();
    m_parts.sender.sendTest(
        [this](std::chrono::milliseconds roundTrip) { m_parts.notifier.tellEcho(roundTrip); },
        [this](const QString &sentence, bool) {
            m_parts.toaster.tell(tr("The test notice was not sent"), sentence);
        });
}

} // namespace pressboard::client
