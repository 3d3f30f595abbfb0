// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/tail_line.h"

#include "server/ctl/cli/odd_sentence.h"
#include "shared/base/visible_text.h"

#include <QDateTime>
#include <QJsonDocument>

namespace pressboard::server::ctl {

namespace {

/// Longer text of others than this tells nobody more.
constexpr qsizetype textShown = 160;

QString head(StreamId id, const QString &what, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(qint64(id.ms), zone)
               .toString(QStringLiteral("MM-dd HH:mm:ss"))
        + QStringLiteral("  %1  %2  ").arg(id.toString(), what);
}

QString shortened(const QString &text)
{
    if (text.size() <= textShown)
        return text;
    const bool isInside = text[textShown - 1].isHighSurrogate(); // a character
    return text.first(textShown - isInside) + u'…';
}

QString joined(const QJsonObject &data, std::initializer_list<const char *> fields)
{
    QStringList parts;
    for (const char *field : fields) {
        const QString text = data.value(QLatin1StringView(field)).toVariant().toString();
        if (!text.isEmpty())
            parts.append(text);
    }
    return parts.join(u' ');
}

QString summaryOf(const Event &event)
{
    if (event.type == event_type::order) {
        return joined(event.data,
                      {"action", "order_no", "order_id", "customer_name", "product_name",
                       "status_display", "delivery_date"});
    }
    if (event.type == event_type::progress) {
        return joined(
            event.data,
            {"action", "order_no", "progress_id", "step_name", "status_display", "operator"});
    }
    if (event.type == event_type::notice)
        return joined(event.data, {"type", "sender", "message"});
    return QString::fromUtf8(QJsonDocument(event.data).toJson(QJsonDocument::Compact));
}

} // namespace

QString tailLine(const Event &event, const QTimeZone &shopZone)
{
    QString line = head(event.id, event.type, shopZone) + shortened(summaryOf(event));
    if (!event.groups.isEveryone())
        line += QStringLiteral("  to ") + event.groups.groups().join(u',');
    if (!event.source.isEmpty())
        line += QStringLiteral("  from ") + shortened(event.source);
    for (const Oddity &odd : event.oddities)
        line += QStringLiteral("  ") + shortened(sentenceOf(odd));
    return visibleText(line); // events are other people's text
}

QString tailLine(const Rejected &rejected, const QTimeZone &shopZone)
{
    return visibleText(head(rejected.id, QStringLiteral("REJECTED"), shopZone)
                       + shortened(rejected.reason) + QStringLiteral("  in: ")
                       + shortened(QString::fromUtf8(rejected.head)));
}

} // namespace pressboard::server::ctl
