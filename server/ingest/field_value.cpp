// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/field_value.h"

#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"

#include <QJsonArray>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace pressboard::server {

namespace {

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
}

bool isNone(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && isBlank(value.toString()));
}

/// Sent as it is kept already, as far as that shows at a glance: most values are, and every event
/// has a dozen of them.
bool isPlain(QJsonValueConstRef value, const FieldRule &rule)
{
    switch (rule.kind) {
    case FieldRule::Kind::Integer: {
        const auto number = value.isDouble() ? integerFrom(value) : std::nullopt;
        return number && *number >= rule.min && *number <= rule.max;
    }
    case FieldRule::Kind::Text:
        return value.isString() && !isBlank(value.toString());
    case FieldRule::Kind::Flag:
        return value.isBool();
    default:
        return false;
    }
}

QString joined(std::span<const QLatin1StringView> words)
{
    QStringList all;
    for (const QLatin1StringView each : words)
        all.append(each);
    const QString last = all.takeLast();
    return all.join(QStringLiteral(", ")) + QStringLiteral(" or ") + last;
}

QString expectation(const FieldRule &rule)
{
    if (!rule.expected.isEmpty())
        return rule.expected;
    switch (rule.kind) {
    case FieldRule::Kind::Integer:
        return QStringLiteral("an integer from %1 to %2").arg(rule.min).arg(rule.max);
    case FieldRule::Kind::Text:
        return QStringLiteral("a text");
    case FieldRule::Kind::Flag:
        return QStringLiteral("true or false");
    case FieldRule::Kind::Moment:
        return QStringLiteral("a date and time such as 2026-11-23T10:32:05+08:00");
    case FieldRule::Kind::Date:
        return QStringLiteral("a date such as 2026-11-23");
    case FieldRule::Kind::Word:
        return joined(rule.words);
    case FieldRule::Kind::Position:
        return QStringLiteral("an ID of the log such as 1795423846000-0");
    case FieldRule::Kind::Integers:
        return QStringLiteral("a list of integers");
    case FieldRule::Kind::Steps:
        return QStringLiteral("a list of at most %1 steps").arg(limits::stepsPerOrder);
    }
    return {};
}

Error unexpected(const QJsonValue &value, const FieldRule &rule)
{
    return Error{QStringLiteral("found %1, expected %2").arg(shown(value), expectation(rule))};
}

