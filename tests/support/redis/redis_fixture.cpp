// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/redis_fixture.h"

#include "server/platform/child_guard.h"
#include "tests/support/redis/free_port.h"

#include <QDeadlineTimer>
#include <QDebug>
#include <QDir>

#include <csignal>

using namespace std::chrono_literals;

namespace pressboard::test {

/// Generous: the machine may be busy with everybody's tests.
static constexpr auto patience = 20s;

RedisFixture::RedisFixture(QStringList arguments, Tcp tcp)
    : m_arguments(std::move(arguments))
    , m_port(tcp == Tcp::Yes ? freePort() : 0)
{
    QDir().mkpath(dataDir());
}

RedisFixture::~RedisFixture()
{
    kill();
}

QStringList RedisFixture::serverArguments() const
{
    return QStringList{QStringLiteral("--unixsocket"),
                       socketPath(),
                       QStringLiteral("--unixsocketperm"),
                       QStringLiteral("700"),
                       QStringLiteral("--port"),
                       QString::number(m_port),
                       QStringLiteral("--bind"),
                       QStringLiteral("127.0.0.1"),
                       QStringLiteral("--dir"),
                       dataDir(),
                       QStringLiteral("--save"),
                       QString(),
                       QStringLiteral("--appendonly"),
                       QStringLiteral("yes"),
                       QStringLiteral("--appendfsync"),
                       QStringLiteral("always"),
                       QStringLiteral("--daemonize"),
                       QStringLiteral("no")}
    + m_arguments;
}

bool RedisFixture::start()
{
    if (isRunning())
        return true;
    server::platform::guardChild(m_process);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.start(QStringLiteral("redis-server"), serverArguments(), QIODevice::ReadOnly);
    if (!m_process.waitForStarted() || !waitUntilItAnswers()) {
        logFailure("redis-server did not start");
        return false;
    }
    return true;
}

bool RedisFixture::waitUntilItAnswers()
{
    const QDeadlineTimer deadline(patience);
    while (!deadline.hasExpired()) {
        // Any answer will do: with a password or while loading it is an error reply. Waiting for
        // the process to end is waiting without spinning.
        const QByteArray answer = command({QStringLiteral("PING")});
        if (answer.contains("PONG") || answer.contains("NOAUTH"))
            return true;
        if (m_process.waitForFinished(10))
            return false;
    }
    return false;
}

void RedisFixture::logFailure(const char *what)
{
    qWarning().noquote() << what << m_process.errorString() << m_process.readAll();
}

void RedisFixture::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished(int(std::chrono::milliseconds(patience).count()));
}

void RedisFixture::stop()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished(int(std::chrono::milliseconds(patience).count())))
        kill();
}

bool RedisFixture::restart()
{
    kill();
    return start();
}

bool RedisFixture::restartEmpty()
{
    kill();
    QDir(dataDir()).removeRecursively();
    QDir().mkpath(dataDir());
    return start();
}

void RedisFixture::pause()
{
    ::kill(pid_t(pid()), SIGSTOP);
}

void RedisFixture::resume()
{
    ::kill(pid_t(pid()), SIGCONT);
}

bool RedisFixture::flushAll()
{
    return command({QStringLiteral("FLUSHALL")}) == "OK";
}

QByteArray RedisFixture::command(const QStringList &arguments) const
{
    QProcess cli;
    cli.start(QStringLiteral("redis-cli"),
              QStringList{QStringLiteral("-s"), socketPath(), QStringLiteral("--raw")} + arguments);
    cli.waitForFinished(int(std::chrono::milliseconds(patience).count()));
    QByteArray output = cli.readAllStandardOutput();
    if (output.isEmpty() && cli.exitCode() != 0)
        return {};
    if (output.endsWith('\n'))
        output.chop(1);
    return output.isNull() ? QByteArray("") : output;
}

qint64 RedisFixture::number(const QStringList &arguments) const
{
    bool ok = false;
    const qint64 value = command(arguments).toLongLong(&ok);
    return ok ? value : -1;
}

QString RedisFixture::url() const
{
    return QStringLiteral("unix://") + socketPath();
}

QString RedisFixture::tcpUrl() const
{
    return QStringLiteral("redis://127.0.0.1:%1").arg(m_port);
}

QString RedisFixture::socketPath() const
{
    return m_dir.filePath(QStringLiteral("redis.sock"));
}

QString RedisFixture::dataDir() const
{
    return m_dir.filePath(QStringLiteral("data"));
}

} // namespace pressboard::test
