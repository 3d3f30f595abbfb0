// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/time_reader.h"

namespace pressboard {

TimeReader::TimeReader(QStringView text)
    : m_rest(text.trimmed())
{
}

std::optional<QDate> TimeReader::date()
{
    const auto year = number(4, 4);
    const bool slashes = take(u'/');
    if (!year || (!slashes && !take(u'-')))
        return std::nullopt;
    const auto month = number(1, 2);
    if (!month || !take(slashes ? u'/' : u'-'))
        return std::nullopt;
    const auto day = number(1, 2);
    if (!day || *year == 0 || !QDate::isValid(*year, *month, *day))
        return std::nullopt;
    return QDate(*year, *month, *day);
}

bool TimeReader::separator()
{
    if (take(u'T') || take(u't'))
        return true;
    const qsizetype before = m_rest.size();
    m_rest = m_rest.trimmed();
    return m_rest.size() < before;
}

std::optional<QTime> TimeReader::time()
{
    const auto hour = number(1, 2);
    if (!hour || !take(u':'))
        return std::nullopt;
    const auto minute = number(2, 2);
    if (!minute)
        return std::nullopt;
    std::optional<int> second = 0;
    int fraction = 0;
    if (take(u':')) {
        second = number(2, 2);
        fraction = milliseconds();
    }
    if (!second || !QTime::isValid(*hour, *minute, *second, fraction))
        return std::nullopt;
    return QTime(*hour, *minute, *second, fraction);
}

std::optional<std::chrono::minutes> TimeReader::offset()
{
    m_rest = m_rest.trimmed();
    if (take(u'Z') || take(u'z'))
        return std::chrono::minutes(0);
    const bool minus = take(u'-');
    if (!minus && !take(u'+'))
        return std::nullopt;
    const auto hours = number(2, 2);
    const bool colon = take(u':');
    const auto minutes = number(2, 2);
    if (!hours || *hours > 18 || (colon && !minutes) || minutes.value_or(0) > 59)
        return std::nullopt;
    const std::chrono::minutes offset(*hours * 60 + minutes.value_or(0));
    return minus ? -offset : offset;
}

std::optional<int> TimeReader::number(int minDigits, int maxDigits)
{
    int digits = 0;
    int value = 0;
    while (digits < maxDigits && digits < m_rest.size() && m_rest[digits] >= u'0'
           && m_rest[digits] <= u'9') {
        value = value * 10 + (m_rest[digits].unicode() - u'0');
        ++digits;
    }
    if (digits < minDigits)
        return std::nullopt;
    m_rest = m_rest.sliced(digits);
    return value;
}

bool TimeReader::take(QChar character)
{
    if (m_rest.isEmpty() || m_rest.front() != character)
        return false;
    m_rest = m_rest.sliced(1);
    return true;
}

int TimeReader::milliseconds()
{
    if (!take(u'.') && !take(u','))
        return 0;
    int value = 0;
    for (int weight = 100; const auto digit = number(1, 1); weight /= 10)
        value += *digit * weight;
    return value;
}

} // namespace pressboard
