// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::server::ctl {

/// What a running server says of itself on its operators' port.
struct OpsAnswer
{
    QString address; ///< where it was asked
    bool ready = false;
    QStringList reasons; ///< why it is not, in sentences
    QString redis; ///< that it works with, without a password
    QString prefix; ///< of its keys

    /// The whole HTTP answer to GET /readyz; nullopt: that is no pressboard-server.
    static std::optional<OpsAnswer> fromHttp(const QString &address, const QByteArray &answer);

    bool isOf(const QString &redisShown, const QString &keyPrefix) const
    {
        return redis == redisShown && prefix == keyPrefix;
    }
};

} // namespace pressboard::server::ctl
