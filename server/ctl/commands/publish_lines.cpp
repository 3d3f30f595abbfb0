// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/publish_lines.h"

#include "server/ctl/cli/line_groups.h"
#include "server/ingest/validate.h"
#include "shared/base/json_text.h"
#include "shared/base/json_writer.h"
#include "shared/base/limits.h"

namespace pressboard::server::ctl {

namespace {

constexpr QLatin1StringView refKey{"ref"};
constexpr QLatin1StringView typeKey{"type"};
constexpr QLatin1StringView dataKey{"data"};

Error tooLong()
{
    return Error{QStringLiteral("the line is longer than %1 bytes").arg(LineCutter::lineBytes)};
}

Result<Event> eventOf(QJsonObject line, const QTimeZone &shopZone)
{
    const QString ref = line.value(refKey).toString();
    if (ref.isEmpty() || ref.size() > Publisher::refLength)
        return Error{QStringLiteral("ref: expected a text of 1 to %1 characters, this event's own")
                         .arg(Publisher::refLength)};
    if (!line.value(dataKey).isObject())
        return Error{QStringLiteral("data: expected an object")};
    const auto groups = takeGroups(line);
    if (!groups)
        return groups.error();
    auto event = validated(line.value(typeKey).toString(), line.value(dataKey).toObject(), *groups,
                           shopZone);
    if (event)
        event.value().source = QStringLiteral("ctl");
    return event;
}

} // namespace

MadeCommand PublishLines::make(const Arguments &, const Tools &tools)
{
    return std::unique_ptr<Command>(new PublishLines(tools));
}

PublishLines::PublishLines(const Tools &tools)
    : Command(tools)
    , m_input(QStringLiteral("-"))
    , m_append(tools.redis, tools.keys)
{
    connect(&m_input, &Input::arrived, this, [this](const QByteArray &bytes) {
        m_lines.take(bytes);
        takeLines();
    });
    connect(&m_input, &Input::ended, this, [this] {
        m_ended = true;
        m_lines.finish();
        takeLines();
    });
    connect(&m_input, &Input::failed, this, [this](const Error &error) { fail(error.message); });
    connect(&m_append, &OnceAppend::stored, this, &PublishLines::answer);
    connect(&m_append, &OnceAppend::failed, this, &PublishLines::explain);
}

void PublishLines::start()
{
    m_input.start();
}

/// What waits here is bounded: nothing more is read until it is stored.
void PublishLines::takeLines()
{
    qsizetype bytes = 0;
    while (m_batch.size() < batchEvents && bytes < batchBytes) {
        const auto line = m_lines.next();
        if (!line)
            break;
        if (line->isTooLong)
            m_batch.append(Item{{}, tooLong()});
        else if (!line->text.isEmpty())
            m_batch.append(itemOf(line->text));
        bytes += line->text.size();
    }
    if (!m_batch.isEmpty())
        append();
    else if (m_ended)
        finish();
    else
        m_input.resume();
}

PublishLines::Item PublishLines::itemOf(const QByteArray &line) const
{
    const auto object = parseObject(line, limits::jsonDepth + 1);
    if (!object)
        return Item{{}, object.error()};
    return Item{object->value(refKey).toString(), eventOf(*object, m_tools.config.timezone)};
}

void PublishLines::append()
{
    m_input.pause();
    QList<OnceAppend::Referred> events;
    for (const Item &item : std::as_const(m_batch)) {
        if (item.event)
            events.append({item.ref, *item.event});
    }
    if (events.isEmpty())
        answer({});
    else
        m_append.start(std::move(events));
}

void PublishLines::answer(const QList<StreamId> &ids)
{
    auto id = ids.begin();
    for (const Item &item : std::exchange(m_batch, {})) {
        if (item.event)
            say(QString::fromUtf8(
                toText({{refKey, item.ref}, {QLatin1StringView("id"), (id++)->toString()}})));
        else
            refuse(item);
    }
    takeLines();
}

void PublishLines::refuse(const Item &item)
{
    ++m_refused;
    say(QString::fromUtf8(
        toText({{refKey, item.ref}, {QLatin1StringView("refused"), item.event.error().message}})));
}

void PublishLines::explain(const Error &error, bool isUnsure)
{
    const QString known = isUnsure ? QStringLiteral("Whether the events without an answer were "
                                                    "published is not known.")
                                   : QStringLiteral("Not all events were published.");
    fail(QStringLiteral("%1 %2 Say those without an answer again, with the same refs: within 24 "
                        "hours each is stored once.")
             .arg(known, error.message));
}

void PublishLines::finish()
{
    if (m_refused > 0)
        fail(QStringLiteral("Events refused: %1. The answers say why; all others were published.")
                 .arg(m_refused));
    else
        succeed();
}

} // namespace pressboard::server::ctl
