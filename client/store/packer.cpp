// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/packing.h"

#include <QJsonDocument>

#include <utility>

namespace pressboard::client {
namespace {

/// Small negative numbers stay small: 0, -1, 1, -2 … become 0, 1, 2, 3 …
constexpr quint64 zigzag(qint64 value)
{
    return (quint64(value) << 1) ^ quint64(value >> 63);
}

constexpr qint64 unzigzag(quint64 value)
{
    return qint64(value >> 1) ^ -qint64(value & 1);
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

void Unpacker::setBlock(const QByteArray &bytes)
{
    m_bytes = bytes;
    m_at = 0;
}

quint64 Unpacker::number()
{
    quint64 value = 0;
    for (int shift = 0; shift < 64 && m_at < m_bytes.size(); shift += 7) {
        const auto byte = quint8(m_bytes.at(m_at++));
        value |= quint64(byte & 0x7f) << shift;
        if (byte < 0x80)
            return value;
    }
    m_ok = false;
    return 0;
}

qint64 Unpacker::signedNumber()
{
    return unzigzag(number());
}

QString Unpacker::text()
{
    if (const quint64 known = number(); known != 0) {
        m_ok = m_ok && known <= quint64(m_known.size());
        return m_ok ? m_known.at(qsizetype(known) - 1) : QString();
    }
    const quint64 size = number();
    m_ok = m_ok && size <= quint64(m_bytes.size() - m_at);
    if (!m_ok)
        return {};
    m_known.append(QString::fromUtf8(m_bytes.constData() + m_at, qsizetype(size)));
    m_at += qsizetype(size);
    return m_known.constLast();
}

QStringList Unpacker::texts()
{
    QStringList list;
    for (quint64 left = number(); left > 0 && m_ok; --left)
        list.append(text());
    return list;
}

QJsonObject Unpacker::json()
{
    const quint64 size = number();
    m_ok = m_ok && size <= quint64(m_bytes.size() - m_at);
    if (!m_ok)
        return {};
    const QByteArray bytes = m_bytes.mid(m_at, qsizetype(size));
    m_at += qsizetype(size);
    return QJsonDocument::fromJson(bytes).object();
}

StreamId Unpacker::id()
{
    StreamId id;
    id.ms = number();
    id.seq = number();
    return id;
}

OptionalMoment Unpacker::moment()
{
    if (const auto ms = optionalNumber())
        return Moment(std::chrono::milliseconds(*ms));
    return std::nullopt;
}

QDate Unpacker::date()
{
    const auto day = optionalNumber();
    return day ? QDate::fromJulianDay(*day) : QDate();
}

std::optional<qint64> Unpacker::optionalNumber()
{
    if (number() == 0)
        return std::nullopt;
    return signedNumber();
}

} // namespace pressboard::client
