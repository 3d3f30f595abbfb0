// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/limits.h"

#include <QJsonValue>
#include <QSharedData>
#include <QString>

#include <compare>
#include <functional>
#include <utility>

class QDebug;

namespace pressboard {

/// What the CRM calls an order or a step: an integer within ±2^53, which every reader of JSON holds
/// exactly, or a text of 1 to 64 UTF-16 units. A text that is such an integer in plain digits *is*
/// the integer; every other one (a UUID, "A-17", "007", a number of 19 digits) is itself, to the
/// letter.
///
/// Eight bytes, as an integer has: a desk keeps six hundred thousand of them. Copies of a text
/// share it, also between threads.
class CrmId
{
public:
    constexpr CrmId() = default; ///< none
    /// From -limits::idNumber to limits::idNumber.
    CrmId(qint64 number)
        : m_bits((quint64(number) << 1) | numberTag)
    {
        Q_ASSERT(isIdNumber(number));
    }
    CrmId(const CrmId &other)
        : m_bits(other.m_bits)
    {
        if (isText())
            shared()->ref.ref();
    }
    CrmId(CrmId &&other) noexcept
        : m_bits(std::exchange(other.m_bits, 0))
    {
    }
    CrmId &operator=(CrmId other) noexcept
    {
        std::swap(m_bits, other.m_bits);
        return *this;
    }
    ~CrmId()
    {
        if (isText())
            release();
    }

    /// None when it cannot be one: it is empty or too long, or has control characters or half a
    /// surrogate pair, which do not come through JSON and terminals as they are.
    static CrmId fromText(const QString &text);
    /// A number that is beyond what is an integer here, and still whole, is the text of its digits.
    static CrmId fromNumber(qint64 number);
    /// A string or a whole number; none for anything else.
    static CrmId fromJson(const QJsonValue &value);

    bool isNull() const { return m_bits == 0; }
    bool isText() const { return m_bits != 0 && (m_bits & numberTag) == 0; }
    bool isNumber() const { return (m_bits & numberTag) != 0; }
    /// Only when isNumber().
    qint64 number() const { return qint64(m_bits) >> 1; }

    /// Its digits, or the text itself; empty when there is none.
    QString toString() const;
    /// A number, a string or null.
    QJsonValue toJson() const;

    friend bool operator==(const CrmId &a, const CrmId &b)
    {
        return a.m_bits == b.m_bits || (a.isText() && b.isText() && a.text() == b.text());
    }
    /// As people sort them: none, then numbers, then texts, in which digits count as numbers.
    friend std::strong_ordering operator<=>(const CrmId &a, const CrmId &b)
    {
        if (a.isText() && b.isText())
            return compareTexts(a.text(), b.text());
        if (a.isNumber() && b.isNumber())
            return a.number() <=> b.number();
        return a.rank() <=> b.rank();
    }
    friend size_t qHash(const CrmId &id, size_t seed = 0) noexcept
    {
        return id.isText() ? ::qHash(id.text(), seed) : ::qHash(id.number(), seed);
    }

private:
    struct Text : QSharedData
    {
        explicit Text(QString said)
            : text(std::move(said))
        {
        }
        const QString text;
    };

    static constexpr quint64 numberTag = 1; ///< a pointer is even

    static constexpr bool isIdNumber(qint64 number)
    {
        return number >= -limits::idNumber && number <= limits::idNumber;
    }
    static std::strong_ordering compareTexts(const QString &a, const QString &b);

    int rank() const { return isNull() ? 0 : isNumber() ? 1 : 2; }
    Text *shared() const { return reinterpret_cast<Text *>(quintptr(m_bits)); }
    const QString &text() const { return shared()->text; }
    void release();

    /// 0; a number, doubled, and 1; or a pointer to a Text.
    quint64 m_bits = 0;
};

QDebug operator<<(QDebug debug, const CrmId &id);

} // namespace pressboard

Q_DECLARE_TYPEINFO(pressboard::CrmId, Q_RELOCATABLE_TYPE);

template<> struct std::hash<pressboard::CrmId>
{
    size_t operator()(const pressboard::CrmId &id) const noexcept { return qHash(id); }
};
