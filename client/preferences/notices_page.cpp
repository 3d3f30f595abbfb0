// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/notices_page.h"

#include "client/settings/settings.h"
#include "client/widgets/check_line.h"
#include "client/widgets/form_column.h"

namespace pressboard::client {

NoticesPage::NoticesPage(const Theme &theme, Settings &settings)
    : SettingsPage(theme, settings)
    , m_sound(new CheckLine)
    , m_stepMoves(new CheckLine)
    , m_unknownTypes(new CheckLine)
{
    for (CheckLine *line : {m_sound, m_stepMoves, m_unknownTypes}) {
        form().addWidget(line);
        form().addGap(4);
    }
    form().addStretch(1);
    connect(m_sound, &QCheckBox::clicked, &settings, &Settings::setSoundOn);
    connect(m_stepMoves, &QCheckBox::clicked, &settings, &Settings::setToastsStepMoves);
    connect(m_unknownTypes, &QCheckBox::clicked, &settings, &Settings::setToastsUnknownTypes);
    retranslate();
    fill();
}

QString NoticesPage::title() const
{
    return tr("Notices");
}

void NoticesPage::retranslate()
{
    m_sound->setText(tr("Play a sound with important toasts"));
    m_stepMoves->setText(tr("Toasts for started and finished steps, too"));
    m_unknownTypes->setText(tr("Toasts for messages of unknown types, too"));
}

void NoticesPage::fill()
{
    m_sound->setChecked(settings().isSoundOn());
    m_stepMoves->setChecked(settings().toastsStepMoves());
    m_unknownTypes->setChecked(settings().toastsUnknownTypes());
}

} // namespace pressboard::client
