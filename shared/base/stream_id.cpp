// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/stream_id.h"

#include <QHashFunctions>

#include <algorithm>
#include <limits>

namespace pressboard {
namespace {

int digitOf(char character)
{
    return character - '0';
}

int digitOf(QChar character)
{
    return character.unicode() - u'0';
}

/// Digits alone: no sign, no blank, no overflow, which QString::toULongLong would let pass.
template<typename View> std::optional<quint64> parseNumber(View text)
{
    if (text.isEmpty() || text.size() > 20)
        return std::nullopt;
    quint64 number = 0;
    for (const auto character : text) {
        const int digit = digitOf(character);
        if (digit < 0 || digit > 9)
            return std::nullopt;
        if (number > (std::numeric_limits<quint64>::max() - quint64(digit)) / 10)
            return std::nullopt;
        number = number * 10 + quint64(digit);
    }
    return number;
}

template<typename View> std::optional<StreamId> parseId(View text, qsizetype dash)
{
    if (dash < 0)
        return std::nullopt;
    const auto ms = parseNumber(text.first(dash));
    const auto seq = parseNumber(text.sliced(dash + 1));
    if (!ms || !seq)
        return std::nullopt;
    return StreamId{*ms, *seq};
}

} // namespace

QString StreamId::toString() const
{
    return QString::fromLatin1(toBytes());
}

QByteArray StreamId::toBytes() const
{
    return QByteArray::number(ms) + '-' + QByteArray::number(seq);
}

std::optional<StreamId> StreamId::parse(QByteArrayView text)
{
    const QLatin1StringView latin(text);
    return parseId(latin, latin.indexOf(u'-'));
}

std::optional<StreamId> StreamId::parse(QStringView text)
{
    return parseId(text, text.indexOf(u'-'));
}

Moment momentOf(StreamId id)
{
    constexpr quint64 lastOfYear9999 = 253'402'300'799'999;
    return Moment(std::chrono::milliseconds(qint64(std::min(id.ms, lastOfYear9999))));
}

size_t qHash(const StreamId &id, size_t seed)
{
    return qHashMulti(seed, id.ms, id.seq);
}

} // namespace pressboard
