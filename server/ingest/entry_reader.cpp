// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/entry_reader.h"

#include "server/ingest/validate.h"
#include "shared/base/limits.h"

namespace pressboard::server {

namespace {

constexpr qsizetype headBytes = 4 * 1024;
constexpr qsizetype sourceBytes = 64;

/// "type=… data=…", as much of it as is worth keeping.
QByteArray headOf(const redis::StreamEntry &entry)
{
    QByteArray head;
    for (const auto &[name, value] : entry.fields) {
        if (!head.isEmpty())
            head += ' ';
        head += name.left(headBytes) + '=' + value.left(headBytes);
        if (head.size() >= headBytes)
            break;
    }
    return head.left(headBytes);
}

/// "dept_3,role_operator"; blanks around names do no harm.
QStringList groupsFrom(const QByteArray &text)
{
    QStringList groups = QString::fromUtf8(text).split(u',', Qt::SkipEmptyParts);
    for (QString &group : groups)
        group = group.trimmed();
    groups.removeAll(QString());
    return groups;
}

QString publisherFrom(const redis::StreamEntry &entry, const QString &source)
{
    const QByteArray user = entry.field("user").left(limits::groupNameLength);
    return user.isEmpty() ? publisherOfSource(source) : publisherOfUser(QString::fromUtf8(user));
}

Result<Event> eventFrom(const redis::StreamEntry &entry, const ReadingRules &rules)
{
    for (const QByteArrayView name : {"type", "data"}) {
        if (entry.field(name).isNull()) {
            return Error{QStringLiteral("%1: the entry has no such field; it needs type and data, "
                                        "and may have groups, src and user")
                             .arg(QString::fromUtf8(name))};
        }
    }
    auto event = validated(QString::fromUtf8(entry.field("type")), entry.field("data"),
                           groupsFrom(entry.field("groups")), rules, true);
    if (!event)
        return event;
    event.value().id = entry.id;
    event.value().source = QString::fromUtf8(entry.field("src").left(sourceBytes));
    if (event.value().type == event_type::notice) // nobody asks it of the many others
        event.value().publisher = publisherFrom(entry, event.value().source);
    return event;
}

} // namespace

EntryReader::EntryReader(ReadingRules rules)
    : m_rules(std::move(rules))
{
}

std::variant<Event, Rejected> EntryReader::read(const redis::StreamEntry &entry) const
{
    auto event = eventFrom(entry, m_rules);
    if (event)
        return *std::move(event);
    return Rejected{entry.id, event.error().message, headOf(entry),
                    QString::fromUtf8(entry.field("type").left(limits::typeLength))};
}

} // namespace pressboard::server
