// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_rules.h"
#include "shared/protocol/codec.h"
#include "shared/protocol/message_type.h"

#include <QJsonDocument>

#include <cstdlib>

using namespace pressboard;
using namespace pressboard::server;

namespace {

Identity identity(Role role)
{
    Identity somebody;
    somebody.user = QStringLiteral("li");
    somebody.role = role;
    somebody.departments = {QStringLiteral("3")};
    return somebody;
}

/// What is stored is JSON, of a type that may be; nobody's test or word goes further than he may.
void check(const PublishVerdict &verdict, const Identity &who)
{
    if (const auto *refusal = std::get_if<PublishRefusal>(&verdict)) {
        if (refusal->code.isEmpty() || refusal->message.isEmpty())
            std::abort();
        return;
    }
    if (who.isAnybody())
        std::abort();
    const auto *event = std::get_if<Event>(&verdict);
    if (event == nullptr)
        return;
    const QByteArray stored = QJsonDocument(event->data).toJson(QJsonDocument::Compact);
    if (protocol::isControlType(event->type) || QJsonDocument::fromJson(stored).isNull()
        || !who.mayNotify())
        std::abort();
}

} // namespace

/// A client's frame, and what the rules of publishing make of it for each kind of user.
extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size)
{
    const QByteArray input(reinterpret_cast<const char *>(bytes), qsizetype(size));
    protocol::messageType(input);
    const auto message = protocol::decodeClient(input);
    if (!message) {
        if (message.error().message.isEmpty())
            std::abort();
        return 0;
    }
    const auto *publish = std::get_if<protocol::Publish>(&*message);
    if (publish == nullptr)
        return 0;
    static const ReadingRules rules(QTimeZone("Asia/Shanghai"));
    static const Moment now{std::chrono::milliseconds(1'795'423'846'000)};
    for (const Role role : {Role::Page, Role::Viewer, Role::Operator, Role::Admin})
        check(checkPublish(*publish, identity(role), rules, now), identity(role));
    return 0;
}
