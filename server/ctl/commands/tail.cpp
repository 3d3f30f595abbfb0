// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/tail.h"

#include "server/ctl/log/tail_line.h"

namespace pressboard::server::ctl {

MadeCommand Tail::make(const Arguments &arguments, const Tools &tools)
{
    std::optional<StreamId> from;
    if (arguments.has("from")) {
        from = StreamId::parse(QStringView(arguments.value("from")));
        if (!from) {
            return Error{QStringLiteral("--from: found \"%1\", expected a position of the log such "
                                        "as 1795423846000-0, or 0-0 for all that is kept")
                             .arg(arguments.value("from"))};
        }
    }
    return std::unique_ptr<Command>(new Tail(tools, from));
}

Tail::Tail(const Tools &tools, std::optional<StreamId> from)
    : Command(tools)
    , m_from(from)
    , m_reader(tools.reading)
{
    connect(&tools.redis, &redis::Connection::becameLost, this, [this](const QString &reason) {
        warn(QStringLiteral("Redis is away (%1); going on when it is back.").arg(reason));
    });
}

void Tail::start()
{
    // Only now: the first time it became ready is what started this.
    connect(&m_tools.redis, &redis::Connection::becameReady, this, &Tail::read);
    if (m_from)
        read();
    else
        findEnd();
}

void Tail::stop()
{
    succeed();
}

void Tail::findEnd()
{
    ask({"XREVRANGE", m_tools.keys.events(), "+", "-", "COUNT", "1"},
        [this](const redis::Reply &reply) {
            const auto entries = redis::entriesFromReply(reply);
            m_from = entries.isEmpty() ? StreamId() : entries.last().id;
            read();
        });
}

void Tail::read()
{
    if (!m_from)
        return;
    m_tools.redis.command({"XREAD", "COUNT", "100", "BLOCK",
                           QByteArray::number(qint64(block.count())), "STREAMS",
                           m_tools.keys.events(), m_from->toBytes()},
                          this, [this](const redis::Reply &reply) { handleReply(reply); });
}

void Tail::handleReply(const redis::Reply &reply)
{
    if (reply.isLost())
        return; // becameReady reads on
    if (reply.isError() && !reply.text.startsWith("UNBLOCKED")) {
        fail(sentenceOf(reply));
        return;
    }
    // One stream: [[name, entries]], or nil when the time was up.
    if (!reply.items.isEmpty() && reply.items.first().items.size() == 2) {
        for (const auto &entry : redis::entriesFromReply(reply.items.first().items.at(1)))
            show(entry);
    }
    if (m_tools.out.status() == QTextStream::Ok)
        read();
    else
        succeed(); // the reader of the pipe has had enough
}

void Tail::show(const redis::StreamEntry &entry)
{
    const auto read = m_reader.read(entry);
    const QTimeZone &zone = m_tools.config.timezone;
    say(std::visit([&zone](const auto &what) { return tailLine(what, zone); }, read));
    m_from = entry.id;
}

} // namespace pressboard::server::ctl
