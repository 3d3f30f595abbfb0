// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/network_watch.h"

#include "client/connection/log.h"

#include <QNetworkInformation>

namespace pressboard::client {

NetworkWatch::NetworkWatch(QObject *parent)
    : QObject(parent)
{
    if (!QNetworkInformation::loadBackendByFeatures(QNetworkInformation::Feature::Reachability)) {
        qCInfo(lcConnection) << "This system does not tell when its network changes.";
        return;
    }
    auto *network = QNetworkInformation::instance();
    connect(network, &QNetworkInformation::reachabilityChanged, this, &NetworkWatch::changed);
    connect(network, &QNetworkInformation::transportMediumChanged, this, &NetworkWatch::changed);
}

} // namespace pressboard::client
