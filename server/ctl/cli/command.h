// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/ingest/reading_rules.h"
#include "server/redis/connection.h"
#include "server/redis/keys.h"
#include "shared/base/result.h"
#include "shared/base/time.h"

#include <QObject>
#include <QProcessEnvironment>
#include <QTextStream>

#include <functional>
#include <memory>

namespace pressboard::server::ctl {

/// What pressboardctl ends with; the numbers are a contract.
enum class Exit {
    Done = 0,
    Failed = 1, ///< stderr says what, and what to do
    WrongUsage = 2,
};

/// What every command works with; all of it outlives the command.
struct Tools
{
    const Config &config;
    const QProcessEnvironment &environment;
    redis::Connection &redis; ///< ready when the command starts
    redis::Keys keys;
    const ReadingRules &reading; ///< as the server reads
    const Clock &clock;
    QTextStream &out; ///< what was asked for
    QTextStream &err; ///< errors and progress
    bool errIsTerminal = false; ///< somebody looks at it: a line may move
};

/// One thing pressboardctl does, in steps: each asks Redis and goes on when it answered.
class Command : public QObject
{
    Q_OBJECT
public:
    explicit Command(const Tools &tools);

    virtual void start() = 0;
    /// Ctrl-C. Ends at once unless there is something to clean up.
    virtual void stop();

Q_SIGNALS:
    void finished(pressboard::server::ctl::Exit exit);

protected:
    using Answered = std::function<void(const redis::Reply &)>;

    /// A command that must work: on an error the whole thing fails with Redis' words.
    void ask(const QByteArrayList &arguments, Answered answered,
             std::chrono::milliseconds timeout = redis::Connection::defaultTimeout);
    // Only the first of these counts: when a connection is lost, everything on its way fails.
    void succeed();
    void fail(const QString &sentence);
    void end(Exit exit);
    bool isOver() const { return m_over; } ///< what still comes does not matter
    // Lines as a terminal may have them, whatever others wrote into what they tell.
    void say(const QString &line); ///< to stdout, at once: it may be a pipe
    void warn(const QString &line); ///< to stderr

    Tools m_tools;

private:
    bool m_over = false;
};

/// A command, or why its arguments are wrong.
using MadeCommand = Result<std::unique_ptr<Command>>;

/// An error reply or a lost connection, in a sentence.
QString sentenceOf(const redis::Reply &failure);

} // namespace pressboard::server::ctl
