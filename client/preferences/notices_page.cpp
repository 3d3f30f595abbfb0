// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/notices_page.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/preferences/quiet_fields.h"
#include "client/preferences/sound_fields.h"
#include "client/preferences/toast_place_fields.h"
#include "client/settings/settings.h"

namespace pressboard::client {

NoticesPage::NoticesPage(const Theme &theme, Settings &settings, const QString &workHours)
    : SettingsPage(theme, settings)
    , m_sound(new CheckLine)
    , m_stepMoves(new CheckLine)
    , m_unknownTypes(new CheckLine)
{
    form().addWidget(m_sound);
    auto *sounds = new SoundFields(theme, settings);
    form().addWidget(sounds);
    form().addGap(8);
    auto *place = new ToastPlaceFields(theme, settings);
    form().addWidget(place);
    form().addGap(8);
    form().addWidget(m_stepMoves);
    form().addGap(4);
    form().addWidget(m_unknownTypes);
    form().addGap(12);
    auto *quiet = new QuietFields(theme, settings, workHours);
    form().addWidget(quiet);
    pin(key::sound, m_sound);
    for (const auto &[key, field] : sounds->fields() + place->fields() + quiet->fields())
        pin(key, field);
    pin(key::stepMoves, m_stepMoves);
    pin(key::unknownTypes, m_unknownTypes);
    connect(sounds, &SoundFields::tried, this, &NoticesPage::soundTried);
    connect(m_sound, &QCheckBox::clicked, &settings, &Settings::setSoundOn);
    connect(m_stepMoves, &QCheckBox::clicked, &settings, &Settings::setToastsStepMoves);
    connect(m_unknownTypes, &QCheckBox::clicked, &settings, &Settings::setToastsUnknownTypes);
    finish();
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
