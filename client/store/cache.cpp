// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache.h"

#include "client/store/cache_format.h"
#include "client/store/cache_writer.h"
#include "client/store/custom_packing.h"
#include "client/store/order_packing.h"
#include "shared/state/snapshot.h"

#include <QCryptographicHash>
#include <QFile>
#include <QStandardPaths>
#include <QtEndian>

#include <utility>

namespace pressboard::client {
namespace {

Error dropped(const char *why)
{
    return Error{QLatin1StringView("The cache is dropped: ") + QLatin1StringView(why), false};
}

/// Cuts the file's blocks out one after the other. Only for bytes whose hash was right, so that a
/// length that cannot be is a version that is not ours.
class Blocks
{
public:
    explicit Blocks(QByteArrayView bytes)
        : m_rest(bytes)
    {
    }
    /// Empty at the end, and when there is none.
    QByteArray next()
    {
        if (m_rest.size() < cache_format::lengthBytes)
            return {};
        const qsizetype length = qFromLittleEndian<quint32>(m_rest.data());
        m_rest = m_rest.sliced(cache_format::lengthBytes);
        if (length == 0 || length > m_rest.size())
            return {};
        const QByteArrayView block = m_rest.first(length);
        m_rest = m_rest.sliced(length);
        return qUncompress(reinterpret_cast<const uchar *>(block.data()), int(length));
    }

private:
    QByteArrayView m_rest;
};

protocol::Shop unpackShop(Unpacker &unpacker)
{
    protocol::Shop shop;
    shop.name = unpacker.text();
    shop.timezone = unpacker.text();
    shop.dayStart = unpacker.text();
    shop.workHours = unpacker.text();
    shop.quietAfterSeconds = int(unpacker.signedNumber());
    shop.joinSteps = unpacker.texts();
    shop.orderUrl = unpacker.text();
    return shop;
}

Result<StoreImage> unpackHead(Unpacker &unpacker)
{
    Result<Book> book = bookFromMeta(unpacker.json());
    if (!book)
        return book.error();
    StoreImage image;
    image.book = std::move(book).value();
    image.stats = unpacker.json();
    image.dayStart = unpacker.date();
    image.dayStats = unpacker.json();
    image.shop = unpackShop(unpacker);
    image.shop.fields = unpackCustomFields(unpacker);
    image.book.setCustomFields(image.shop.fields);
    image.user = unpacker.text();
    image.permissions = unpacker.texts();
    image.groups = unpacker.texts();
    image.dataAsOf = unpacker.moment();
    image.lastChange = unpacker.moment();
    return image;
}

Result<StoreImage> unpackImage(QByteArrayView blocksOfFile)
{
    Blocks blocks(blocksOfFile);
    Unpacker unpacker;
    unpacker.setBlock(blocks.next());
    Result<StoreImage> image = unpackHead(unpacker);
    if (!image)
        return image.error();
    for (QByteArray block = blocks.next(); !block.isEmpty(); block = blocks.next()) {
        unpacker.setBlock(block);
        while (unpacker.ok() && !unpacker.atEnd())
            image.value().book.putOrder(unpackOrder(unpacker));
    }
    if (!unpacker.ok())
        return dropped("it cannot be read");
    return image;
}

} // namespace

QByteArray Cache::keyFor(const QString &serverUrl, const QString &token)
{
    QCryptographicHash hash(cache_format::hash);
    hash.addData(serverUrl.toUtf8());
    hash.addData(QByteArrayView("\0", 1));
    hash.addData(token.toUtf8());
    return hash.result();
}

QString Cache::pathFor(const QString &settingsFile)
{
    const QByteArray hash =
        QCryptographicHash::hash(settingsFile.toUtf8(), QCryptographicHash::Sha256).toHex();
    return QStandardPaths::writableLocation(QStandardPaths::GenericCacheLocation)
        + QStringLiteral("/pressboard/board-%1.cache").arg(QString::fromLatin1(hash.left(8)));
}

Cache::Cache(QString path, QByteArray key)
    : m_path(std::move(path))
    , m_key(std::move(key))
{
}

Result<StoreImage> Cache::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{file.errorString(), false};
    if (file.size() > cache_format::mostBytes)
        return dropped("it is too large to be ours");
    const QByteArray bytes = file.readAll();
    const QByteArray head = cache_format::magic + m_key;
    if (!bytes.startsWith(cache_format::magic))
        return dropped("it is none, or another version's");
    if (!bytes.startsWith(head))
        return dropped("it is of another server or access code");
    if (bytes.size() < head.size() + cache_format::hashBytes)
        return dropped("it is torn");
    const QByteArrayView hashed = QByteArrayView(bytes).chopped(cache_format::hashBytes);
    QCryptographicHash hash(cache_format::hash);
    hash.addData(hashed);
    if (hash.resultView() != QByteArrayView(bytes).last(cache_format::hashBytes))
        return dropped("it is torn");
    return unpackImage(hashed.sliced(head.size()));
}

std::optional<Error> Cache::save(const StoreImage &image) const
{
    CacheWriter writer(m_path, m_key, image);
    while (writer.writeSome()) { }
    return writer.finish();
}

} // namespace pressboard::client
