// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/crm_id.h"

#include "shared/base/object_reader.h"

#include <QDebug>

#include <algorithm>

namespace pressboard {
namespace {

bool isDigit(QChar c)
{
    return c >= u'0' && c <= u'9';
}

bool isWhole(const QString &text)
{
    return QStringView(text).isValidUtf16() && std::none_of(text.begin(), text.end(), [](QChar c) {
               return c.category() == QChar::Other_Control;
           });
}

/// Takes the digits at the beginning of `rest`, without leading zeros.
QStringView takeNumber(QStringView &rest)
{
    qsizetype end = 0;
    while (end < rest.size() && isDigit(rest[end]))
        ++end;
    QStringView digits = rest.first(end);
    rest = rest.sliced(end);
    while (digits.size() > 1 && digits.front() == u'0')
        digits = digits.sliced(1);
    return digits;
}

/// Of numbers, however long they are.
std::strong_ordering compareNumbers(QStringView a, QStringView b)
{
    if (a.size() != b.size())
        return a.size() <=> b.size();
    return a.compare(b) <=> 0;
}

/// Digits count as numbers, whatever the case of letters.
std::strong_ordering compareNaturally(QStringView a, QStringView b)
{
    while (!a.isEmpty() && !b.isEmpty()) {
        std::strong_ordering order = std::strong_ordering::equal;
        if (isDigit(a.front()) && isDigit(b.front())) {
            const QStringView number = takeNumber(a);
            order = compareNumbers(number, takeNumber(b));
        } else {
            order = a.front().toCaseFolded().unicode() <=> b.front().toCaseFolded().unicode();
            a = a.sliced(1);
            b = b.sliced(1);
        }
        if (order != 0)
            return order;
    }
    return a.size() <=> b.size();
}

} // namespace

CrmId CrmId::fromText(const QString &text)
{
    if (text.isEmpty() || text.size() > limits::idLength || !isWhole(text))
        return {};
    bool isInteger = false;
    const qint64 number = text.toLongLong(&isInteger);
    if (isInteger && isIdNumber(number) && QString::number(number) == text)
        return number;
    CrmId id;
    auto *held = new Text(text);
    held->ref.ref();
    id.m_bits = quint64(reinterpret_cast<quintptr>(held));
    return id;
}

CrmId CrmId::fromNumber(qint64 number)
{
    return isIdNumber(number) ? CrmId(number) : fromText(QString::number(number));
}

CrmId CrmId::fromJson(const QJsonValue &value)
{
    if (value.isString())
        return fromText(value.toString());
    const auto number = integerFrom(value);
    return number ? fromNumber(*number) : CrmId();
}

QString CrmId::toString() const
{
    if (isText())
        return text();
    return isNull() ? QString() : QString::number(number());
}

QJsonValue CrmId::toJson() const
{
    if (isText())
        return text();
    return isNull() ? QJsonValue(QJsonValue::Null) : QJsonValue(number());
}

/// Those that only spell differently ("7a" and "07A") have an order, too.
std::strong_ordering CrmId::compareTexts(const QString &a, const QString &b)
{
    const std::strong_ordering order = compareNaturally(a, b);
    return order != 0 ? order : a.compare(b) <=> 0;
}

void CrmId::release()
{
    if (!shared()->ref.deref())
        delete shared();
}

QDebug operator<<(QDebug debug, const CrmId &id)
{
    const QDebugStateSaver saver(debug);
    if (id.isText())
        return debug << id.toString();
    return debug.noquote() << (id.isNull() ? QStringLiteral("none") : id.toString());
}

} // namespace pressboard
