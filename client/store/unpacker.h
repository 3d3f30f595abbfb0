// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::client {

/// Reads what a Packer wrote, block by block. After anything that cannot be, ok() is false and
/// all else reads as nothing.
class Unpacker
{
public:
    void setBlock(const QByteArray &bytes);
    bool ok() const { return m_ok; }
    bool atEnd() const { return m_at >= m_bytes.size(); }

    quint64 number();
    qint64 signedNumber();
    QString text();
    QStringList texts();
    QJsonObject json();
    StreamId id();
    CrmId crmId();
    OptionalMoment moment();
    QDate date();
    std::optional<qint64> optionalNumber();
    template<typename Enum> Enum oneOf(Enum last)
    {
        const quint64 value = number();
        m_ok = m_ok && value <= quint64(last);
        return m_ok ? Enum(value) : Enum{};
    }

private:
    QString utf8(quint64 size);

    QByteArray m_bytes;
    qsizetype m_at = 0;
    bool m_ok = true;
    QList<QString> m_known;
};

} // namespace pressboard::client
