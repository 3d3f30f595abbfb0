// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/writer/entry_fields.h"

#include "shared/base/json_writer.h"

namespace pressboard::server {

static QByteArrayList fieldsWith(const QByteArray &data, const Event &event)
{
    QByteArrayList fields{"type", event.type.toUtf8(), "data", data};
    if (!event.groups.isEveryone())
        fields << "groups" << event.groups.groups().join(u',').toUtf8();
    if (!event.source.isEmpty())
        fields << "src" << event.source.toUtf8();
    if (const QString user = userOfPublisher(event.publisher); !user.isEmpty())
        fields << "user" << user.toUtf8();
    return fields;
}

QByteArrayList entryFields(const Event &event)
{
    return fieldsWith(toText(event.data), event);
}

QByteArrayList publishedFields(const Event &event)
{
    return event.published.isEmpty() ? entryFields(event) : fieldsWith(event.published, event);
}

} // namespace pressboard::server
