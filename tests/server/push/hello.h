// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/codec.h"
#include "tests/server/push/hub_fixture.h"

namespace pressboard::test {

/// What a v1 client says first, to a HubFixture.
inline const QString epoch = QStringLiteral("e1");
inline const QByteArray helloAfresh = R"({"type":"hello","resume":null})";

inline QByteArray hello(const QString &epoch, StreamId position)
{
    return protocol::encode(
        protocol::Hello{protocol::Hello::Resume{epoch, position}, {}, {}, {}, {}});
}

/// The ids of the events among them.
inline QStringList idsOf(const QByteArrayList &texts)
{
    QStringList ids;
    for (const QByteArray &text : texts) {
        if (const QString id = json(text).value(QLatin1StringView("id")).toString(); !id.isEmpty())
            ids << id;
    }
    return ids;
}

} // namespace pressboard::test
