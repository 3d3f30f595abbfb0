// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/custom_values.h"

#include <QJsonValue>
#include <QStringList>
#include <QUrl>

namespace pressboard {

/// One of the shop's own fields: a member of its CRM's events that the board keeps and shows.
struct CustomField
{
    enum class Type : quint8 { Text, Number, Date, Link };

    QString name; ///< the member's: "paper"
    QString title; ///< what people read: "纸张"
    Type type = Type::Text;
    QStringList schemes = {}; ///< of links, besides http and https; small letters

    /// What a member of an event, as the server passes it on, says of the row. A null one clears.
    /// Nothing when it is none of its type. Texts are cut at `maxLength` UTF-16 units.
    std::optional<CustomValue> read(const QJsonValue &value, int maxLength) const;
    /// Could it be a value of this field?
    bool admits(const CustomValue &value) const;
    /// Where a value of it leads; empty for what is no link, or none that may be opened.
    QUrl link(const CustomValue &value) const;
    bool operator==(const CustomField &) const = default;
};

QLatin1StringView nameOf(CustomField::Type type); ///< "text", "number", "date", "link"
std::optional<CustomField::Type> customTypeFromName(QStringView name);

/// Those of the orders and those of the steps, in the order in which they are shown; names are
/// unique in each list, which has at most limits::customFields.
struct CustomFields
{
    QList<CustomField> ofOrders;
    QList<CustomField> ofSteps;

    bool isEmpty() const { return ofOrders.isEmpty() && ofSteps.isEmpty(); }
    bool operator==(const CustomFields &) const = default;
};

/// Is the member one of the names that events and rows have anyway?
bool isStandardMember(QStringView name);

/// Schemes that are never opened, whoever allows them: they run what they carry, read files of this
/// computer, or start parts of the system.
bool isForbiddenScheme(const QString &scheme);
/// The address a text is, when it may be opened: http, https or one of `schemes`, with nothing in
/// it that hides what it is. Else empty.
QUrl linkFrom(const QString &text, const QStringList &schemes);

/// What is no value of one of `fields` goes: of a field that is not there any more, or is of
/// another type now.
CustomValues pruned(const CustomValues &values, const QList<CustomField> &fields);

} // namespace pressboard
