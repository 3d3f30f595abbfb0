// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/server_fields.h"

#include "client/controls/form_column.h"
#include "client/preferences/authority_dialog.h"
#include "client/preferences/server_probe.h"
#include "client/scanner/scan_filter.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace pressboard::client {

ServerFields::ServerFields(const Theme &theme, ServerProbe &probe, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_probe(probe)
    , m_server(new QLineEdit)
    , m_token(new QLineEdit)
    , m_test(new QPushButton)
    , m_trust(new QPushButton)
{
    auto *form = new FormColumn(theme);
    setLayout(form);
    m_serverLabel = form->addField(m_server);
    m_tokenLabel = form->addField(m_token);
    form->addGap(12);
    auto *row = new QHBoxLayout;
    m_test->setAutoDefault(false);
    row->addWidget(m_test);
    m_trust->setObjectName(QStringLiteral("askToTrust"));
    m_trust->setAutoDefault(false);
    m_trust->hide();
    row->addWidget(m_trust);
    row->addStretch(1);
    form->addLayout(row);
    m_result = form->addHint();
    m_result->setObjectName(QStringLiteral("probeResult"));
    m_result->setForegroundRole(QPalette::WindowText);

    m_server->setObjectName(QStringLiteral("server"));
    m_token->setObjectName(QStringLiteral("token"));
    m_token->setProperty(ScanFilter::wantsText, true);
    m_token->setEchoMode(QLineEdit::PasswordEchoOnEdit);
    for (QLineEdit *field : {m_server, m_token}) {
        connect(field, &QLineEdit::textEdited, this, [this] {
            forget();
            m_edited = true;
            Q_EMIT edited();
        });
        connect(field, &QLineEdit::returnPressed, m_test, &QPushButton::click);
    }
    connect(m_test, &QPushButton::clicked, this, &ServerFields::test);
    connect(m_trust, &QPushButton::clicked, this, &ServerFields::askToTrust);
    connect(&probe, &ServerProbe::finished, this, &ServerFields::showResult);
    retranslate();
    forget();
}

void ServerFields::retranslate()
{
    m_serverLabel->setText(tr("Server"));
    m_server->setPlaceholderText(tr("192.168.1.10 or a name"));
    m_tokenLabel->setText(tr("Access code"));
    m_token->setPlaceholderText(tr("From your admin"));
    m_test->setText(tr("Test connection"));
    m_trust->setText(tr("Whose certificate is it?"));
}

void ServerFields::fill(const QString &server, const QString &token)
{
    if (server == this->server() && token == this->token())
        return;
    m_server->setText(server);
    m_token->setText(token);
    m_edited = false;
    forget();
}

void ServerFields::hideTestButton()
{
    m_test->hide();
}

QString ServerFields::server() const
{
    return m_server->text().trimmed();
}

QString ServerFields::token() const
{
    return m_token->text().trimmed();
}

QString ServerFields::verdict() const
{
    return m_result->text();
}

void ServerFields::forget()
{
    m_testing = false;
    m_proven = false;
    m_trust->hide();
    say({});
    m_test->setEnabled(!server().isEmpty());
    Q_EMIT provenChanged(false);
}

void ServerFields::say(const QString &sentence, bool isProblem)
{
    const Tokens &t = m_theme.liveTokens();
    QPalette palette = m_result->palette();
    palette.setColor(QPalette::WindowText, isProblem ? t.orange : t.text);
    m_result->setPalette(palette);
    m_result->setText(sentence);
    m_result->setVisible(!sentence.isEmpty());
}

void ServerFields::test()
{
    if (m_testing)
        return; // Enter in a field asks for it, and is the dialog's answer, too
    m_testing = true;
    m_test->setEnabled(false);
    m_trust->hide();
    say(tr("Trying…"));
    m_probe.run(server(), token());
}

void ServerFields::showResult(const ProbeResult &result)
{
    if (!m_testing) // somebody else's try, or one whose values were changed since
        return;
    m_testing = false;
    m_proven = result.works;
    m_test->setEnabled(true);
    say(result.sentence, !result.works);
    m_authority = result.authority;
    m_trust->setVisible(result.asksToTrust);
    Q_EMIT provenChanged(m_proven);
    Q_EMIT judged(m_proven);
}

/// Asked for at once again: who is believed now may be the wrong one for this server.
void ServerFields::askToTrust()
{
    AuthorityDialog dialog(m_theme, server(), m_authority, this);
    if (dialog.exec() != QDialog::Accepted)
        return;
    const QString problem = m_probe.trust(dialog.authority());
    if (problem.isEmpty())
        test();
    else
        say(problem, true);
}

void ServerFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
