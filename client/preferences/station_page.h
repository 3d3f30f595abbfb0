// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QComboBox;
class QLabel;
class QLineEdit;

namespace pressboard::client {

class CheckLine;
class LookBox;
class StepPicker;

/// 终端: what this PC is called and which steps it works on.
class StationPage final : public SettingsPage
{
    Q_OBJECT
public:
    /// `shopSteps`: what is offered; empty: the usual ones.
    StationPage(const Theme &theme, Settings &settings, const QStringList &shopSteps);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override;

private:
    void apply();
    void applyMode();

    QLineEdit *m_name;
    QLabel *m_nameLabel;
    StepPicker *m_steps;
    QLabel *m_stepsLabel;
    CheckLine *m_onlyMine;
    QLabel *m_hint;
    QComboBox *m_distance; ///< of 机台模式
    QLabel *m_distanceLabel;
    LookBox *m_look;
    QLabel *m_lookLabel;
    CheckLine *m_atStart;
};

} // namespace pressboard::client
