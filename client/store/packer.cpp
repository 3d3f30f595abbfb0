// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/packer.h"

#include <QJsonDocument>

#include <utility>

namespace pressboard::client {
namespace {

/// Small negative numbers stay small: 0, -1, 1, -2 … become 0, 1, 2, 3 …
constexpr quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

} // namespace

void Packer::number(quint64 value)
{
    while (value >= 0x80) {
        m_bytes.append(char(value | 0x80));
        value >>= 7;
    }
    m_bytes.append(char(value));
}

void Packer::signedNumber(qint64 value)
{
    number(zigzag(value));
}

/// 0 announces a new text, which gets the next number.
void Packer::text(const QString &text)
{
    if (const quint64 known = m_known.value(text)) {
        number(known);
        return;
    }
    m_known.insert(text, quint64(m_known.size()) + 1);
    const QByteArray utf8 = text.toUtf8();
    number(0);
    number(quint64(utf8.size()));
    m_bytes.append(utf8);
}

void Packer::texts(const QStringList &texts)
{
    number(quint64(texts.size()));
    for (const QString &one : texts)
        text(one);
}

void Packer::json(const QJsonObject &object)
{
    const QByteArray bytes = QJsonDocument(object).toJson(QJsonDocument::Compact);
    number(quint64(bytes.size()));
    m_bytes.append(bytes);
}

void Packer::id(StreamId id)
{
    number(id.ms);
    number(id.seq);
}

/// A number doubled, or the length of a text doubled and 1, and the text: nearly each occurs once.
/// None is an empty text.
void Packer::crmId(const CrmId &id)
{
    if (id.isNumber()) {
        number(zigzag(id.number()) << 1);
        return;
    }
    const QByteArray utf8 = id.toString().toUtf8();
    number((quint64(utf8.size()) << 1) | 1);
    m_bytes.append(utf8);
}

void Packer::moment(const OptionalMoment &moment)
{
    if (moment)
        optionalNumber(moment->time_since_epoch().count());
    else
        optionalNumber(std::nullopt);
}

void Packer::date(QDate date)
{
    if (date.isValid())
        optionalNumber(date.toJulianDay());
    else
        optionalNumber(std::nullopt);
}

void Packer::optionalNumber(std::optional<qint64> value)
{
    number(value ? 1 : 0);
    if (value)
        signedNumber(*value);
}

QByteArray Packer::take()
{
    return std::exchange(m_bytes, QByteArray());
}

} // namespace pressboard::client
