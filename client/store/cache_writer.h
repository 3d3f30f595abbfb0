// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/packer.h"
#include "client/store/store_image.h"
#include "shared/base/result.h"

#include <QCryptographicHash>
#include <QSaveFile>

#include <optional>

namespace pressboard::client {

/// Writes one cache file in slices of a few milliseconds, beside the one before, which stays until
/// the last byte is down. Dropped halfway, it leaves no trace.
class CacheWriter
{
public:
    /// Copies share the rows with the store: taking the image costs next to nothing.
    CacheWriter(const QString &path, const QByteArray &key, StoreImage image);

    /// The next slice; false when there is nothing left to write but finish().
    bool writeSome();
    /// nullopt when the file is in its place.
    std::optional<Error> finish();

private:
    void put(const QByteArray &bytes);
    void putBlock();

    StoreImage m_image;
    QHash<CrmId, Order>::const_iterator m_next; ///< into m_image's own orders
    Packer m_packer;
    QCryptographicHash m_hash;
    QSaveFile m_file;
};

} // namespace pressboard::client