/// 12, 12.0, "12", " 12 ", "12.00" (Django's decimals).
std::optional<qint64> integerKindly(const QJsonValue &value)
{
    if (!value.isString())
        return integerFrom(value);
    static const QRegularExpression digits(
        QRegularExpression::anchoredPattern(QStringLiteral("([+-]?[0-9]{1,19})(\\.0+)?")));
    const auto match = digits.match(value.toString().trimmed());
    bool ok = false;
    const qint64 number = match.hasMatch() ? match.captured(1).toLongLong(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

std::optional<QJsonValue> integer(const QJsonValue &value, const FieldRule &rule)
{
    const auto number = integerKindly(value);
    if (!number || *number < rule.min || *number > rule.max)
        return std::nullopt;
    return QJsonValue(*number);
}

std::optional<QJsonValue> text(const QJsonValue &value)
{
    if (value.isString())
        return value;
    if (!value.isDouble())
        return std::nullopt;
    if (const auto number = integerFrom(value))
        return QJsonValue(QString::number(*number));
    return QJsonValue(QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest));
}

std::optional<QJsonValue> flag(const QJsonValue &value)
{
    if (value.isBool())
        return value;
    const QString word = value.isString() ? value.toString().trimmed().toLower() : QString();
    if (word == u"true" || word == u"false")
        return QJsonValue(word == u"true");
    const auto number = integerKindly(value);
    if (!number || (*number != 0 && *number != 1))
        return std::nullopt;
    return QJsonValue(*number == 1);
}

std::optional<QJsonValue> moment(const QJsonValue &value, const QTimeZone &shopZone)
{
    const auto read = momentFromText(value.toString().trimmed(), shopZone);
    return read ? std::optional(QJsonValue(toWire(*read))) : std::nullopt;
}

std::optional<QJsonValue> date(const QJsonValue &value)
{
    const QDate read = dateFromText(value.toString().trimmed());
    return read.isValid() ? std::optional(QJsonValue(read.toString(Qt::ISODate))) : std::nullopt;
}

std::optional<QJsonValue> word(const QJsonValue &value, const FieldRule &rule)
{
    const QString said = value.toString().trimmed();
    const bool known = std::ranges::find(rule.words, said) != rule.words.end();
    return known ? std::optional(QJsonValue(said)) : std::nullopt;
}

std::optional<QJsonValue> position(const QJsonValue &value)
{
    const auto id = StreamId::parse(QStringView(value.toString()));
    return id ? std::optional(QJsonValue(id->toString())) : std::nullopt;
}

std::optional<QJsonValue> integers(const QJsonValue &value)
{
    QJsonArray numbers;
    for (const QJsonValue each : value.toArray()) {
        const auto number = integerKindly(each);
        if (!number)
            return std::nullopt;
        numbers.append(*number);
    }
    return value.isArray() ? std::optional(QJsonValue(numbers)) : std::nullopt;
}

/// The kinds that are one value, or a list of plain ones.
std::optional<QJsonValue> simple(const QJsonValue &value, const FieldRule &rule,
                                 const QTimeZone &shopZone)
{
    switch (rule.kind) {
    case FieldRule::Kind::Integer:
        return integer(value, rule);
    case FieldRule::Kind::Text:
        return text(value);
    case FieldRule::Kind::Flag:
        return flag(value);
    case FieldRule::Kind::Moment:
        return moment(value, shopZone);
    case FieldRule::Kind::Date:
        return date(value);
    case FieldRule::Kind::Word:
        return word(value, rule);
    case FieldRule::Kind::Position:
        return position(value);
    case FieldRule::Kind::Integers:
        return integers(value);
    case FieldRule::Kind::Steps:
        break;
    }
    return std::nullopt;
}

Result<QJsonValue> steps(const QJsonValue &value, const FieldRule &rule, const QTimeZone &shopZone,
                         const QString &path)
{
    const QJsonArray sent = value.toArray();
    if (!value.isArray() || sent.size() > limits::stepsPerOrder)
        return Error{path + QStringLiteral(": ") + unexpected(value, rule).message};
    QJsonArray read;
    for (qsizetype i = 0; i < sent.size(); ++i) {
        const QString place = QStringLiteral("%1[%2]").arg(path).arg(i);
        if (!sent[i].isObject())
            return Error{QStringLiteral("%1: found %2, expected an object with a step's fields")
                             .arg(place, shown(sent[i]))};
        const auto step =
            normalised(sent[i].toObject(), importedStepSchema(), shopZone, place + u'.');
        if (!step)
            return step.error();
        read.append(*step);
    }
    return QJsonValue(read);
}

/// The error names the field.
Result<QJsonValue> fieldOf(const QJsonValue &value, const FieldRule &rule,
                           const QTimeZone &shopZone, const QString &path)
{
    if (rule.kind == FieldRule::Kind::Steps && !isNone(value))
        return steps(value, rule, shopZone, path + rule.name);
    auto read = normalised(value, rule, shopZone);
    if (!read)
        return Error{path + rule.name + QStringLiteral(": ") + read.error().message};
    return read;
}

} // namespace

QString shown(const QJsonValue &value)
{
    constexpr int shownLength = 40;
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return text(value)->toString();
    case QJsonValue::String:
        return u'"' + value.toString().left(shownLength)
            + (value.toString().size() > shownLength ? QStringLiteral("…\"")
                                                     : QStringLiteral("\""));
    case QJsonValue::Array:
        return QStringLiteral("a list of %1").arg(value.toArray().size());
    case QJsonValue::Object:
        return QStringLiteral("an object");
    case QJsonValue::Null:
        return QStringLiteral("null");
    case QJsonValue::Undefined:
        break;
    }
    return QStringLiteral("nothing");
}

Result<QJsonValue> normalised(const QJsonValue &value, const FieldRule &rule,
                              const QTimeZone &shopZone)
{
    if (isNone(value) && !rule.required)
        return QJsonValue(QJsonValue::Null);
    if (auto read = simple(value, rule, shopZone))
        return *std::move(read);
    return unexpected(value, rule);
}

Result<QJsonObject> normalised(QJsonObject object, std::span<const FieldRule> schema,
                               const QTimeZone &shopZone, const QString &path)
{
    for (const FieldRule &rule : schema) {
        const auto found = object.constFind(rule.name);
        const bool isThere = found != object.constEnd();
        if (isThere ? isPlain(*found, rule) : !rule.required)
            continue;
        QJsonValue sent = isThere ? QJsonValue(*found) : QJsonValue(QJsonValue::Undefined);
        const auto value = fieldOf(sent, rule, shopZone, path);
        if (!value)
            return value.error();
        const bool isNews = *value != sent;
        sent = {}; // it shares the object, which would have to be copied before it changes
        if (isNews)
            object.insert(rule.name, *value);
    }
    return object;
}

} // namespace pressboard::server
