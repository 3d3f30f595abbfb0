// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/audience.h"
#include "shared/state/order.h"

#include <QJsonValue>

#include <optional>

/// One value of a row in the wire's form, there and back. Null stands for "none". Reading takes
/// null and "" as none, too, and answers nothing when the type is wrong.
namespace pressboard::wire {

QJsonValue write(const QString &text);
QJsonValue write(qint64 number);
QJsonValue write(int number);
QJsonValue write(bool flag);
QJsonValue write(std::optional<qint64> number);
QJsonValue write(OptionalMoment moment);
QJsonValue write(QDate date);
QJsonValue write(OrderStatus status);
QJsonValue write(StepStatus status);
QJsonValue write(StepCategory category);
QJsonValue write(PrintType type);
QJsonValue write(const Audience &audience);

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
