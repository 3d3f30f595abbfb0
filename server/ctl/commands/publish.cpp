// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/publish.h"

#include "server/ctl/odd_sentence.h"
#include "server/ingest/validate.h"

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

Error wrong(const Oddity &odd)
{
    return Error{odd.member + QStringLiteral(": ") + odd.reason};
}

} // namespace

MadeCommand Publish::make(const Arguments &arguments, const Tools &tools)
{
    const QStringList &plain = arguments.plain();
    return std::unique_ptr<Command>(new Publish(
        tools,
        validated(plain.at(0), plain.at(1).toUtf8(), arguments.values("group"), tools.reading)));
}

MadeCommand Publish::makeNotice(const Arguments &arguments, const Tools &tools)
{
    const QJsonObject data{
        {QLatin1StringView("message"), arguments.plain().first()},
        {QLatin1StringView("type"), arguments.value("level", QStringLiteral("info"))},
        {QLatin1StringView("sender"), userAt(tools.environment)},
        {QLatin1StringView("timestamp"), toWire(tools.clock.now())},
    };
    auto event = validated(event_type::notice, data, arguments.values("group"), tools.reading);
    // What is read kindly from a program is a slip at the keyboard.
    if (event && !event->oddities.isEmpty())
        event = wrong(event->oddities.first());
    return std::unique_ptr<Command>(new Publish(tools, std::move(event)));
}

Publish::Publish(const Tools &tools, Result<Event> event)
    : Command(tools)
    , m_event(std::move(event))
    , m_publisher(tools.redis, tools.keys)
{
}

void Publish::start()
{
    if (!m_event) {
        fail(QStringLiteral("Nothing was published. ") + m_event.error().message);
        return;
    }
    m_event.value().source = QStringLiteral("ctl");
    m_publisher.append(*m_event, [this](const Result<StreamId> &stored) {
        if (!stored) {
            fail(QStringLiteral("Nothing was published, as far as is known. ")
                 + stored.error().message);
            return;
        }
        for (const Oddity &odd : m_event->oddities)
            m_tools.err << sentenceOf(odd) << Qt::endl;
        say(stored->toString());
        succeed();
    });
}

} // namespace pressboard::server::ctl
