// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/wire_value.h"

#include "shared/base/json_writer.h"
#include "shared/base/object_reader.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace pressboard::wire {
namespace {

constexpr QLatin1StringView categories[] = {QLatin1StringView(""), QLatin1StringView("cover"),
                                            QLatin1StringView("content")};
constexpr QLatin1StringView printTypes[] = {QLatin1StringView(""), QLatin1StringView("cover"),
                                            QLatin1StringView("content"),
                                            QLatin1StringView("cover_content")};

bool isNone(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

template<typename Status> bool readStatus(const QJsonValue &value, Status &status)
{
    const auto number = isNone(value) ? std::optional<qint64>(0) : integerFrom(value);
    if (!number)
        return false;
    status = *number >= 1 && *number <= 4 ? Status(*number) : Status::Unknown;
    return true;
}

template<typename Word, std::size_t count>
bool readWord(const QJsonValue &value, const QLatin1StringView (&words)[count], Word &word)
{
    if (!isNone(value) && !value.isString())
        return false;
    const auto found = std::find(std::begin(words), std::end(words), value.toString());
    word = found == std::end(words) ? Word::Unknown : Word(found - std::begin(words));
    return true;
}

/// As JSON, by kind.
struct ToJson
{
    QJsonValue operator()(std::monostate) const { return QJsonValue(QJsonValue::Null); }
    QJsonValue operator()(bool flag) const { return flag; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(double number) const { return number; }
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(Moment moment) const { return toWire(moment); }
    QJsonValue operator()(QDate date) const { return date.toString(Qt::ISODate); }
    QJsonValue operator()(const QStringList &texts) const
    {
        return QJsonArray::fromStringList(texts);
    }
};

} // namespace

Value::Value(const QString &text)
{
    if (!text.isEmpty())
        m_value = text;
}

Value::Value(std::optional<qint64> number)
{
    if (number)
        m_value = *number;
}

Value::Value(OptionalMoment moment)
{
    if (moment)
        m_value = *moment;
}

Value::Value(QDate date)
{
    if (date.isValid())
        m_value = date;
}

Value::Value(OrderStatus status)
{
    if (status != OrderStatus::Unknown)
        m_value = qint64(status);
}

Value::Value(StepStatus status)
{
    if (status != StepStatus::Unknown)
        m_value = qint64(status);
}

Value::Value(StepCategory category)
    : Value(QString(categories[int(category)]))
{
}

Value::Value(PrintType type)
    : Value(QString(printTypes[int(type)]))
{
}

Value::Value(const Audience &audience)
{
    if (!audience.isEveryone())
        m_value = audience.groups();
}

Value::Value(const CustomValue &value)
{
    if (const QString *text = value.text())
        m_value = *text;
    else if (const double *number = value.number())
        m_value = *number;
}

QJsonValue Value::toJson() const
{
    return std::visit(ToJson(), m_value);
}

void Value::write(JsonWriter &writer) const
{
    if (const auto *number = std::get_if<qint64>(&m_value))
        writer.value(*number);
    else if (const auto *text = std::get_if<QString>(&m_value))
        writer.value(*text);
    else if (const auto *moment = std::get_if<Moment>(&m_value))
        writer.value(toWire(*moment));
    else
        writer.value(toJson());
}

bool read(const QJsonValue &value, QString &text)
{
    const auto number = integerFrom(value);
    if (!number && !value.isString() && !value.isNull())
        return false;
    text = number ? QString::number(*number) : value.toString();
    return true;
}

bool read(const QJsonValue &value, int &number)
{
    const auto integer = isNone(value) ? std::optional<qint64>(0) : integerFrom(value);
    if (!integer || *integer < std::numeric_limits<int>::min()
        || *integer > std::numeric_limits<int>::max())
        return false;
    number = int(*integer);
    return true;
}

bool read(const QJsonValue &value, std::optional<qint64> &number)
{
    const auto integer = integerFrom(value);
    if (!integer && !isNone(value))
        return false;
    number = integer;
    return true;
}

bool read(const QJsonValue &value, OptionalMoment &moment)
{
    const auto read = momentFromText(value.toString(), QTimeZone::utc());
    if (!read && !isNone(value))
        return false;
    moment = read;
    return true;
}

bool read(const QJsonValue &value, QDate &date)
{
    const QDate read = dateFromText(value.toString());
    if (!read.isValid() && !isNone(value))
        return false;
    date = read;
    return true;
}

bool read(const QJsonValue &value, OrderStatus &status)
{
    return readStatus(value, status);
}

bool read(const QJsonValue &value, StepStatus &status)
{
    return readStatus(value, status);
}

bool read(const QJsonValue &value, StepCategory &category)
{
    return readWord(value, categories, category);
}

bool read(const QJsonValue &value, PrintType &type)
{
    return readWord(value, printTypes, type);
}

QString rowText(const QString &text, int maxLength)
{
    const auto isSafe = [](QChar c) { return c.unicode() >= 0x20 && !c.isSurrogate(); };
    if (text.size() <= maxLength && std::all_of(text.begin(), text.end(), isSafe))
        return text;
    QString safe;
    for (qsizetype i = 0; i < text.size() && safe.size() < maxLength; ++i) {
        const QChar c = text[i];
        const bool isPair =
            c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate();
        if (isPair && safe.size() + 2 <= maxLength)
            safe.append(c).append(text[++i]);
        else if (isPair)
            break;
        else if (c.isSurrogate())
            safe.append(QChar::ReplacementCharacter);
        else
            safe.append(isSafe(c) || c == u'\n' ? c : QChar(u' '));
    }
    return safe;
}

} // namespace pressboard::wire
