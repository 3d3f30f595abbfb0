// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/result.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QStringList>

namespace pressboard {

/// Whole numbers only: 3 and 3.0, not 3.5, not "3".
std::optional<qint64> integerFrom(const QJsonValue &value);

/// Takes typed members out of a JSON object. The first member that is missing or of another type
/// is remembered as the error, and reading goes on with defaults, so that a reader is a list of
/// members and one check at its end. Unknown members are nobody's business.
class ObjectReader
{
public:
    explicit ObjectReader(const QJsonObject &object);

    enum class Need { Required, Optional };

    QString text(QLatin1StringView key, Need need = Need::Required);
    qint64 integer(QLatin1StringView key, Need need = Need::Required);
    /// As integer(), but must fit an int and not be negative.
    int count(QLatin1StringView key, Need need = Need::Required);
    CrmId crmId(QLatin1StringView key, Need need = Need::Required);
    bool flag(QLatin1StringView key, Need need = Need::Required);
    QJsonObject object(QLatin1StringView key, Need need = Need::Required);
    QJsonArray array(QLatin1StringView key, Need need = Need::Required);
    QStringList texts(QLatin1StringView key, Need need = Need::Required);
    StreamId streamId(QLatin1StringView key, Need need = Need::Required);
    Moment moment(QLatin1StringView key, Need need = Need::Required);
    QDate date(QLatin1StringView key, Need need = Need::Required);

    /// Absent, or null.
    bool isAbsent(QLatin1StringView key) const;
    /// Only the first failure is remembered.
    void fail(const QString &key, const QString &expected);

    bool ok() const { return m_error.message.isEmpty(); }
    const Error &error() const { return m_error; }

private:
    /// Undefined when absent (an error when required) or of another type (always an error).
    QJsonValue take(QLatin1StringView key, Need need, QJsonValue::Type type,
                    QLatin1StringView expected);

    QJsonObject m_object;
    Error m_error;
};

} // namespace pressboard
