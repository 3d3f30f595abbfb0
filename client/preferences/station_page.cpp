// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/station_page.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/controls/step_picker.h"
#include "client/preferences/look_box.h"
#include "client/settings/settings.h"

#include <QComboBox>
#include <QLineEdit>

namespace pressboard::client {

namespace {

constexpr int longestName = 40; ///< the header has no room for more

} // namespace

StationPage::StationPage(const Theme &theme, Settings &settings, const QStringList &shopSteps)
    : SettingsPage(theme, settings)
    , m_name(new QLineEdit)
    , m_steps(new StepPicker(theme))
    , m_onlyMine(new CheckLine)
    , m_distance(new QComboBox)
    , m_look(new LookBox)
    , m_atStart(new CheckLine)
{
    m_steps->setOffered(shopSteps);
    m_name->setMaxLength(longestName);
    m_name->setObjectName(QStringLiteral("stationName"));
    m_nameLabel = form().addField(m_name);
    m_stepsLabel = form().addField(m_steps);
    form().addGap(4);
    m_hint = form().addHint();
    form().addGap(12);
    form().addWidget(m_onlyMine);
    form().addGap(12);
    m_distanceLabel = form().addField(m_distance, Qt::AlignLeft);
    m_lookLabel = form().addField(m_look, Qt::AlignLeft);
    form().addGap(4);
    form().addWidget(m_atStart);
    m_distance->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_distance->setObjectName(QStringLiteral("stationDistance"));
    pin(key::stationDistance, m_distance);
    pin(key::stationLook, m_look);
    pin(key::stationAtStart, m_atStart);
    connect(m_distance, &QComboBox::activated, this, &StationPage::applyMode);
    connect(m_look, &QComboBox::activated, this, &StationPage::applyMode);
    connect(m_atStart, &QCheckBox::clicked, &settings, &Settings::setOpensAsStation);
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
    m_distanceLabel->setText(tr("Station mode is read from"));
    m_distance->clear();
    for (const double distance : StationSetup::distances)
        m_distance->addItem(tr("%1 m").arg(distance), distance);
    m_lookLabel->setText(tr("Station mode, light or dark"));
    m_look->retranslate();
    m_atStart->setText(tr("Open in station mode when Pressboard starts"));
}

void StationPage::fill()
{
    const StationProfile profile = settings().profile();
    if (!m_name->hasFocus())
        m_name->setText(profile.name);
    m_steps->setChosen(profile.steps);
    m_onlyMine->setChecked(settings().showsMyStepsOnly());
    const StationSetup mode = settings().station();
    m_distance->setCurrentIndex(m_distance->findData(mode.distance));
    m_look->setLook(mode.look);
    m_atStart->setChecked(settings().opensAsStation());
    m_onlyMine->setEnabled(profile.isOnFloor() && !isPinned(key::myStepsOnly));
}

void StationPage::apply()
{
    settings().setProfile({m_name->text().trimmed(), m_steps->chosen()});
    if (m_name->text().trimmed().isEmpty())
        m_name->setText(settings().profile().name); // the computer's
}

void StationPage::applyMode()
{
    settings().setStation({m_distance->currentData().toDouble(), m_look->look()});
}

} // namespace pressboard::client
