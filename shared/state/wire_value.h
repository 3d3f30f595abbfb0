// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/audience.h"
#include "shared/state/order.h"

#include <QJsonValue>
#include <QStringList>

#include <optional>
#include <variant>

namespace pressboard {
class JsonWriter;
}

/// One value of a row in the wire's form, there and back. Null stands for "none". Reading takes
/// null and "" as none, too, and answers nothing when the type is wrong.
namespace pressboard::wire {

/// What a field of a row is on the wire, not yet as JSON: apply() makes two of them for each field
/// that changes, and most are never looked at.
class Value
{
public:
    Value() = default; ///< null
    Value(const QString &text);
    Value(qint64 number)
        : m_value(number)
    {
    }
    Value(int number)
        : m_value(qint64(number))
    {
    }
    Value(double number)
        : m_value(number)
    {
    }
    Value(bool flag)
        : m_value(flag)
    {
    }
    Value(std::optional<qint64> number);
    Value(OptionalMoment moment);
    Value(QDate date);
    Value(OrderStatus status);
    Value(StepStatus status);
    Value(StepCategory category);
    Value(PrintType type);
    Value(const Audience &audience);
    Value(const CustomValue &value);
    Value(const char *text) = delete; // would be a flag

    bool isNull() const { return std::holds_alternative<std::monostate>(m_value); }
    QJsonValue toJson() const;
    void write(JsonWriter &writer) const;

    bool operator==(const Value &) const = default;

private:
    std::variant<std::monostate, bool, qint64, double, QString, Moment, QDate, QStringList> m_value;
};

bool read(const QJsonValue &value, QString &text); ///< also integers: IDs of people often are
bool read(const QJsonValue &value, int &number);
bool read(const QJsonValue &value, std::optional<qint64> &number);
bool read(const QJsonValue &value, OptionalMoment &moment);
bool read(const QJsonValue &value, QDate &date);
// A number or word this version does not know is Unknown, not an error.
bool read(const QJsonValue &value, OrderStatus &status);
bool read(const QJsonValue &value, StepStatus &status);
bool read(const QJsonValue &value, StepCategory &category);
bool read(const QJsonValue &value, PrintType &type);

/// Fit for a row: at most `maxLength` UTF-16 units, no control characters but line ends, no half
/// surrogate pairs, so that it comes back from JSON as it went in and cannot grow there.
QString rowText(const QString &text, int maxLength);

} // namespace pressboard::wire
