// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QProcess>
#include <QProcessEnvironment>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace pressboard::test {

/// A private redis-server for a test: a Unix socket in a temporary directory, an append-only file
/// written always (so that kill() loses nothing that was acknowledged), and, when asked for, a
/// TCP port on the loopback. Every call blocks until it is done. Gone with the fixture, and with
/// the test's process, however that ends.
class RedisFixture
{
public:
    enum class Tcp { No, Yes };

    /// `arguments` are appended to redis-server's command line: {"--requirepass", "secret"}.
    explicit RedisFixture(QStringList arguments = {}, Tcp tcp = Tcp::No);
    ~RedisFixture();
    Q_DISABLE_COPY_MOVE(RedisFixture)

    /// From the next start on; it is the test's own until then.
    void setEnvironment(const QProcessEnvironment &environment)
    {
        m_process.setProcessEnvironment(environment);
    }
    /// Starts it and waits until it answers. Says why not with qWarning.
    bool start();
    void kill(); ///< SIGKILL
    void stop(); ///< SIGTERM
    bool restart(); ///< kill and start: with its data, on the same socket and port
    bool restartEmpty(); ///< kill, delete its data, start
    void pause(); ///< SIGSTOP: connections stay open, nothing answers
    void resume();
    bool isRunning() const { return m_process.state() == QProcess::Running; }
    qint64 pid() const { return m_process.processId(); }

    bool flushAll();
    /// One command by redis-cli; its raw output without the last newline. Redis' error replies
    /// come as their text ("WRONGTYPE …"), a redis-server that cannot be reached as a null array.
    /// With a password: {"-a", "secret", "--no-auth-warning", "PING"}.
    QByteArray command(const QStringList &arguments) const;
    /// command() with an integer reply; -1 for anything else.
    qint64 number(const QStringList &arguments) const;

    QString url() const; ///< unix:///…/redis.sock
    QString tcpUrl() const; ///< redis://127.0.0.1:PORT
    QString socketPath() const;
    quint16 port() const { return m_port; } ///< 0 without TCP
    QString dataDir() const; ///< kept over restarts

private:
    QStringList serverArguments() const;
    bool waitUntilItAnswers();
    void logFailure(const char *what);

    QTemporaryDir m_dir;
    QStringList m_arguments;
    quint16 m_port = 0;
    QProcess m_process;
};

/// The words of a command that has no blanks in them.
inline QStringList words(const char *command)
{
    return QString::fromLatin1(command).split(u' ');
}

} // namespace pressboard::test
