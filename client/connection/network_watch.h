// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace pressboard::client {

/// Says when the computer's network changed, where Qt can tell (NetworkManager, Windows): a cable
/// plugged in, another Wi-Fi, a VPN.
class NetworkWatch : public QObject
{
    Q_OBJECT
public:
    explicit NetworkWatch(QObject *parent = nullptr);

Q_SIGNALS:
    void changed();
};

} // namespace pressboard::client
