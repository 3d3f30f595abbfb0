// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/receipts/receipt_file.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonDocument>
#include <QSaveFile>

#include <utility>

namespace pressboard::client {

namespace {

constexpr QLatin1StringView keyName("key");
constexpr QLatin1StringView noticesName("notices");

} // namespace

ReceiptFile::ReceiptFile(QString path, QByteArray key)
    : m_path(std::move(path))
    , m_key(key.toHex())
{
}

ReceiptBook ReceiptFile::load() const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QJsonObject object = QJsonDocument::fromJson(file.readAll()).object();
    if (object.value(keyName).toString() != QString::fromLatin1(m_key))
        return {};
    return ReceiptBook::fromJson(object.value(noticesName).toObject());
}

bool ReceiptFile::save(const ReceiptBook &book) const
{
    QDir().mkpath(QFileInfo(m_path).path());
    QSaveFile file(m_path);
    if (!file.open(QIODevice::WriteOnly))
        return false;
    const QJsonObject object{{keyName, QString::fromLatin1(m_key)}, {noticesName, book.toJson()}};
    file.write(QJsonDocument(object).toJson(QJsonDocument::Compact));
    return file.commit();
}

} // namespace pressboard::client
