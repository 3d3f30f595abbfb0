// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/logging/told_sentences.h"
#include "server/platform/data_dir_lock.h"
#include "server/redis/backoff.h"
#include "server/redis/endpoint.h"

#include <QElapsedTimer>
#include <QObject>
#include <QProcess>
#include <QStringList>
#include <QTimer>

#include <chrono>

namespace pressboard::server::redis {

/// A private redis-server in the data directory: the default, for shops that run no Redis. The
/// real one, so that there is no second way of keeping the log. It listens on a Unix socket only,
/// writes its append-only file before it answers, dies with this process, and is started again
/// when it dies alone: after a pause that grows, and told once a minute as long as it goes on. Two
/// Redis on one append-only file is how data dies: the directory is locked until the child is gone,
/// too.
class EmbeddedRedis : public QObject
{
    Q_OBJECT
public:
    enum class State {
        Stopped,
        Locking, ///< the directory is in use; an earlier server's Redis may be about to end
        Starting, ///< the child runs and reads its data
        Running, ///< it answers
        Waiting, ///< it died, and is started again in a moment
        Stopping,
        Failed, ///< it cannot be started, and trying again would not help
    };

    static constexpr std::chrono::milliseconds lockPatience{5000};
    static constexpr std::chrono::milliseconds lockInterval{100};
    static constexpr std::chrono::milliseconds firstRestart{100};
    static constexpr std::chrono::milliseconds longestRestart{5000};
    /// One that dies sooner than this after it came up did not come up: the pause grows on.
    static constexpr std::chrono::milliseconds steadyAfter{10'000};
    /// From SIGTERM to SIGKILL, which loses nothing that was acknowledged.
    static constexpr std::chrono::milliseconds stopPatience{1500};
    /// The shortest path that does not fit: a Unix socket's address has 108 bytes with its final
    /// zero, and Redis leaves one more unused (it would cut the name, and listen elsewhere).
    static constexpr int socketPathBytes = 107;

    /// redis-server in PATH, else the one of our package, which brings it without its service:
    /// libexec/pressboard/redis-server beside our own programs.
    static QString installedProgram();

    /// `program`: redis-server, by its name in PATH or its path.
    explicit EmbeddedRedis(const QString &dataDir, QString program = installedProgram(),
                           QObject *parent = nullptr);
    /// Kills the child if it still runs.
    ~EmbeddedRedis() override;

    void start();
    /// stopped() follows, within stopPatience and a moment.
    void stop();
    State state() const { return m_state; }
    /// For connections; the same over restarts.
    Endpoint endpoint() const;
    qint64 pid() const { return m_process.processId(); } ///< the child's; 0 when there is none

Q_SIGNALS:
    /// It answers; again after every restart.
    void started();
    /// It died, for the reason in the sentence; it is being started again.
    void died(const QString &reason);
    /// It cannot be started, for the reason in the sentence; start() may be called again.
    void failed(const QString &reason);
    void stopped();

private:
    void tryLock();
    void launch();
    void readLog();
    void onLogLine(const QString &line);
    void onProcessError(QProcess::ProcessError error);
    void onEnded();
    void becomeStopped();
    void fail(const QString &reason);
    QStringList arguments() const;

    QString m_dataDir; ///< absolute
    QString m_program;
    State m_state = State::Stopped;
    platform::DataDirLock m_lock; ///< before m_process: released after the child is gone
    QElapsedTimer m_lockingSince;
    QElapsedTimer m_runningSince;
    Backoff m_backoff;
    QTimer m_timer; ///< the next try to lock or to launch
    QTimer m_killTimer;
    ToldSentences m_told; ///< in our own log, over restarts
    QStringList m_lastLines; ///< of the child's log: they say why it died
    QProcess m_process;
};

} // namespace pressboard::server::redis
