// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/normaliser.h"

#include "server/ingest/custom_value.h"
#include "server/ingest/field_value.h"
#include "shared/base/limits.h"
#include "shared/base/object_reader.h"

#include <QJsonArray>

namespace pressboard::server {

namespace {

constexpr QLatin1StringView statusDisplayKey("status_display");

/// The kinds that CRMs also send as an object of their own: {"id": 3, "name": "李娜"}.
bool mayBeWrapped(FieldRule::Kind kind)
{
    using Kind = FieldRule::Kind;
    return kind == Kind::Text || kind == Kind::Word || kind == Kind::Status || kind == Kind::Integer
        || kind == Kind::Moment || kind == Kind::Date;
}

QJsonValue saidIn(const QJsonValue &sent, const FieldRule &rule)
{
    return mayBeWrapped(rule.kind) ? unwrapped(sent) : sent;
}

bool isText(const QJsonValue &value)
{
    const QJsonValue said = unwrapped(value);
    return (said.isString() || said.isDouble()) && !isNone(said);
}

Error wrongId(const QString &member, const QJsonValue &sent, const FieldRule &rule)
{
    return Error{QStringLiteral("%1: %2").arg(member, unexpected(sent, rule))};
}

} // namespace

Normaliser::Normaliser(const ReadingRules &rules, QList<Oddity> &oddities)
    : m_rules(rules)
    , m_oddities(oddities)
{
}

Result<QJsonObject> Normaliser::read(QJsonObject object, std::span<const FieldRule> schema,
                                     const QString &path)
{
    for (const FieldRule &rule : schema) {
        const auto found = object.constFind(rule.name);
        const bool isThere = found != object.constEnd();
        if (isThere ? isPlain(*found, rule) : !rule.required)
            continue;
        QJsonValue sent = isThere ? QJsonValue(*found) : QJsonValue(QJsonValue::Undefined);
        const auto kept = value(sent, rule, path);
        if (!kept)
            return kept.error();
        if (kept->isUndefined() && rule.kind == FieldRule::Kind::Status) {
            readOtherStatus(object, sent, rule, path);
            continue;
        }
        const bool isNews = *kept != sent;
        sent = {}; // it shares the object, which would have to be copied before it changes
        if (kept->isUndefined())
            object.remove(rule.name);
        else if (isNews)
            object.insert(rule.name, *kept);
    }
    return object;
}

QJsonObject Normaliser::readCustom(QJsonObject object, const QList<CustomField> &fields,
                                   int maxLength, const QString &path)
{
    for (const CustomField &field : fields) {
        const auto found = object.constFind(field.name);
        if (found == object.constEnd())
            continue;
        QJsonValue sent = *found;
        const auto kept = customValue(sent, field, maxLength, m_rules);
        if (!kept)
            note(path + field.name, Oddity::Fate::LeftOut, unexpectedIn(field, sent));
        const bool isNews = !kept || *kept != sent;
        sent = {}; // it shares the object
        if (!kept)
            object.remove(field.name);
        else if (isNews)
            object.insert(field.name, *kept);
    }
    return object;
}

/// Undefined: it is left out, or a status that is none of ours.
Result<QJsonValue> Normaliser::value(const QJsonValue &sent, const FieldRule &rule,
                                     const QString &path)
{
    const QJsonValue said = saidIn(sent, rule);
    if (isNone(said) && !rule.required)
        return QJsonValue(QJsonValue::Null);
    if (rule.kind == FieldRule::Kind::Steps)
        return steps(said, rule, path);
    if (auto read = fieldValue(said, rule, m_rules))
        return *std::move(read);
    if (rule.required)
        return wrongId(path + rule.name, sent, rule);
    if (rule.kind == FieldRule::Kind::Status)
        return QJsonValue(QJsonValue::Undefined);
    return leaveOut(sent, rule, path);
}

QJsonValue Normaliser::leaveOut(const QJsonValue &sent, const FieldRule &rule, const QString &path)
{
    note(path + rule.name, Oddity::Fate::LeftOut, unexpected(sent, rule));
    return QJsonValue(QJsonValue::Undefined);
}

/// The old one would be untrue. 0 with a word of its own is how such a status is kept; whoever
/// sends it so, means it so.
void Normaliser::readOtherStatus(QJsonObject &object, const QJsonValue &sent, const FieldRule &rule,
                                 const QString &path)
{
    const QJsonValue said = unwrapped(sent);
    const bool hasWord = isText(object.value(statusDisplayKey));
    if (!hasWord || integerFrom(said) != 0)
        note(path + rule.name, Oddity::Fate::OtherStatus, unexpected(sent, rule));
    if (!hasWord)
        object.insert(statusDisplayKey, statusWord(said));
    object.insert(rule.name, 0);
}

/// A step without its ID must not be passed over: those that are not listed are removed.
Result<QJsonValue> Normaliser::steps(const QJsonValue &sent, const FieldRule &rule,
                                     const QString &path)
{
    const QJsonArray all = sent.toArray();
    if (!sent.isArray() || all.size() > limits::stepsPerOrder)
        return leaveOut(sent, rule, path);
    QJsonArray kept;
    for (qsizetype i = 0; i < all.size(); ++i) {
        const QString place = QStringLiteral("%1%2[%3]").arg(path, rule.name).arg(i);
        if (!all[i].isObject())
            return Error{QStringLiteral("%1: found %2, expected an object with a step's fields")
                             .arg(place, shown(all[i]))};
        const auto step = read(all[i].toObject(), importedStepSchema(), place + u'.');
        if (!step)
            return step.error();
        kept.append(
            readCustom(*step, m_rules.customFields.ofSteps, limits::stepText, place + u'.'));
    }
    return QJsonValue(kept);
}

void Normaliser::note(const QString &member, Oddity::Fate fate, const QString &reason)
{
    if (m_oddities.size() < limits::oddities)
        m_oddities.append({member, fate, reason});
}

} // namespace pressboard::server
