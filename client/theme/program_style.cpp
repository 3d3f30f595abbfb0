// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/theme/program_style.h"

#include "client/theme/board_style.h"

#include <QApplication>

namespace pressboard::client {

ProgramStyle::ProgramStyle(const Theme &theme)
    : m_style(new BoardStyle(theme))
{
    QApplication::setStyle(m_style);
}

ProgramStyle::~ProgramStyle()
{
    if (m_style)
        QApplication::setStyle(QStringLiteral("Fusion")); // which deletes ours
}

} // namespace pressboard::client
