// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/store_image.h"
#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

namespace pressboard::client {

/// The store on disk, so that the board is painted before the network is tried. It may be torn at
/// any byte, written by another version, or belong to another server or user: then it is dropped,
/// and a snapshot makes up for it. Nobody ever repairs it.
///
/// Format: magic with version, key, blocks (length, zlib), a block of length 0, SHA-256 of all
/// before. The first block is all but the orders, each other one some hundred orders.
class Cache
{
public:
    /// Who the cache belongs to: a server and an access code, which cannot be read back from it.
    static QByteArray keyFor(const QString &serverUrl, const QString &token);

    /// One for each settings file; whose it is, its key says.
    static QString pathFor(const QString &settingsFile);

    Cache(QString path, QByteArray key);

    const QString &path() const { return m_path; }
    const QByteArray &key() const { return m_key; }

    /// The error says why there is none; it is for the log only.
    Result<StoreImage> load() const;
    /// All at once; CacheWriter does it in slices. nullopt when it is written.
    std::optional<Error> save(const StoreImage &image) const;

private:
    QString m_path;
    QByteArray m_key;
};

} // namespace pressboard::client
