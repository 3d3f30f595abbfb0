// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QByteArray>
#include <QHash>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

namespace pressboard::client {

/// Numbers and texts as few bytes. Each text is written where it first occurs and a number from
/// then on: twenty thousand orders share their customers, products and step names, on disk and,
/// once read back, in memory.
class Packer
{
public:
    void number(quint64 value);
    void signedNumber(qint64 value);
    void text(const QString &text);
    void texts(const QStringList &texts);
    void json(const QJsonObject &object);
    void id(StreamId id);
    void crmId(const CrmId &id);
    void moment(const OptionalMoment &moment);
    void date(QDate date); ///< may be null
    void optionalNumber(std::optional<qint64> value);

    /// What was packed since the last take(); the texts stay known.
    QByteArray take();

private:
    QByteArray m_bytes;
    QHash<QString, quint64> m_known;
};

} // namespace pressboard::client
