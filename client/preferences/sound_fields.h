// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/sound_level.h"

#include <QHash>
#include <QLatin1StringView>
#include <QWidget>

class QLabel;
class QPushButton;
class QSlider;

namespace pressboard::client {

class CheckLine;
class Settings;
class Theme;

/// How loud toasts are, and which levels are heard; each can be tried. Applied at once.
class SoundFields final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the fields.
    SoundFields(const Theme &theme, Settings &settings, QWidget *parent = nullptr);

    /// What can be set here, each with the settings' name for it.
    QList<std::pair<QLatin1StringView, QWidget *>> fields() const;

Q_SIGNALS:
    /// Somebody wants to hear it, at the volume that is set.
    void tried(pressboard::client::SoundLevel level);

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Row
    {
        CheckLine *heard;
        QPushButton *play;
    };

    QWidget *makeVolume();
    QWidget *makeLevels();
    void retranslate();
    void fill();
    static QString wordsOf(SoundLevel level);

    const Theme &m_theme;
    Settings &m_settings;
    QLabel *m_volumeLabel = nullptr;
    QSlider *m_volume = nullptr;
    QHash<SoundLevel, Row> m_rows;
};

} // namespace pressboard::client
