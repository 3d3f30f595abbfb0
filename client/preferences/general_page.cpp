// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/general_page.h"

#include "client/settings/settings.h"
#include "client/widgets/form_column.h"

#include <QDir>

namespace pressboard::client {

GeneralPage::GeneralPage(const Theme &theme, Settings &settings)
    : SettingsPage(theme, settings)
{
    m_about = form().addHint();
    m_about->setTextInteractionFlags(Qt::TextSelectableByMouse);
    form().addStretch(1);
    retranslate();
}

QString GeneralPage::title() const
{
    return tr("General");
}

void GeneralPage::retranslate()
{
    m_about->setText(tr("Pressboard %1\nSettings file: %2")
                         .arg(QStringLiteral(PRESSBOARD_VERSION),
                              QDir::toNativeSeparators(settings().path())));
}

} // namespace pressboard::client
