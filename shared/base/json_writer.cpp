// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/json_writer.h"

#include "shared/base/object_reader.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstring>

namespace pressboard {

namespace {

/// The longest that one UTF-16 unit becomes: \u0001.
constexpr qsizetype longestUnit = 6;
constexpr qsizetype longestInteger = 20;
/// Who did not guess gets that much.
constexpr qsizetype firstRoom = 512;

bool isPlain(char16_t unit)
{
    return unit >= 0x20 && unit < 0x80 && unit != u'"' && unit != u'\\';
}

/// The letter of the short forms, \n and the like; 0 for the other control characters.
char shortEscape(char16_t unit)
{
    switch (unit) {
    case u'"':
        return '"';
    case u'\\':
        return '\\';
    case u'\b':
        return 'b';
    case u'\f':
        return 'f';
    case u'\n':
        return 'n';
    case u'\r':
        return 'r';
    case u'\t':
        return 't';
    default:
        return 0;
    }
}

char *escape(char *to, char16_t unit)
{
    *to++ = '\\';
    if (const char letter = shortEscape(unit)) {
        *to++ = letter;
        return to;
    }
    *to++ = 'u';
    for (int shift = 12; shift >= 0; shift -= 4)
        *to++ = "0123456789abcdef"[(unit >> shift) & 0xf];
    return to;
}

/// Of a character beyond ASCII.
char *encode(char *to, char32_t character)
{
    if (character < 0x800) {
        *to++ = char(0xc0 | (character >> 6));
    } else {
        if (character < 0x10000) {
            *to++ = char(0xe0 | (character >> 12));
        } else {
            *to++ = char(0xf0 | (character >> 18));
            *to++ = char(0x80 | ((character >> 12) & 0x3f));
        }
        *to++ = char(0x80 | ((character >> 6) & 0x3f));
    }
    *to++ = char(0x80 | (character & 0x3f));
    return to;
}

char *writeUnits(char *to, QStringView text)
{
    const char16_t *const end = text.utf16() + text.size();
    for (const char16_t *unit = text.utf16(); unit != end; ++unit) {
        const bool isPair =
            QChar::isHighSurrogate(*unit) && unit + 1 != end && QChar::isLowSurrogate(unit[1]);
        if (isPlain(*unit)) {
            *to++ = char(*unit);
        } else if (isPair) {
            to = encode(to, QChar::surrogateToUcs4(unit[0], unit[1]));
            ++unit;
        } else if (*unit < 0x80 || QChar::isSurrogate(*unit)) {
            to = escape(to, *unit); // half a pair is no character, and has no UTF-8
        } else {
            to = encode(to, *unit);
        }
    }
    return to;
}

} // namespace

JsonWriter::JsonWriter(qsizetype bytes)
{
    m_text.reserve(bytes);
}

void JsonWriter::beginObject()
{
    open('{');
}

void JsonWriter::endObject()
{
    close('}');
}

void JsonWriter::beginArray()
{
    open('[');
}

void JsonWriter::endArray()
{
    close(']');
}

void JsonWriter::name(QLatin1StringView name)
{
    separate();
    quote(name);
    append(":");
    m_needsComma = false;
}

void JsonWriter::name(QStringView name)
{
    separate();
    quote(name);
    append(":");
    m_needsComma = false;
}

void JsonWriter::null()
{
    separate();
    append("null");
}

void JsonWriter::value(bool flag)
{
    separate();
    append(flag ? "true" : "false");
}

void JsonWriter::value(qint64 number)
{
    separate();
    char *const to = room(longestInteger);
    end(std::to_chars(to, to + longestInteger, number).ptr);
}

void JsonWriter::value(double number)
{
    if (!std::isfinite(number)) {
        null();
        return;
    }
    separate();
    append(QByteArray::number(number, 'g', QLocale::FloatingPointShortest));
}

void JsonWriter::value(QStringView text)
{
    separate();
    quote(text);
}

void JsonWriter::value(QLatin1StringView text)
{
    separate();
    quote(text);
}

void JsonWriter::value(const CrmId &id)
{
    if (id.isNumber())
        value(id.number());
    else if (id.isText())
        value(id.toString());
    else
        value(QJsonValue(QJsonValue::Null));
}

void JsonWriter::value(StreamId id)
{
    separate();
    char *to = room(2 * longestInteger + 3);
    *to++ = '"';
    to = std::to_chars(to, to + longestInteger, id.ms).ptr;
    *to++ = '-';
    to = std::to_chars(to, to + longestInteger, id.seq).ptr;
    *to++ = '"';
    end(to);
}

/// A QJsonValue, or the reference to one that iterators give: to make a value of it first would
/// copy the text once more.
template<typename Value> void JsonWriter::any(const Value &value)
{
    switch (value.type()) {
    case QJsonValue::Bool:
        this->value(value.toBool());
        break;
    case QJsonValue::Double:
        if (const auto number = integerFrom(value))
            this->value(*number);
        else
            this->value(value.toDouble());
        break;
    case QJsonValue::String:
        this->value(value.toString());
        break;
    case QJsonValue::Array:
        this->value(value.toArray());
        break;
    case QJsonValue::Object:
        this->value(value.toObject());
        break;
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        null();
        break;
    }
}

void JsonWriter::value(const QJsonValue &value)
{
    any(value);
}

void JsonWriter::value(const QJsonObject &object)
{
    beginObject();
    for (auto member = object.constBegin(); member != object.constEnd(); ++member) {
        name(member.key());
        any(*member);
    }
    endObject();
}

void JsonWriter::value(const QJsonArray &array)
{
    beginArray();
    for (auto element = array.constBegin(); element != array.constEnd(); ++element)
        any(*element);
    endArray();
}

QByteArray JsonWriter::take()
{
    // A copy that fits. Cutting the room off would leave holes between what is kept for long.
    m_needsComma = false;
    return QByteArray(m_text.constData(), std::exchange(m_size, 0));
}

void JsonWriter::open(char bracket)
{
    separate();
    append(QByteArrayView(&bracket, 1));
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    append(QByteArrayView(&bracket, 1));
    m_needsComma = true;
}

char *JsonWriter::room(qsizetype bytes)
{
    if (m_text.size() - m_size < bytes)
        m_text.resize(std::max({m_size + bytes, m_text.size() * 2, m_text.capacity(), firstRoom}));
    return m_text.data() + m_size;
}

void JsonWriter::append(QByteArrayView text)
{
    char *const to = room(text.size());
    std::memcpy(to, text.data(), size_t(text.size()));
    end(to + text.size());
}

/// What stands before a name or a value.
void JsonWriter::separate()
{
    if (m_needsComma)
        append(",");
    m_needsComma = true;
}

void JsonWriter::quote(QStringView text)
{
    char *to = room(text.size() * longestUnit + 2);
    *to++ = '"';
    to = writeUnits(to, text);
    *to++ = '"';
    end(to);
}

void JsonWriter::quote(QLatin1StringView text)
{
    append("\"");
    append(QByteArrayView(text.data(), text.size()));
    append("\"");
}

QByteArray toText(const QJsonObject &object)
{
    JsonWriter writer;
    writer.value(object);
    return writer.take();
}

} // namespace pressboard
