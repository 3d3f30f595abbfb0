// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "server/config/config_values.h"

#include <QRegularExpression>
#include <QTime>

namespace pressboard::server::config_value {

std::optional<ListenAddress> listenAddress(const QString &text)
{
    const qsizetype colon = text.lastIndexOf(QLatin1Char(':'));
    if (colon < 0)
        return std::nullopt;
    QString host = text.left(colon);
    if (host.startsWith(QLatin1Char('[')) && host.endsWith(QLatin1Char(']')))
        host = host.mid(1, host.size() - 2);
    if (host == QLatin1StringView("localhost"))
        host = QStringLiteral("127.0.0.1");
    bool numeric = false;
    const uint port = text.mid(colon + 1).toUInt(&numeric);
    const QHostAddress address(host);
    if (!numeric || port > 65'535 || address.isNull())
        return std::nullopt;
    return ListenAddress{address, quint16(port)};
}

std::optional<qint64> integer(const QString &text, qint64 least, qint64 most)
{
    bool numeric = false;
    const qint64 value = text.toLongLong(&numeric);
    if (!numeric || value < least || value > most)
        return std::nullopt;
    return value;
}

std::optional<qint64> bytes(const QString &text, qint64 least, qint64 most)
{
    static const QRegularExpression form(QStringLiteral("^(\\d+) *(|KiB|MiB|GiB)$"));
    const auto match = form.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const QStringList units{QString(), QStringLiteral("KiB"), QStringLiteral("MiB"),
                            QStringLiteral("GiB")};
    bool numeric = false;
    const qint64 number = match.captured(1).toLongLong(&numeric);
    const int shift = 10 * int(units.indexOf(match.captured(2)));
    if (!numeric || number > (most >> shift) || (number << shift) < least)
        return std::nullopt;
    return number << shift;
}

std::optional<bool> onOff(const QString &text)
{
    if (text == QLatin1StringView("on") || text == QLatin1StringView("true"))
        return true;
    if (text == QLatin1StringView("off") || text == QLatin1StringView("false"))
        return false;
    return std::nullopt;
}

std::optional<std::chrono::minutes> timeOfDay(const QString &text)
{
    const QTime time = QTime::fromString(text, QStringLiteral("HH:mm"));
    if (!time.isValid())
        return std::nullopt;
    return std::chrono::minutes(time.hour() * 60 + time.minute());
}

bool isWorkHours(const QString &text)
{
    const QStringList spans = list(text);
    return std::all_of(spans.begin(), spans.end(), [](const QString &span) {
        const QStringList ends = span.split(QLatin1Char('-'));
        // 24:00 is how people write the end of a day.
        return ends.size() == 2 && timeOfDay(ends.at(0).trimmed())
            && (timeOfDay(ends.at(1).trimmed())
                || ends.at(1).trimmed() == QLatin1StringView("24:00"));
    });
}

QStringList list(const QString &text)
{
    QStringList items;
    for (const QString &item : text.split(QLatin1Char(','), Qt::SkipEmptyParts)) {
        if (!item.trimmed().isEmpty())
            items.append(item.trimmed());
    }
    return items;
}

std::optional<QList<QHostAddress>> addresses(const QString &text)
{
    QList<QHostAddress> all;
    for (const QString &item : list(text)) {
        const QHostAddress address(item);
        if (address.isNull())
            return std::nullopt;
        all.append(address);
    }
    return all;
}

} // namespace pressboard::server::config_value
