// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QComboBox;
class QLabel;

namespace pressboard::client {

class SegmentedControl;

/// Colours, the size of the text, the language. Motion follows the system and is not asked for.
class AppearancePage final : public SettingsPage
{
    Q_OBJECT
public:
    AppearancePage(const Theme &theme, Settings &settings);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override;

private:
    void fillScales();

    SegmentedControl *m_colors;
    QLabel *m_colorsLabel;
    QComboBox *m_scale;
    QLabel *m_scaleLabel;
    QComboBox *m_language;
    QLabel *m_languageLabel;
};

} // namespace pressboard::client
