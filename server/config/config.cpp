// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/config.h"

#include "shared/state/views.h"

namespace pressboard::server {

QString ListenAddress::toString() const
{
    const bool six = host.protocol() == QAbstractSocket::IPv6Protocol;
    return (six ? QStringLiteral("[%1]:%2") : QStringLiteral("%1:%2"))
        .arg(host.toString())
        .arg(port);
}

Config::Config()
    : timezone(QTimeZone::systemTimeZone())
    , joinSteps(defaultJoinSteps())
{
}

} // namespace pressboard::server
