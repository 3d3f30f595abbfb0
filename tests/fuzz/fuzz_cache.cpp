// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache.h"
#include "client/store/cache_format.h"

#include <QFile>
#include <QTemporaryDir>
#include <QtEndian>

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::client;

namespace {

/// Around blocks that nobody packed, as a file that is neither torn nor another's.
QByteArray wrapped(const QByteArray &key, const QList<QByteArray> &blocks)
{
    QByteArray file = cache_format::magic + key;
    for (const QByteArray &block : blocks) {
        const QByteArray packed = qCompress(block, 1);
        QByteArray length(cache_format::lengthBytes, Qt::Uninitialized);
        qToLittleEndian(quint32(packed.size()), length.data());
        file += length + packed;
    }
    file += QByteArray(cache_format::lengthBytes, '\0');
    return file + QCryptographicHash::hash(file, cache_format::hash);
}

} // namespace

/// The cache's file. Its first half stands for the head, the rest for orders; and what is read is
/// written and read again as the same.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    static const QTemporaryDir folder;
    static const QByteArray key = Cache::keyFor(QStringLiteral("ws://a"), QStringLiteral("b"));
    const Cache cache(folder.filePath(QStringLiteral("cache")), key);
    const qsizetype middle = input.indexOf("\n\n");
    QFile file(cache.path());
    if (!file.open(QIODevice::WriteOnly))
        std::abort();
    file.write(wrapped(key, {input.left(middle), input.mid(middle + 2)}));
    file.close();
    const auto image = cache.load();
    if (!image)
        return 0;
    if (cache.save(*image))
        std::abort();
    const auto again = cache.load();
    if (!again || again->book != image->book || again->stats != image->stats)
        std::abort();
    return 0;
}
