// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/settings_page.h"

#include "client/settings/settings.h"
#include "client/widgets/form_column.h"

#include <QEvent>

namespace pressboard::client {

SettingsPage::SettingsPage(const Theme &theme, Settings &settings)
    : m_settings(settings)
    , m_form(*new FormColumn(theme))
{
    setLayout(&m_form);
    connect(&settings, &Settings::changed, this, [this] { fill(); });
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
