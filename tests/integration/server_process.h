// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QProcess>
#include <QTemporaryDir>

#include <memory>

namespace pressboard::test {

/// What a command line tool said.
struct Outcome
{
    int exitCode = -1;
    QString out;
    QString err;
};

/// One data folder and the real pressboard-server on it, startable and killable any number of
/// times. Its ports are free ones, kept over restarts, so that clients find it again.
class ServerProcess
{
public:
    explicit ServerProcess(QStringList extraArguments = {});
    ~ServerProcess();

    /// Starts and waits for "listening on"; false with lastOutput() when it ended or stayed silent.
    bool start();
    /// Starts and waits only until the operators' port answers: it may not serve yet.
    bool startUnready();
    /// Starts and waits until it ended by itself; for what must be refused.
    Outcome runToEnd();
    bool waitUntilReady();
    void killNine(); ///< SIGKILL, as a power cut would
    /// SIGTERM; the exit code, or -1 when it did not end within the bound.
    int terminate();
    /// The same while the test's own loop goes on, so that a client in it hears the goodbye: for
    /// one that does not, the server waits.
    int terminateWhileLooping();
    void hangUp(); ///< SIGHUP
    void pause(); ///< SIGSTOP
    void wake(); ///< SIGCONT
    bool isRunning() const;
    qint64 pid() const { return m_process->processId(); }

    /// Of the embedded redis-server child, from Redis itself; 0 when it does not answer.
    qint64 redisPid() const;

    QString dataDir() const;
    QString adminToken() const;
    quint16 port() const { return m_port; }
    quint16 opsPort() const { return m_opsPort; }
    QUrl url(const QString &token = {}) const; ///< token in the query, as a browser would
    QString lastOutput() const;

    Outcome redisCli(const QStringList &arguments) const; ///< on the embedded Redis' socket
    Outcome ctl(const QStringList &arguments) const; ///< pressboardctl on this data folder
    /// The two as one would type them, the program first: for a test that must not wait for them.
    QStringList redisCliCommand(const QStringList &arguments) const;
    QStringList ctlCommand(const QStringList &arguments) const;
    QJsonObject readiness() const; ///< GET /readyz; empty when there is no answer

    /// The redis-server this server uses when it is not the embedded one.
    void setRedisUrl(const QString &url) { m_redisUrl = url; }

private:
    QStringList arguments() const;
    void drainOutput() const;
    int exitCode() const; ///< -1: it did not end by itself

    QTemporaryDir m_dir;
    QStringList m_extra;
    QString m_redisUrl;
    std::unique_ptr<QProcess> m_process;
    mutable QString m_output;
    quint16 m_port = 0;
    quint16 m_opsPort = 0;
};

Outcome runTool(const QString &program, const QStringList &arguments);

} // namespace pressboard::test
