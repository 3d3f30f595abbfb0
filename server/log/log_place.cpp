// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/log_place.h"

#include <QCryptographicHash>

namespace pressboard::server {

/// With its length, so that no two contents run together to the same text.
static void addText(QCryptographicHash &hash, const QByteArray &text)
{
    hash.addData(' ' + QByteArray::number(text.size()) + ':');
    hash.addData(text);
}

QByteArray fingerprintOf(const redis::StreamEntry &entry)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    hash.addData(entry.id.toBytes());
    for (const auto &[field, value] : entry.fields) {
        addText(hash, field);
        addText(hash, value);
    }
    return hash.result().toHex();
}

bool LogPlace::isAt(const redis::StreamEntry &entry) const
{
    return entry.id == id && (fingerprint.isEmpty() || fingerprint == fingerprintOf(entry));
}

LogPlace LogPlace::after(const QList<redis::StreamEntry> &entries) const
{
    if (entries.isEmpty())
        return *this;
    LogPlace place{entries.last().id, fingerprintOf(entries.last()), added};
    if (place.added)
        *place.added += entries.size();
    return place;
}

QByteArrayList LogPlace::toArguments() const
{
    return {id.toBytes(), fingerprint, added ? QByteArray::number(*added) : QByteArray("")};
}

} // namespace pressboard::server
