// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/field_value.h"

#include "server/ingest/plain_word.h"
#include "server/ingest/time_value.h"
#include "shared/base/crm_id.h"
#include "shared/base/cut_text.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"
#include "shared/base/stream_id.h"
#include "shared/state/alarm.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace pressboard::server {

namespace {

bool isBlank(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.isSpace(); });
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
    case FieldRule::Kind::Id:
    case FieldRule::Kind::PersonId:
        return QStringLiteral("an integer, or a text of 1 to %1 characters").arg(limits::idLength);
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
    case FieldRule::Kind::Status:
    case FieldRule::Kind::Word:
        return joined(rule.words);
    case FieldRule::Kind::Position:
        return QStringLiteral("an ID of the log such as 1795423846000-0");
    case FieldRule::Kind::Ids:
        return QStringLiteral("a list of IDs");
    case FieldRule::Kind::Steps:
        return QStringLiteral("a list of at most %1 steps").arg(limits::stepsPerOrder);
    case FieldRule::Kind::Key:
        return QStringLiteral("1 to %1 letters, digits, '_', '.', ':' and '-'")
            .arg(limits::noticeKeyLength);
    case FieldRule::Kind::Alarm:
        return QStringLiteral("true, or an object such as {\"repeat_s\": 60, \"for_s\": 3600}");
    }
    return {};
}

/// Nothing that moves a terminal's cursor.
QString printable(QString text)
{
    for (QChar &letter : text) {
        if (!letter.isPrint() && !letter.isSurrogate())
            letter = QChar::ReplacementCharacter;
    }
    return text;
}

QRegularExpression whole(const char *pattern)
{
    return QRegularExpression(QRegularExpression::anchoredPattern(QString::fromUtf8(pattern)));
}

/// 12, 12.0, "12", " 12 ", "12.00" (Django's decimals).
std::optional<qint64> integerOf(const QJsonValue &value)
{
    if (!value.isString())
        return integerFrom(value);
    static const QRegularExpression digits = whole("([+-]?[0-9]{1,19})(\\.0*)?");
    const auto match = digits.match(plainText(value.toString()));
    bool ok = false;
    const qint64 number = match.hasMatch() ? match.captured(1).toLongLong(&ok) : 0;
    return ok ? std::optional(number) : std::nullopt;
}

/// Also "1,500", "1 500", "1'500.00": groups of three, all by the same sign.
std::optional<qint64> countOf(const QJsonValue &value)
{
    if (!value.isString())
        return integerFrom(value);
    static const QRegularExpression grouped =
        whole("[+-]?[0-9]{1,3}([,'’_ ])[0-9]{3}(?:\\1[0-9]{3})*(?:\\.0*)?");
    QString text = plainText(value.toString());
    if (const auto match = grouped.match(text); match.hasMatch())
        text.remove(match.captured(1));
    return integerOf(text);
}

std::optional<QJsonValue> within(std::optional<qint64> number, const FieldRule &rule)
{
    if (!number || *number < rule.min || *number > rule.max)
        return std::nullopt;
    return QJsonValue(*number);
}

std::optional<QString> text(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (!value.isDouble())
        return std::nullopt;
    if (const auto number = integerFrom(value))
        return QString::number(*number);
    return QString::number(value.toDouble(), 'g', QLocale::FloatingPointShortest);
}

std::optional<QJsonValue> rowText(const QJsonValue &value, const FieldRule &rule)
{
    const auto said = text(value);
    if (!said)
        return std::nullopt;
    return QJsonValue(rule.maxLength > 0 ? cutToUnits(*said, rule.maxLength) : *said);
}

std::optional<QJsonValue> flag(const QJsonValue &value)
{
    constexpr QStringView yes[] = {u"true", u"yes", u"on", u"y", u"t", u"是"};
    constexpr QStringView no[] = {u"false", u"no", u"off", u"n", u"f", u"否"};
    if (value.isBool())
        return value;
    const QString word = plainWord(value.toString());
    const auto number = integerOf(value);
    if (number == 1 || std::ranges::find(yes, word) != std::end(yes))
        return QJsonValue(true);
    if (number == 0 || std::ranges::find(no, word) != std::end(no))
        return QJsonValue(false);
    return std::nullopt;
}

std::optional<QJsonValue> status(const QJsonValue &value, const FieldRule &rule,
                                 const StatusWords &words)
{
    if (const auto ours = within(integerOf(value), rule))
        return ours;
    const auto said = text(value);
    const auto number = said ? words.numberOf(*said) : std::nullopt;
    return number ? std::optional(QJsonValue(*number)) : std::nullopt;
}

std::optional<QJsonValue> moment(const QJsonValue &value, const QTimeZone &shopZone)
{
    const auto read = momentFrom(value, shopZone);
    return read ? std::optional(QJsonValue(toWire(*read))) : std::nullopt;
}

std::optional<QJsonValue> date(const QJsonValue &value, const QTimeZone &shopZone)
{
    const QDate read = dateFrom(value, shopZone);
    return read.isValid() ? std::optional(QJsonValue(read.toString(Qt::ISODate))) : std::nullopt;
}

std::optional<QJsonValue> word(const QJsonValue &value, const FieldRule &rule)
{
    const QString said = plainWord(value.toString());
    const auto known = std::ranges::find(rule.words, said);
    if (known != rule.words.end())
        return QJsonValue(*known);
    const auto synonym = std::ranges::find(rule.synonyms, said, &FieldRule::Synonym::said);
    return synonym == rule.synonyms.end() ? std::nullopt : std::optional(QJsonValue(synonym->word));
}

