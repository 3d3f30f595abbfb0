// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_rules.h"

#include "server/ingest/schema.h"
#include "server/ingest/validate.h"
#include "server/log/publisher.h"

#include <algorithm>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView testKey{"test"};
constexpr QLatin1StringView replacesKey{"replaces"};
constexpr QLatin1StringView senderKey{"sender"};
constexpr QLatin1StringView timestampKey{"timestamp"};
constexpr QLatin1StringView messageKey{"message"};
constexpr QLatin1StringView keyKey{"key"};
constexpr QLatin1StringView callKey{"call"};
constexpr QLatin1StringView alarmKey{"alarm"};

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

/// The one it names, or the publisher's own with its key; null: none that is kept.
const Notice *replacedBy(const protocol::Publish &publish, const Identity &identity,
                         const Book *book)
{
    if (!book)
        return nullptr;
    if (const auto id = StreamId::parse(QStringView(publish.data.value(replacesKey).toString())))
        return book->notice(*id);
    const QString key = publish.data.value(keyKey).toString();
    return key.isEmpty() ? nullptr : book->keyedNotice(key, publisherOfUser(identity.user));
}

/// A replacement goes to those who had the old notice, whoever they were, and takes it from them.
std::optional<PublishRefusal> refuseReplacing(const protocol::Publish &publish,
                                              const Identity &identity, const Book *book)
{
    if (!isNotice(publish) || !publish.data.contains(replacesKey) || identity.role == Role::Admin)
        return std::nullopt;
    const Notice *replaced = replacedBy(publish, identity, book);
    if (replaced && replaced->publisher == publisherOfUser(identity.user))
        return std::nullopt;
    return forbidden(QStringLiteral("Only an admin may replace or withdraw what others sent."));
}

/// It takes back what he sent himself, and says nothing.
bool isWithdrawalOfOnesOwn(const protocol::Publish &publish, const Identity &identity,
                           const Book *book)
{
    const Notice *replaced = isNotice(publish) ? replacedBy(publish, identity, book) : nullptr;
    return replaced && replaced->publisher == publisherOfUser(identity.user)
        && publish.data.value(messageKey).toString().isEmpty() && !publish.data.contains(callKey);
}

/// Whom an alarm goes on to when nobody takes it. An operator's: its own departments, and who is in
/// charge.
bool mayEscalate(const QJsonValue &alarm, const Identity &identity)
{
    const auto read = Alarm::fromJson(alarm);
    const QList<Alarm::Escalation> steps = read ? read->escalations : QList<Alarm::Escalation>();
    const QString inCharge = QLatin1StringView("role_") + roleName(Role::Admin);
    return std::all_of(steps.begin(), steps.end(), [&](const Alarm::Escalation &step) {
        QStringList groups = step.groups.groups();
        groups.removeAll(inCharge);
        return groups.isEmpty() || isDepartmentsOnly(Audience(groups), identity);
    });
}

std::optional<PublishRefusal> refuseNotice(const Audience &groups, const QJsonValue &alarm,
                                           const Identity &identity)
{
    if (!identity.mayNotify())
        return forbidden(QStringLiteral("This user may not send notices."));
    if (identity.role == Role::Operator && !isDepartmentsOnly(groups, identity)) {
        return forbidden(
            QStringLiteral("An operator sends notices to its own departments: name one "
                           "or more of %1 in \"groups\".")
                .arg(identity.departmentGroups().join(QLatin1StringView(", "))));
    }
    if (identity.role == Role::Operator && !mayEscalate(alarm, identity))
        return forbidden(
            QStringLiteral("An operator's alarm goes on to its own departments, and to "
                           "role_admin."));
    return std::nullopt;
}

std::optional<PublishRefusal> refuseByRights(const protocol::Publish &publish,
                                             const Identity &identity, const Book *book)
{
    // A replacement goes where the old one went, whatever it says itself.
    const Notice *replaced = isNotice(publish) ? replacedBy(publish, identity, book) : nullptr;
    if (isNotice(publish))
        return refuseNotice(replaced ? replaced->audience : publish.groups,
                            publish.data.value(alarmKey), identity);
    if (!identity.mayPublish())
        return forbidden(QStringLiteral("This user may not publish events."));
    return std::nullopt;
}

