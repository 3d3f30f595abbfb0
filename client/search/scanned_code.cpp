// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/scanned_code.h"

#include <QUrl>
#include <QUrlQuery>

#include <algorithm>

namespace pressboard::client {

namespace {

QString folded(const QString &text)
{
    return text.normalized(QString::NormalizationForm_KC).trimmed().toCaseFolded();
}

/// Numbers of orders are plain ASCII nearly always, and are compared without being copied.
bool isAscii(const QString &text)
{
    return std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 0x80; });
}

bool equals(const QString &number, const QString &reading)
{
    if (number.isEmpty())
        return false;
    if (!isAscii(number))
        return folded(number) == reading;
    return QStringView(number).trimmed().compare(reading, Qt::CaseInsensitive) == 0;
}

/// The last part of the path, and what each argument says.
QStringList partsOfAddress(const QString &text)
{
    const QUrl url(text);
    if (!text.contains(QStringLiteral("://")) || !url.isValid())
        return {};
    QStringList parts;
    const QStringList path = url.path(QUrl::FullyDecoded).split(u'/', Qt::SkipEmptyParts);
    if (!path.isEmpty())
        parts.append(path.last());
    const auto arguments = QUrlQuery(url).queryItems(QUrl::FullyDecoded);
    for (const auto &argument : arguments)
        parts.append(argument.second);
    if (url.hasFragment())
        parts.append(url.fragment(QUrl::FullyDecoded).section(u'/', -1));
    return parts;
}

} // namespace

ScannedCode::ScannedCode(const QString &scanned, const QRegularExpression &pattern)
    : m_text(scanned.trimmed())
{
    QStringList readings{m_text};
    readings += partsOfAddress(m_text.normalized(QString::NormalizationForm_KC));
    if (!pattern.pattern().isEmpty() && pattern.isValid()) {
        const QRegularExpressionMatch match = pattern.match(m_text);
        if (match.hasMatch())
            readings.append(match.captured(pattern.captureCount() > 0 ? 1 : 0));
    }
    for (const QString &reading : std::as_const(readings))
        m_readings.append(folded(reading));
    m_readings.removeAll(QString());
    m_readings.removeDuplicates();
}

bool ScannedCode::means(const Order &order) const
{
    return std::any_of(m_readings.begin(), m_readings.end(), [&order](const QString &reading) {
        return equals(order.orderNo, reading) || equals(order.workOrderNo, reading)
            || (order.orderId.isText() && equals(order.orderId.toString(), reading));
    });
}

QList<CrmId> ScannedCode::ordersIn(const Book &book) const
{
    QList<CrmId> found;
    for (const Order &order : book.orders()) {
        if (means(order))
            found.append(order.orderId);
    }
    std::sort(found.begin(), found.end());
    return found;
}

} // namespace pressboard::client
