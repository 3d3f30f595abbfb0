// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_rules.h"

#include "server/ingest/schema.h"
#include "server/ingest/validate.h"
#include "server/log/publisher.h"

namespace pressboard::server {

namespace {

constexpr QLatin1StringView testKey{"test"};
constexpr QLatin1StringView replacesKey{"replaces"};
constexpr QLatin1StringView senderKey{"sender"};
constexpr QLatin1StringView timestampKey{"timestamp"};

PublishRefusal invalid(const QString &message)
{
    return {QStringLiteral("invalid"), message};
}

PublishRefusal forbidden(const QString &message)
{
    return {QStringLiteral("forbidden"), message};
}

bool isNotice(const protocol::Publish &publish)
{
    return publish.type == event_type::notice;
}

bool isTest(const protocol::Publish &publish)
{
    return isNotice(publish) && publish.data.value(testKey).toBool();
}

bool isDepartmentsOnly(const Audience &groups, const Identity &identity)
{
    const QStringList own = identity.departmentGroups();
    for (const QString &group : groups.groups()) {
        if (!own.contains(group))
            return false;
    }
    return !groups.isEveryone();
}

/// A replacement goes to those who had the old notice, whoever they were, and takes it from them.
std::optional<PublishRefusal> refuseReplacing(const protocol::Publish &publish,
                                              const Identity &identity)
{
    if (!isNotice(publish) || !publish.data.contains(replacesKey) || identity.role == Role::Admin)
        return std::nullopt;
    return forbidden(QStringLiteral("Only an admin may replace or withdraw a notice."));
}

std::optional<PublishRefusal> refuseNotice(const Audience &groups, const Identity &identity)
{
    if (!identity.mayNotify())
        return forbidden(QStringLiteral("This user may not send notices."));
    if (identity.role == Role::Operator && !isDepartmentsOnly(groups, identity)) {
        return forbidden(
            QStringLiteral("An operator sends notices to its own departments: name one "
                           "or more of %1 in \"groups\".")
                .arg(identity.departmentGroups().join(QLatin1StringView(", "))));
    }
    return std::nullopt;
}

std::optional<PublishRefusal> refuseByRights(const protocol::Publish &publish,
                                             const Identity &identity)
{
    if (isNotice(publish))
        return refuseNotice(publish.groups, identity);
    if (!identity.mayPublish())
        return forbidden(QStringLiteral("This user may not publish events."));
    return std::nullopt;
}

/// An admin tries the whole shop; anybody else the way to this server.
bool isTestForOneself(const protocol::Publish &publish, const Identity &identity)
{
    return isTest(publish) && identity.role != Role::Admin;
}

std::optional<PublishRefusal> refuse(const protocol::Publish &publish, const Identity &identity)
{
    if (identity.isAnybody())
        return forbidden(QStringLiteral("This access code is for reading only."));
    if (const auto refusal = refuseReplacing(publish, identity))
        return refusal;
    return isTestForOneself(publish, identity) ? std::nullopt : refuseByRights(publish, identity);
}

/// What is no part of a notice would be kept and sent to everybody for nothing.
QJsonObject knownMembers(const QJsonObject &sent)
{
    QJsonObject known;
    for (const FieldRule &rule : schemaOf(event_type::notice)) {
        if (const auto found = sent.constFind(rule.name); found != sent.constEnd())
            known.insert(rule.name, *found);
    }
    return known;
}

/// A notice says who sent it and when as the server knows it; other events keep a time of
/// their own, say that of the order's last change.
QJsonObject signedData(const protocol::Publish &publish, const Identity &identity, Moment now)
{
    QJsonObject data = isNotice(publish) ? knownMembers(publish.data) : publish.data;
    if (isNotice(publish))
        data.insert(senderKey, identity.display);
    // Numbers are nothing but numbers: `{}` gives the word back to the computed ones.
    const bool isNumbers = publish.type == event_type::numbers;
    if (isNotice(publish) || (!isNumbers && !data.contains(timestampKey)))
        data.insert(timestampKey, toWire(now));
    return data;
}

} // namespace

PublishVerdict checkPublish(const protocol::Publish &publish, const Identity &identity,
                            const ReadingRules &rules, Moment now)
{
    if (publish.ref.isEmpty() || publish.ref.size() > Publisher::refLength)
        return invalid(QStringLiteral("\"ref\" must be a text of 1 to 64 characters, unique to "
                                      "this publish: a UUID."));
    if (const auto refusal = refuse(publish, identity))
        return *refusal;
    auto event =
        validated(publish.type, signedData(publish, identity, now), publish.groups.groups(), rules);
    if (!event)
        return invalid(event.error().message);
    event.value().source = QStringLiteral("client");
    event.value().publisher = publisherOfUser(identity.user);
    if (isTestForOneself(publish, identity))
        return PublishEcho{std::move(event).value()};
    return std::move(event).value();
}

bool isTestNotice(const Event &event)
{
    return event.type == event_type::notice && event.data.value(testKey).toBool();
}

} // namespace pressboard::server
