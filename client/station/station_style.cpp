// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/station/station_style.h"

namespace pressboard::client {

StationStyle::StationStyle(const Theme &theme, QObject *parent)
    : BigStyle(theme, parent)
{
}

void StationStyle::fit(QSize screen, double scale)
{
    m_layout = StationLayout::of(screen, scale);
    setScale(m_layout.scale);
}

} // namespace pressboard::client
