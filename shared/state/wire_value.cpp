// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/wire_value.h"

#include "shared/base/object_reader.h"

#include <algorithm>
#include <iterator>
#include <limits>

namespace pressboard::wire {
namespace {

constexpr QLatin1StringView categories[] = {
    QLatin1StringView(""), QLatin1StringView("cover"), QLatin1StringView("content")};
constexpr QLatin1StringView printTypes[] = {
    QLatin1StringView(""), QLatin1StringView("cover"), QLatin1StringView("content"),
    QLatin1StringView("cover_content")};

bool isNone(const QJsonValue &value)
{
    return value.isNull() || (value.isString() && value.toString().isEmpty());
}

template<typename Status>
bool readStatus(const QJsonValue &value, Status &status)
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

template<std::size_t count>
QJsonValue writeWord(const QLatin1StringView (&words)[count], int word)
{
    return word == 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(QString(words[word]));
}

} // namespace

QJsonValue write(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

QJsonValue write(qint64 number)
{
    return number;
}

QJsonValue write(int number)
{
    return number;
}

QJsonValue write(bool flag)
{
    return flag;
}

QJsonValue write(std::optional<qint64> number)
{
    return number ? QJsonValue(*number) : QJsonValue(QJsonValue::Null);
}

QJsonValue write(OptionalMoment moment)
{
    return moment ? QJsonValue(toWire(*moment)) : QJsonValue(QJsonValue::Null);
}

QJsonValue write(QDate date)
{
    return date.isValid() ? QJsonValue(date.toString(Qt::ISODate)) : QJsonValue(QJsonValue::Null);
}

QJsonValue write(OrderStatus status)
{
    return status == OrderStatus::Unknown ? QJsonValue(QJsonValue::Null) : QJsonValue(int(status));
}

QJsonValue write(StepStatus status)
{
    return status == StepStatus::Unknown ? QJsonValue(QJsonValue::Null) : QJsonValue(int(status));
}

QJsonValue write(StepCategory category)
{
    return writeWord(categories, int(category));
}

QJsonValue write(PrintType type)
{
    return writeWord(printTypes, int(type));
}

QJsonValue write(const Audience &audience)
{
    return audience.isEveryone() ? QJsonValue(QJsonValue::Null) : QJsonValue(audience.toJson());
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
        const bool isPair = c.isHighSurrogate() && i + 1 < text.size()
            && text[i + 1].isLowSurrogate();
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
