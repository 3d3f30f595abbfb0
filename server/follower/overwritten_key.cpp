// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/overwritten_key.h"

namespace pressboard::server {

namespace {

struct Words
{
    QLatin1StringView what; ///< it should be
    QLatin1StringView then; ///< what happens once the foreign value is gone
};

Words wordsOf(OverwrittenKey::Part part)
{
    using Part = OverwrittenKey::Part;
    constexpr QLatin1StringView anew("the server writes it anew");
    switch (part) {
    case Part::Events:
        return {QLatin1StringView("the log's stream"),
                QLatin1StringView("the server goes on with the orders it knows")};
    case Part::Epoch:
        return {QLatin1StringView("the log's epoch"), anew};
    case Part::Book:
        return {QLatin1StringView("the checkpoint's hash"), anew};
    case Part::Writer:
        return {QLatin1StringView("the writer's lease"), anew};
    case Part::Rejected:
        return {QLatin1StringView("the stream of rejected entries"), anew};
    case Part::Users:
        return {QLatin1StringView("the users' hash"),
                QLatin1StringView("the server writes the users back as it last read them")};
    case Part::Servers:
        return {QLatin1StringView("the list of the servers"), anew};
    }
    return {};
}

} // namespace

OverwrittenKey OverwrittenKey::fromReply(const redis::Reply &reply)
{
    OverwrittenKey key{Part::Events, {}, {}};
    if (reply.items.size() == 3) {
        key.part = Part(reply.items[0].integer);
        key.name = QString::fromUtf8(reply.items[1].text);
        key.type = QString::fromUtf8(reply.items[2].text);
    }
    return key;
}

QString OverwrittenKey::sentence() const
{
    const Words words = wordsOf(part);
    return QStringLiteral("The key %1 is a %2, not %3: somebody wrote over it. Rename or delete "
                          "it; %4.")
        .arg(name, type, words.what, words.then);
}

QByteArrayList lookKeys(const redis::Keys &keys)
{
    return {keys.events(),   keys.epoch(), keys.book(),   keys.writer(),
            keys.rejected(), keys.users(), keys.servers()};
}

} // namespace pressboard::server
