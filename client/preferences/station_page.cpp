// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/station_page.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/controls/step_picker.h"
#include "client/settings/settings.h"

#include <QLineEdit>

namespace pressboard::client {

namespace {

constexpr int longestName = 40; ///< the header has no room for more

} // namespace

StationPage::StationPage(const Theme &theme, Settings &settings)
    : SettingsPage(theme, settings)
    , m_name(new QLineEdit)
    , m_steps(new StepPicker(theme))
    , m_onlyMine(new CheckLine)
{
    m_name->setMaxLength(longestName);
    m_name->setObjectName(QStringLiteral("stationName"));
    m_nameLabel = form().addField(m_name);
    m_stepsLabel = form().addField(m_steps);
    form().addGap(4);
    m_hint = form().addHint();
    form().addGap(12);
    form().addWidget(m_onlyMine);
    pin(key::stationName, m_name);
    pin(key::steps, m_steps);
    pin(key::myStepsOnly, m_onlyMine);
    connect(m_name, &QLineEdit::editingFinished, this, &StationPage::apply);
    connect(m_steps, &StepPicker::changed, this, &StationPage::apply);
    connect(m_onlyMine, &QCheckBox::clicked, &settings, &Settings::setShowsMyStepsOnly);
    finish();
}

QString StationPage::title() const
{
    return tr("Station");
}

void StationPage::retranslate()
{
    m_nameLabel->setText(tr("Station name"));
    m_stepsLabel->setText(tr("My steps"));
    m_hint->setText(tr("They decide which toasts come and what the lists show first, never what "
                       "this station may see. An office chooses none."));
    m_onlyMine->setText(tr("Lists show my steps only"));
}

void StationPage::fill()
{
    const StationProfile profile = settings().profile();
    if (!m_name->hasFocus())
        m_name->setText(profile.name);
    m_steps->setChosen(profile.steps);
    m_onlyMine->setChecked(settings().showsMyStepsOnly());
    m_onlyMine->setEnabled(profile.isOnFloor() && !isPinned(key::myStepsOnly));
}

void StationPage::apply()
{
    settings().setProfile({m_name->text().trimmed(), m_steps->chosen()});
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(settings().profile().name); // the computer's
}

} // namespace pressboard::client
