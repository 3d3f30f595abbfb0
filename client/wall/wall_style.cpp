// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/wall/wall_style.h"

namespace pressboard::client {

WallStyle::WallStyle(const Theme &theme, QObject *parent)
    : BigStyle(theme, parent)
{
}

void WallStyle::fit(QSize screen)
{
    m_layout = WallLayout::of(screen);
    setScale(m_layout.scale);
}

} // namespace pressboard::client
