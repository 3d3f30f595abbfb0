// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"
#include "client/settings/sound_level.h"

namespace pressboard::client {

class CheckLine;

/// How this station likes to be told.
class NoticesPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// `workHours`: the shop's, as it says them; empty: none are known.
    NoticesPage(const Theme &theme, Settings &settings, const QString &workHours = {});

    QString title() const override;

Q_SIGNALS:
    /// See SoundFields.
    void soundTried(pressboard::client::SoundLevel level);

protected:
    void retranslate() override;
    void fill() override;

private:
    CheckLine *m_sound;
    CheckLine *m_stepMoves;
    CheckLine *m_unknownTypes;
};

} // namespace pressboard::client
