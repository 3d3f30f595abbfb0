// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/preferences/settings_page.h"

class QLabel;

namespace pressboard::client {

/// What concerns the program itself.
class GeneralPage final : public SettingsPage
{
    Q_OBJECT
public:
    GeneralPage(const Theme &theme, Settings &settings);

    QString title() const override;

protected:
    void retranslate() override;
    void fill() override { }

private:
    QLabel *m_about;
};

} // namespace pressboard::client