std::optional<QJsonValue> position(const QJsonValue &value)
{
    const auto id = StreamId::parse(QStringView(value.toString()));
    return id ? std::optional(QJsonValue(id->toString())) : std::nullopt;
}

/// None for what is nothing but blanks: nobody could see it.
CrmId idFrom(const QJsonValue &value)
{
    return isNone(value) ? CrmId() : CrmId::fromJson(value);
}

std::optional<QJsonValue> id(const QJsonValue &value)
{
    const CrmId id = idFrom(value);
    return id.isNull() ? std::nullopt : std::optional(id.toJson());
}

std::optional<QJsonValue> personId(const QJsonValue &value)
{
    const CrmId id = idFrom(value);
    return id.isNull() ? std::nullopt : std::optional(QJsonValue(id.toString()));
}

std::optional<QJsonValue> key(const QJsonValue &value)
{
    const auto mayBeIn = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || QLatin1StringView("_.:-").contains(c));
    };
    const auto said = text(value);
    const bool isKey = said && !said->isEmpty() && said->size() <= limits::noticeKeyLength
        && std::all_of(said->begin(), said->end(), mayBeIn);
    return isKey ? std::optional(QJsonValue(*said)) : std::nullopt;
}

/// With every number written out; `false` is none.
std::optional<QJsonValue> alarm(const QJsonValue &value)
{
    if (const auto read = Alarm::fromJson(value))
        return QJsonValue(read->toJson());
    const auto meant = flag(value);
    if (!meant)
        return std::nullopt;
    return *meant == QJsonValue(true) ? QJsonValue(Alarm().toJson()) : QJsonValue(QJsonValue::Null);
}

std::optional<QJsonValue> ids(const QJsonValue &value)
{
    QJsonArray ids;
    for (const QJsonValue each : value.toArray()) {
        const auto read = id(each);
        if (!read)
            return std::nullopt;
        ids.append(*read);
    }
    return value.isArray() ? std::optional(QJsonValue(ids)) : std::nullopt;
}

} // namespace

bool isNone(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && isBlank(value.toString()));
}

bool isPlain(QJsonValueConstRef value, const FieldRule &rule)
{
    switch (rule.kind) {
    case FieldRule::Kind::Id:
        return value.isDouble() && CrmId::fromJson(value).isNumber();
    case FieldRule::Kind::Integer:
    case FieldRule::Kind::Status: {
        const auto number = value.isDouble() ? integerFrom(value) : std::nullopt;
        return number && *number >= rule.min && *number <= rule.max;
    }
    case FieldRule::Kind::Text: {
        const QString text = value.isString() ? value.toString() : QString();
        return !isBlank(text) && (rule.maxLength == 0 || text.size() <= rule.maxLength);
    }
    case FieldRule::Kind::Word:
        return value.isString()
            && std::ranges::find(rule.words, value.toString()) != rule.words.end();
    case FieldRule::Kind::Flag:
        return value.isBool();
    default:
        return false;
    }
}

QJsonValue unwrapped(const QJsonValue &value)
{
    if (!value.isObject())
        return value;
    const QJsonObject object = value.toObject();
    for (const char *label : {"name", "title", "label"}) {
        const QJsonValue named = object.value(QLatin1StringView(label));
        if (named.isString() || named.isDouble())
            return named;
    }
    return value;
}

std::optional<QJsonValue> fieldValue(const QJsonValue &value, const FieldRule &rule,
                                     const ReadingRules &rules)
{
    switch (rule.kind) {
    case FieldRule::Kind::Id:
        return id(value);
    case FieldRule::Kind::PersonId:
        return personId(value);
    case FieldRule::Kind::Integer:
        return within(countOf(value), rule);
    case FieldRule::Kind::Text:
        return rowText(value, rule);
    case FieldRule::Kind::Status:
        return status(value, rule, rules.statusWords);
    case FieldRule::Kind::Flag:
        return flag(value);
    case FieldRule::Kind::Moment:
        return moment(value, rules.shopZone);
    case FieldRule::Kind::Date:
        return date(value, rules.shopZone);
    case FieldRule::Kind::Word:
        return word(value, rule);
    case FieldRule::Kind::Position:
        return position(value);
    case FieldRule::Kind::Ids:
        return ids(value);
    case FieldRule::Kind::Key:
        return key(value);
    case FieldRule::Kind::Alarm:
        return alarm(value);
    case FieldRule::Kind::Steps:
        break;
    }
    return std::nullopt;
}

QString statusWord(const QJsonValue &value)
{
    if (const auto said = text(value))
        return said->trimmed();
    if (value.isBool())
        return shown(value);
    const QJsonDocument document =
        value.isArray() ? QJsonDocument(value.toArray()) : QJsonDocument(value.toObject());
    return QString::fromUtf8(document.toJson(QJsonDocument::Compact));
}

QString shown(const QJsonValue &value)
{
    constexpr int shownLength = 40;
    switch (value.type()) {
    case QJsonValue::Bool:
        return value.toBool() ? QStringLiteral("true") : QStringLiteral("false");
    case QJsonValue::Double:
        return *text(value);
    case QJsonValue::String:
        return u'"' + printable(cutToUnits(value.toString(), shownLength)) + u'"';
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

QString unexpected(const QJsonValue &value, const FieldRule &rule)
{
    return QStringLiteral("found %1, expected %2").arg(shown(value), expectation(rule));
}

} // namespace pressboard::server
