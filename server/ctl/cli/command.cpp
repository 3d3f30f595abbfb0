// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/command.h"

#include "shared/base/visible_text.h"

#include <utility>

namespace pressboard::server::ctl {

Command::Command(const Tools &tools)
    : m_tools(tools)
{
}

void Command::stop()
{
    fail(QStringLiteral("Stopped before it was done."));
}

void Command::ask(const QByteArrayList &arguments, Answered answered,
                  std::chrono::milliseconds timeout)
{
    m_tools.redis.command(
        arguments, this,
        [this, answered = std::move(answered)](const redis::Reply &reply) {
            if (reply.failed())
                fail(sentenceOf(reply));
            else
                answered(reply);
        },
        timeout);
}

void Command::succeed()
{
    end(Exit::Done);
}

void Command::fail(const QString &sentence)
{
    if (!m_over)
        warn(sentence);
    end(Exit::Failed);
}

void Command::end(Exit exit)
{
    if (!std::exchange(m_over, true))
        Q_EMIT finished(exit);
}

void Command::say(const QString &line)
{
    m_tools.out << visibleText(line) << Qt::endl;
}

void Command::warn(const QString &line)
{
    m_tools.err << visibleText(line) << Qt::endl;
}

QString sentenceOf(const redis::Reply &failure)
{
    const QString words = QString::fromUtf8(failure.text);
    return (failure.isLost()
                ? QStringLiteral("The connection to Redis was lost (%1). Run the command again "
                                 "when Redis is back; \"pressboardctl status\" tells.")
                : QStringLiteral("Redis refused it: %1"))
        .arg(words);
}

} // namespace pressboard::server::ctl
