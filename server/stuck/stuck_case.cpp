// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_case.h"

#include <QCryptographicHash>

namespace pressboard::server {

/// As a key may have it: a text may hold anything.
static QString word(const CrmId &id)
{
    if (id.isNumber())
        return id.toString();
    const QByteArray hash =
        QCryptographicHash::hash(id.toString().toUtf8(), QCryptographicHash::Sha256);
    return u'x' + QString::fromLatin1(hash.toHex().left(32));
}

QString StuckCase::key() const
{
    switch (kind) {
    case Kind::Running:
        return QStringLiteral("stuck:run:") + word(progressId);
    case Kind::Unmoved:
        return QStringLiteral("stuck:still:") + word(orderId);
    case Kind::Unbegun:
        return QStringLiteral("stuck:begin:") + word(orderId);
    }
    Q_UNREACHABLE();
}

} // namespace pressboard::server
