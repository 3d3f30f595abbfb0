// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/sound_fields.h"

#include "client/controls/check_line.h"
#include "client/controls/form_column.h"
#include "client/settings/setting_words.h"
#include "client/settings/settings.h"
#include "client/theme/theme.h"

#include <QEvent>
#include <QGridLayout>
#include <QPushButton>
#include <QSlider>

namespace pressboard::client {

SoundFields::SoundFields(const Theme &theme, Settings &settings, QWidget *parent)
    : QWidget(parent)
    , m_theme(theme)
    , m_settings(settings)
{
    auto *form = new FormColumn(theme);
    setLayout(form);
    m_volumeLabel = form->addField(makeVolume());
    form->addSpacing(theme.px(8));
    form->addWidget(makeLevels());
    connect(&settings, &Settings::changed, this, &SoundFields::fill);
    retranslate();
    fill();
}

QList<std::pair<QLatin1StringView, QWidget *>> SoundFields::fields() const
{
    QList<std::pair<QLatin1StringView, QWidget *>> fields{{key::soundVolume, m_volume}};
    for (const SoundLevel level : soundLevels)
        fields.append({keyOf(level), m_rows.value(level).heard});
    return fields;
}

void SoundFields::fill()
{
    setEnabled(m_settings.isSoundOn());
    if (!m_volume->isSliderDown())
        m_volume->setValue(m_settings.soundVolume());
    for (const SoundLevel level : soundLevels)
        m_rows[level].heard->setChecked(m_settings.sounds(level));
}

QWidget *SoundFields::makeVolume()
{
    m_volume = new QSlider(Qt::Horizontal);
    m_volume->setObjectName(QStringLiteral("soundVolume"));
    m_volume->setRange(0, 100);
    m_volume->setPageStep(10);
    m_volume->setTracking(false); // each value is written to the file
    m_volume->setMaximumWidth(m_theme.px(240));
    connect(m_volume, &QSlider::valueChanged, &m_settings, &Settings::setSoundVolume);
    // Whoever moves it wants to hear how loud that is.
    connect(m_volume, &QSlider::sliderReleased, this, [this] { Q_EMIT tried(SoundLevel::News); });
    return m_volume;
}

QWidget *SoundFields::makeLevels()
{
    auto *levels = new QWidget;
    auto *grid = new QGridLayout(levels);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(m_theme.px(16));
    grid->setVerticalSpacing(m_theme.px(6));
    for (const SoundLevel level : soundLevels) {
        const Row row{new CheckLine, new QPushButton};
        row.play->setAutoDefault(false);
        connect(row.heard, &QCheckBox::clicked, this,
                [this, level](bool on) { m_settings.setSounds(level, on); });
        connect(row.play, &QPushButton::clicked, this, [this, level] { Q_EMIT tried(level); });
        grid->addWidget(row.heard, int(level), 0);
        grid->addWidget(row.play, int(level), 1);
        m_rows.insert(level, row);
    }
    grid->setColumnStretch(0, 1);
    return levels;
}

QString SoundFields::wordsOf(SoundLevel level)
{
    switch (level) {
    case SoundLevel::News:
        return tr("Changes to my orders, work reopened");
    case SoundLevel::YourTurn:
        return tr("Your turn");
    case SoundLevel::Attention:
        return tr("Notices of level Attention");
    case SoundLevel::Alarm:
        break;
    }
    return tr("Important notices, overdue, cancelled");
}

void SoundFields::retranslate()
{
    m_volumeLabel->setText(tr("Volume"));
    m_volume->setAccessibleName(tr("Volume"));
    for (const SoundLevel level : soundLevels) {
        const Row &row = m_rows[level];
        row.heard->setText(wordsOf(level));
        row.play->setText(tr("Listen"));
        row.play->setAccessibleName(tr("Listen: %1").arg(wordsOf(level)));
    }
}

void SoundFields::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
