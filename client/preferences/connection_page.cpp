// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/connection_page.h"

#include "client/controls/form_column.h"
#include "client/preferences/server_fields.h"
#include "client/secrets/server_access.h"
#include "client/settings/setting_keys.h"
#include "client/text/breakable.h"

#include <QDir>
#include <QPushButton>

namespace pressboard::client {

ConnectionPage::ConnectionPage(const Theme &theme, Settings &settings, ServerAccess &access,
                               ServerProbe &probe)
    : SettingsPage(theme, settings)
    , m_access(access)
    , m_hint(form().addHint())
    , m_fields(new ServerFields(theme, probe))
    , m_anyway(new QPushButton)
{
    form().addGap(8);
    form().addWidget(m_fields);
    form().addWidget(m_anyway, 0, Qt::AlignLeft);
    form().addGap(12);
    m_keeper = form().addHint();
    m_keeper->setObjectName(QStringLiteral("codeKeeper"));
    pin(key::server, m_fields);
    m_anyway->setObjectName(QStringLiteral("useAnyway"));
    m_anyway->setAutoDefault(false);
    m_anyway->hide();
    connect(m_fields, &ServerFields::judged, this, [this](bool works) {
        m_anyway->setVisible(!works);
        if (works)
            useThem();
    });
    connect(m_fields, &ServerFields::edited, m_anyway, &QWidget::hide);
    connect(m_anyway, &QPushButton::clicked, this, &ConnectionPage::useThem);
    connect(&access, &ServerAccess::changed, this, &ConnectionPage::fill);
    connect(&access, &ServerAccess::keptElsewhere, this, &ConnectionPage::sayKeeper);
    finish();
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

void ConnectionPage::retranslate()
{
    m_hint->setText(tr("A server and an access code that work are used at once."));
    m_anyway->setText(tr("Use anyway"));
}

/// What somebody is typing is not taken from under their hands.
void ConnectionPage::fill()
{
    if (!m_fields->isEdited())
        m_fields->fill(m_access.server(), m_access.code());
    sayKeeper();
}

QString ConnectionPage::keeperWords() const
{
    switch (m_access.keeper()) {
    case CodeKeeper::Keychain:
        return tr("The access code is kept in this system's keychain.");
    case CodeKeeper::File:
        return tr("The access code is kept in a file that only you may read: %1")
            .arg(QDir::toNativeSeparators(m_access.codeFile()));
    case CodeKeeper::Nobody:
        break;
    }
    return m_access.hasKeychain()
        ? tr("An access code will be kept in this system's keychain.")
        : tr("This system has no keychain: an access code will be kept in a file that only you "
             "may read.");
}

void ConnectionPage::sayKeeper()
{
    QStringList sentences{m_access.problem(), keeperWords()};
    sentences.removeAll(QString());
    m_keeper->setText(breakable(sentences.join(u'\n')));
}

void ConnectionPage::useThem()
{
    m_anyway->hide();
    m_access.use(m_fields->server(), m_fields->token());
    m_fields->noteUsed();
}

} // namespace pressboard::client
