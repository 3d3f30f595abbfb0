// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/custom_value.h"

#include "server/ingest/field_value.h"
#include "server/ingest/plain_word.h"
#include "shared/base/limits.h"

#include <QRegularExpression>

#include <algorithm>
#include <cmath>

namespace pressboard::server {

namespace {

using Type = CustomField::Type;

/// Whole numbers up to here every JSON reader keeps exactly.
constexpr double most = 9'007'199'254'740'991;

bool isBareNumber(const QString &text)
{
    const auto mayBeIn = [](QChar c) { return (c >= u'0' && c <= u'9') || c == u'.'; };
    return text.size() < 17 && std::all_of(text.begin(), text.end(), mayBeIn);
}

/// 157.5, "157.50", "1,500", "１５００", "-3".
std::optional<double> numberIn(const QJsonValue &value)
{
    if (value.isDouble())
        return value.toDouble();
    if (const QString text = value.toString(); isBareNumber(text)) {
        bool ok = false;
        const double number = text.toDouble(&ok);
        return ok ? std::optional(number) : std::nullopt;
    }
    static const QRegularExpression form(QRegularExpression::anchoredPattern(QStringLiteral(
        "[+-]?([0-9]{1,3}([,'’_ ])[0-9]{3}(\\2[0-9]{3})*|[0-9]{1,16})(\\.[0-9]{0,16})?")));
    const auto match = form.match(plainText(value.toString()));
    if (!match.hasMatch())
        return std::nullopt;
    QString digits = match.captured();
    if (const QString separator = match.captured(2); !separator.isEmpty())
        digits.remove(separator);
    return digits.toDouble();
}

std::optional<QJsonValue> number(const QJsonValue &value)
{
    const auto read = numberIn(value);
    if (!read || !std::isfinite(*read) || std::abs(*read) > most)
        return std::nullopt;
    return QJsonValue(*read);
}

/// In the letters of which addresses are made, so that a host in other ones cannot pass for
/// another.
std::optional<QJsonValue> link(const QJsonValue &value, const CustomField &field)
{
    const QString said = value.toString().trimmed();
    if (!linkFrom(said, field.schemes).isEmpty())
        return QJsonValue(said);
    const QString address = QString::fromLatin1(QUrl(said, QUrl::StrictMode).toEncoded());
    return linkFrom(address, field.schemes).isEmpty() ? std::nullopt
                                                      : std::optional(QJsonValue(address));
}

FieldRule ruleOf(Type type, int maxLength)
{
    FieldRule rule;
    rule.kind = type == Type::Date ? FieldRule::Kind::Date : FieldRule::Kind::Text;
    rule.maxLength = maxLength;
    return rule;
}

QString expectedOf(const CustomField &field)
{
    switch (field.type) {
    case Type::Text:
        break;
    case Type::Number:
        return QStringLiteral("a number such as 157.5");
    case Type::Date:
        return QStringLiteral("a date such as 2026-11-23");
    case Type::Link:
        return QStringLiteral("an address of at most %1 characters that begins with %2:")
            .arg(limits::customLink)
            .arg((QStringList{QStringLiteral("http"), QStringLiteral("https")} + field.schemes)
                     .join(QStringLiteral(":, ")));
    }
    return QStringLiteral("a text");
}

} // namespace

std::optional<QJsonValue> customValue(const QJsonValue &sent, const CustomField &field,
                                      int maxLength, const ReadingRules &rules)
{
    const QJsonValue said = unwrapped(sent);
    if (isNone(said))
        return QJsonValue(QJsonValue::Null);
    if (field.type == Type::Number)
        return number(said);
    if (field.type == Type::Link)
        return link(said, field);
    return fieldValue(said, ruleOf(field.type, maxLength), rules);
}

QString unexpectedIn(const CustomField &field, const QJsonValue &sent)
{
    return QStringLiteral("found %1, expected %2").arg(shown(sent), expectedOf(field));
}

} // namespace pressboard::server