/// An admin tries the whole shop; anybody else the way to this server.
bool isTestForOneself(const protocol::Publish &publish, const Identity &identity)
{
    return isTest(publish) && identity.role != Role::Admin;
}

bool isCall(const protocol::Publish &publish)
{
    return isNotice(publish) && publish.data.contains(callKey);
}

std::optional<PublishRefusal> refuse(const protocol::Publish &publish, const Identity &identity,
                                     const Book *book)
{
    if (identity.isAnybody())
        return forbidden(QStringLiteral("This access code is for reading only."));
    if (auto refusal = refuseReplacing(publish, identity, book)) {
        refusal->mayBeDone = !replacedBy(publish, identity, book);
        return refusal;
    }
    // Whom a call reaches is the configuration's, not his.
    if (isCall(publish) || isWithdrawalOfOnesOwn(publish, identity, book))
        return std::nullopt;
    return isTestForOneself(publish, identity) ? std::nullopt
                                               : refuseByRights(publish, identity, book);
}

/// What was said is read kindly: a number may be a text by now, and an empty message one that says
/// something. Rights are of what is stored.
std::optional<PublishRefusal> refuseAsRead(protocol::Publish publish, const Event &event,
                                           const Identity &identity, const Book *book)
{
    if (!isNotice(publish))
        return std::nullopt;
    publish.data = event.data;
    return refuse(publish, identity, book);
}

/// What is no part of a notice would be kept and sent to everybody for nothing.
QJsonObject knownMembers(const QJsonObject &sent)
{
    QJsonObject known;
    for (const FieldRule &rule : schemaOf(event_type::notice)) {
        if (const auto found = sent.constFind(rule.name); found != sent.constEnd())
            known.insert(rule.name, *found);
    }
    for (const char *ours : {"escalates", "untaken"}) // nobody else may say so
        known.remove(QLatin1StringView(ours));
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

/// As the configuration has it: its words, whom it reaches, and whether it rings.
std::optional<protocol::Publish> calling(protocol::Publish publish, const QList<Call> &calls)
{
    const QString name = publish.data.value(callKey).toString();
    const auto call = std::find_if(calls.begin(), calls.end(),
                                   [&](const Call &known) { return known.shown.name == name; });
    if (call == calls.end())
        return std::nullopt;
    const auto put = [&publish](const char *key, const QJsonValue &value) {
        publish.data.insert(QLatin1StringView(key), value);
    };
    if (publish.data.value(messageKey).toString().isEmpty())
        put("message", call->shown.title);
    put("title", call->shown.title);
    put("type", levelName(call->shown.level));
    put("alarm", call->alarm);
    publish.groups = Audience(call->shown.groups);
    return publish;
}

} // namespace

PublishVerdict checkPublish(const protocol::Publish &said, const Identity &identity,
                            const ReadingRules &rules, Moment now, const PublishSetting &setting)
{
    const auto called =
        isCall(said) ? calling(said, setting.calls) : std::optional<protocol::Publish>(said);
    if (!called)
        return invalid(QStringLiteral("call: this shop has no call of that name."));
    const protocol::Publish &publish = *called;
    if (publish.ref.isEmpty() || publish.ref.size() > Publisher::refLength)
        return invalid(QStringLiteral("\"ref\" must be a text of 1 to 64 characters, unique to "
                                      "this publish: a UUID."));
    if (const auto refusal = refuse(publish, identity, setting.book))
        return *refusal;
    auto event =
        validated(publish.type, signedData(publish, identity, now), publish.groups.groups(), rules);
    if (!event)
        return invalid(event.error().message);
    if (const auto refusal = refuseAsRead(publish, *event, identity, setting.book))
        return *refusal;
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
