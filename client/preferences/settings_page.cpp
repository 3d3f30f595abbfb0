// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/settings_page.h"

#include "client/controls/form_column.h"
#include "client/settings/settings.h"
#include "client/text/breakable.h"

#include <QDir>
#include <QEvent>

namespace pressboard::client {

SettingsPage::SettingsPage(const Theme &theme, Settings &settings)
    : m_settings(settings)
    , m_form(*new FormColumn(theme))
{
    setLayout(&m_form);
    connect(&settings, &Settings::changed, this, [this] { fill(); });
}

bool SettingsPage::isPinned(QLatin1StringView key) const
{
    return m_settings.isRolledOut(key);
}

void SettingsPage::pin(QLatin1StringView key, QWidget *field)
{
    if (!isPinned(key))
        return;
    field->setEnabled(false);
    if (m_pinned != nullptr)
        return;
    m_form.addGap(12);
    m_pinned = m_form.addHint();
    m_pinned->setObjectName(QStringLiteral("pinned"));
}

void SettingsPage::finish()
{
    m_form.addStretch(1);
    sayPinned();
    retranslate();
    fill();
}

void SettingsPage::sayPinned()
{
    if (m_pinned != nullptr)
        m_pinned->setText(
            breakable(tr("What is grey here was set for many PCs in %1.")
                          .arg(QDir::toNativeSeparators(m_settings.rolledOutPath()))));
}

void SettingsPage::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange) {
        sayPinned();
        retranslate();
        fill();
    }
    QWidget::changeEvent(event);
}

} // namespace pressboard::client
