// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/log/entry_fields.h"

#include "shared/base/json_writer.h"

namespace pressboard::server {

QByteArrayList entryFields(const Event &event)
{
    QByteArrayList fields{"type", event.type.toUtf8(), "data",
                          toText(event.data)};
    if (!event.groups.isEveryone())
        fields << "groups" << event.groups.groups().join(u',').toUtf8();
    if (!event.source.isEmpty())
        fields << "src" << event.source.toUtf8();
    return fields;
}

} // namespace pressboard::server
