// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/connection_page.h"

#include "client/settings/settings.h"
#include "client/widgets/form_column.h"
#include "client/widgets/server_fields.h"

#include <QPushButton>

namespace pressboard::client {

ConnectionPage::ConnectionPage(const Theme &theme, Settings &settings, ServerProbe &probe)
    : SettingsPage(theme, settings)
    , m_hint(form().addHint())
    , m_fields(new ServerFields(theme, probe))
    , m_anyway(new QPushButton)
{
    form().addGap(8);
    form().addWidget(m_fields);
    form().addWidget(m_anyway, 0, Qt::AlignLeft);
    form().addStretch(1);
    m_anyway->setObjectName(QStringLiteral("useAnyway"));
    m_anyway->setAutoDefault(false);
    m_anyway->hide();
    connect(m_fields, &ServerFields::judged, this, [this](bool works) {
        m_anyway->setVisible(!works);
        if (works)
            take();
    });
    connect(m_fields, &ServerFields::edited, m_anyway, &QWidget::hide);
    connect(m_anyway, &QPushButton::clicked, this, &ConnectionPage::take);
    retranslate();
    fill();
}

QString ConnectionPage::title() const
{
    return tr("Connection");
}

void ConnectionPage::retranslate()
{
    m_hint->setText(tr("A server and an access code that work are used at once."));
    m_anyway->setText(tr("Use it all the same"));
}

/// What somebody is typing is not taken from under their hands.
void ConnectionPage::fill()
{
    if (!m_fields->isEdited())
        m_fields->fill(settings().server(), settings().token());
}

void ConnectionPage::take()
{
    m_anyway->hide();
    settings().setConnection(m_fields->server(), m_fields->token());
    m_fields->noteTaken();
}

} // namespace pressboard::client
