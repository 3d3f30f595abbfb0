// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/publish.h"

#include "server/ctl/cli/odd_sentence.h"
#include "server/ingest/validate.h"

#include <QUuid>

namespace pressboard::server::ctl {

namespace {

/// Who is at the keyboard, as far as the system knows.
QString userAt(const QProcessEnvironment &environment)
{
    for (const char *name : {"SUDO_USER", "USER", "LOGNAME", "USERNAME"}) {
        const QString user = environment.value(QLatin1StringView(name));
        if (!user.isEmpty())
            return user;
    }
    return QStringLiteral("pressboardctl");
}

/// The level is left to the alarm where there is one and nothing is said of it.
QJsonObject noticeSaid(const Arguments &arguments, const Tools &tools)
{
    QJsonObject data{
        {QLatin1StringView("message"), arguments.plain().first()},
        {QLatin1StringView("sender"), arguments.value("sender", userAt(tools.environment))},
        {QLatin1StringView("timestamp"), toWire(tools.clock.now())},
    };
    if (arguments.has("level") || !arguments.has("alarm"))
        data.insert(QLatin1StringView("type"), arguments.value("level", QStringLiteral("info")));
    for (const char *wish : {"confirm", "alarm"}) {
        if (arguments.has(wish))
            data.insert(QLatin1StringView(wish), true);
    }
    if (arguments.has("key"))
        data.insert(QLatin1StringView("key"), arguments.value("key"));
    return data;
}

Error wrong(const Oddity &odd)
{
    return Error{odd.member + QStringLiteral(": ") + odd.reason};
}

} // namespace

MadeCommand Publish::make(const Arguments &arguments, const Tools &tools)
{
    const QStringList &plain = arguments.plain();
    return makeWith(
        arguments, tools,
        validated(plain.at(0), plain.at(1).toUtf8(), arguments.values("group"), tools.reading));
}

MadeCommand Publish::makeNotice(const Arguments &arguments, const Tools &tools)
{
    auto event = validated(event_type::notice, noticeSaid(arguments, tools),
                           arguments.values("group"), tools.reading);
    // What is read kindly from a program is a slip at the keyboard.
    if (event && !event->oddities.isEmpty())
        event = wrong(event->oddities.first());
    return makeWith(arguments, tools, std::move(event));
}

MadeCommand Publish::makeWith(const Arguments &arguments, const Tools &tools, Result<Event> event)
{
    const QString ref = arguments.value("ref", QUuid::createUuid().toString(QUuid::WithoutBraces));
    if (ref.isEmpty() || ref.size() > Publisher::refLength)
        return Error{QStringLiteral("--ref: expected 1 to %1 characters, the same whenever this "
                                    "event is published again, and for no other one")
                         .arg(Publisher::refLength)};
    return std::unique_ptr<Command>(new Publish(tools, ref, std::move(event)));
}

Publish::Publish(const Tools &tools, QString ref, Result<Event> event)
    : Command(tools)
    , m_ref(std::move(ref))
    , m_event(std::move(event))
    , m_append(tools.redis, tools.keys)
    , m_replicas(tools.redis)
{
    connect(&m_append, &OnceAppend::failed, this, &Publish::explain);
    connect(&m_append, &OnceAppend::stored, this, [this](const QList<StreamId> &ids) {
        for (const Oddity &odd : m_event->oddities)
            warn(sentenceOf(odd));
        say(ids.first().toString());
        m_replicas.start();
    });
    connect(&m_replicas, &ReplicaCheck::done, this, &Publish::finish);
}

void Publish::start()
{
    if (!m_event)
        return explain(m_event.error(), false);
    m_event.value().source = QStringLiteral("ctl");
    m_append.start({{m_ref, *m_event}});
}

/// It is in the log, so that is no failure.
void Publish::finish(bool isAlone)
{
    if (isAlone)
        warn(QStringLiteral("It is in the master's log, but no replica has it yet: a failover now "
                            "would lose it. Run \"pressboardctl status\"."));
    succeed();
}

void Publish::stop()
{
    explain(Error{QStringLiteral("Stopped before it was done.")}, m_append.isOpen());
}

void Publish::explain(const Error &error, bool isUnsure)
{
    if (isUnsure)
        fail(
            QStringLiteral("Whether it was published is not known. %1 Run the command again with "
                           "--ref %2: within 24 hours it is stored once, however often it is said.")
                .arg(error.message, m_ref));
    else
        fail(QStringLiteral("Nothing was published. ") + error.message);
}

} // namespace pressboard::server::ctl
