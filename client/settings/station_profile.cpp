// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/settings/station_profile.h"

#include <QSysInfo>

namespace pressboard::client {

QString StationProfile::defaultName()
{
    const QString host = QSysInfo::machineHostName();
    return host.isEmpty() ? QStringLiteral("pressboard") : host;
}

} // namespace pressboard::client
