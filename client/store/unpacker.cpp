// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/unpacker.h"

#include <QJsonDocument>

namespace pressboard::client {
namespace {

/// Turns Packer's zigzag() back.
constexpr qint64 unzigzag(quint64 value)
{
    return qint64(value >> 1) ^ -qint64(value & 1);
}

} // namespace

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
    const QString text = utf8(number());
    if (m_ok)
        m_known.append(text);
    return text;
}

QString Unpacker::utf8(quint64 size)
{
    m_ok = m_ok && size <= quint64(m_bytes.size() - m_at);
    if (!m_ok)
        return {};
    const QString text = QString::fromUtf8(m_bytes.constData() + m_at, qsizetype(size));
    m_at += qsizetype(size);
    return text;
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

CrmId Unpacker::crmId()
{
    const quint64 packed = number();
    if ((packed & 1) == 0)
        return CrmId::fromNumber(unzigzag(packed >> 1));
    const QString text = utf8(packed >> 1);
    const CrmId id = CrmId::fromText(text);
    m_ok = m_ok && id.isText() != text.isEmpty();
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
