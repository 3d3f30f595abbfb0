// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache_writer.h"

#include "client/store/cache_format.h"
#include "client/store/custom_packing.h"
#include "client/store/order_packing.h"
#include "shared/state/snapshot.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QtEndian>

#include <utility>

namespace pressboard::client {
namespace {

constexpr int ordersPerSlice = 256;
constexpr int fastest = 1; ///< zlib level: smaller costs more than the disk does

void packHead(Packer &packer, const StoreImage &image)
{
    packer.json(metaToJson(image.book));
    packer.json(image.stats);
    packer.date(image.dayStart);
    packer.json(image.dayStats);
    packer.text(image.shop.name);
    packer.text(image.shop.timezone);
    packer.text(image.shop.dayStart);
    packer.text(image.shop.workHours);
    packer.signedNumber(image.shop.quietAfterSeconds);
    packer.texts(image.shop.joinSteps);
    packer.text(image.shop.orderUrl);
    pack(packer, image.book.customFields()); // those by which its rows were filled
    packer.text(image.user);
    packer.texts(image.permissions);
    packer.texts(image.groups);
    packer.moment(image.dataAsOf);
    packer.moment(image.lastChange);
}

} // namespace

CacheWriter::CacheWriter(const QString &path, const QByteArray &key, StoreImage image)
    : m_image(std::move(image))
    , m_next(m_image.book.orders().constBegin())
    , m_hash(cache_format::hash)
    , m_file(path)
{
    QDir().mkpath(QFileInfo(path).path());
    if (!m_file.open(QIODevice::WriteOnly))
        return;
    m_file.setPermissions(QFile::ReadOwner | QFile::WriteOwner); // before anything is in it
    put(cache_format::magic);
    put(key);
    packHead(m_packer, m_image);
    putBlock();
}

bool CacheWriter::writeSome()
{
    const auto end = m_image.book.orders().constEnd();
    if (!m_file.isOpen() || m_next == end)
        return false;
    for (int i = 0; i < ordersPerSlice && m_next != end; ++i, ++m_next)
        pack(m_packer, *m_next);
    putBlock();
    return true;
}

std::optional<Error> CacheWriter::finish()
{
    if (m_file.isOpen()) {
        put(QByteArray(cache_format::lengthBytes, '\0'));
        m_file.write(m_hash.result());
        if (m_file.flush() && m_file.commit()) // commit() alone does not see a full disk
            return std::nullopt;
    }
    return Error{QCoreApplication::translate("pressboard::client::CacheWriter",
                                             "The board could not be kept in %1: %2")
                     .arg(m_file.fileName(), m_file.errorString()),
                 true};
}

void CacheWriter::put(const QByteArray &bytes)
{
    m_hash.addData(bytes);
    m_file.write(bytes);
}

void CacheWriter::putBlock()
{
    const QByteArray block = qCompress(m_packer.take(), fastest);
    QByteArray length(cache_format::lengthBytes, Qt::Uninitialized);
    qToLittleEndian(quint32(block.size()), length.data());
    put(length);
    put(block);
}

} // namespace pressboard::client
