// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/redis/embedded_redis.h"

#include "server/logging/logging.h"
#include "server/platform/child_guard.h"
#include "server/platform/data_dir.h"
#include "server/redis/embedded_sentences.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QRandomGenerator>
#include <QRegularExpression>
#include <QStandardPaths>

namespace pressboard::server::redis {

namespace {

constexpr qsizetype linesKept = 10;

/// "1234:M 23 Nov 2026 11:10:15.123 # text" → level and text. We have a time of our own.
struct LogLine
{
    QChar level = u'*';
    QString text;
};

LogLine parsed(const QString &line)
{
    static const QRegularExpression shape(
        QStringLiteral("^\\d+:\\w \\d+ \\w+ \\d+ [\\d:.]+ ([.\\-*#]) (.*)$"));
    const auto match = shape.match(line);
    return match.hasMatch() ? LogLine{match.captured(1).front(), match.captured(2)}
                            : LogLine{u'*', line.trimmed()};
}

QString howItEnded(const QProcess &process)
{
    return process.exitStatus() == QProcess::CrashExit
        ? QStringLiteral("killed by a signal")
        : QStringLiteral("exit code %1").arg(process.exitCode());
}

} // namespace

QString EmbeddedRedis::installedProgram()
{
    const QString name = QStringLiteral("redis-server");
    if (!QStandardPaths::findExecutable(name).isEmpty())
        return name;
    const QString ours = QStandardPaths::findExecutable(
        name, {QCoreApplication::applicationDirPath() + QStringLiteral("/../libexec/pressboard")});
    return ours.isEmpty() ? name : ours;
}

EmbeddedRedis::EmbeddedRedis(const QString &dataDir, QString program, QObject *parent)
    : QObject(parent)
    , m_dataDir(QDir(dataDir).absolutePath())
    , m_program(std::move(program))
    , m_lock(m_dataDir)
    , m_backoff(firstRestart, longestRestart, QRandomGenerator::global()->generate())
{
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this,
            [this] { m_state == State::Locking ? tryLock() : launch(); });
    m_killTimer.setSingleShot(true);
    connect(&m_killTimer, &QTimer::timeout, &m_process, &QProcess::kill);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    connect(&m_process, &QProcess::readyRead, this, &EmbeddedRedis::readLog);
    connect(&m_process, &QProcess::finished, this, &EmbeddedRedis::onEnded);
    connect(&m_process, &QProcess::errorOccurred, this, &EmbeddedRedis::onProcessError);
}

EmbeddedRedis::~EmbeddedRedis()
{
    m_process.disconnect(this);
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

Endpoint EmbeddedRedis::endpoint() const
{
    Endpoint endpoint;
    endpoint.socketPath = m_dataDir + QStringLiteral("/redis.sock");
    return endpoint;
}

void EmbeddedRedis::start()
{
    if (m_state != State::Stopped && m_state != State::Failed)
        return;
    const QString socket = endpoint().socketPath;
    const qsizetype bytes = QFile::encodeName(socket).size();
    if (bytes >= socketPathBytes)
        return fail(embedded_sentences::pathTooLong(socket, bytes, socketPathBytes));
    if (const QString why = platform::makeDataDir(m_dataDir); !why.isEmpty())
        return fail(embedded_sentences::notWritable(m_dataDir, why));
    m_state = State::Locking;
    m_lockingSince.start();
    tryLock();
}

void EmbeddedRedis::tryLock()
{
    switch (m_lock.tryLock()) {
    case platform::DataDirLock::Outcome::Held:
        launch();
        return;
    case platform::DataDirLock::Outcome::Failed:
        fail(embedded_sentences::notWritable(m_dataDir, m_lock.errorText()));
        return;
    case platform::DataDirLock::Outcome::InUse:
        break;
    }
    // A server that was just killed takes its Redis with it, but not in the same instant.
    if (std::chrono::milliseconds(m_lockingSince.elapsed()) >= lockPatience)
        fail(embedded_sentences::inUse(m_dataDir, m_lock.holderPid()));
    else
        m_timer.start(lockInterval);
}

void EmbeddedRedis::launch()
{
    if (QStandardPaths::findExecutable(m_program).isEmpty()) {
        fail(embedded_sentences::notInstalled(m_program));
        return;
    }
    if (const AppendOnlyFiles files(m_dataDir); files.lackManifest()) {
        fail(embedded_sentences::noManifest(files));
        return;
    }
    m_state = State::Starting;
    m_lastLines.clear();
    platform::guardChild(m_process, m_lock.descriptor());
    m_process.start(m_program, arguments(), QIODevice::ReadOnly);
}

QStringList EmbeddedRedis::arguments() const
{
    const auto option = [](const char *name, const QString &value) {
        return QStringList{QStringLiteral("--") + QLatin1StringView(name), value};
    };
    return option("port", QStringLiteral("0")) + option("unixsocket", endpoint().socketPath)
        + option("unixsocketperm", QStringLiteral("700")) + option("dir", m_dataDir)
        + option("appendonly", QStringLiteral("yes"))
        + option("appendfsync", QStringLiteral("always"))
        + option("aof-load-truncated", QStringLiteral("yes")) + option("save", QString())
        + option("maxmemory-policy", QStringLiteral("noeviction"))
        + option("daemonize", QStringLiteral("no")) + option("loglevel", QStringLiteral("notice"))
        + option("logfile", QString());
}

void EmbeddedRedis::readLog()
{
    while (m_process.canReadLine())
        onLogLine(QString::fromUtf8(m_process.readLine()).trimmed());
}

void EmbeddedRedis::onLogLine(const QString &raw)
{
    const LogLine line = parsed(raw);
    if (line.text.isEmpty())
        return;
    if (line.level == u'#' && m_told.isDue(line.text))
        qCInfo(lcEmbedded).noquote() << line.text;
    else
        qCDebug(lcEmbedded).noquote() << line.text;
    m_lastLines.append(line.text);
    if (m_lastLines.size() > linesKept)
        m_lastLines.removeFirst();
    // Redis says so in these words since its first versions, once its data is read.
    if (m_state != State::Starting
        || !line.text.contains(QLatin1StringView("ready to accept connections"),
                               Qt::CaseInsensitive))
        return;
    m_state = State::Running;
    m_runningSince.start();
    Q_EMIT started();
}

void EmbeddedRedis::onProcessError(QProcess::ProcessError error)
{
    // Everything else is followed by finished().
    if (error != QProcess::FailedToStart)
        return;
    m_lastLines = {m_process.errorString()};
    onEnded();
}

void EmbeddedRedis::onEnded()
{
    readLog();
    if (m_state == State::Stopping) {
        becomeStopped();
        return;
    }
    const QString reason = embedded_sentences::ended(m_dataDir, m_lastLines, howItEnded(m_process));
    if (m_told.isDue(reason))
        qCWarning(lcEmbedded).noquote() << reason;
    if (m_state == State::Running && m_runningSince.hasExpired(steadyAfter.count()))
        m_backoff.reset();
    m_state = State::Waiting;
    m_timer.start(m_backoff.next());
    Q_EMIT died(reason);
}

void EmbeddedRedis::stop()
{
    m_timer.stop();
    if (m_state == State::Stopping)
        return;
    m_state = State::Stopping;
    if (m_process.state() == QProcess::NotRunning) {
        QMetaObject::invokeMethod(this, &EmbeddedRedis::becomeStopped, Qt::QueuedConnection);
        return;
    }
    m_process.terminate();
    m_killTimer.start(stopPatience);
}

void EmbeddedRedis::becomeStopped()
{
    m_killTimer.stop();
    m_lock.unlock();
    m_state = State::Stopped;
    Q_EMIT stopped();
}

void EmbeddedRedis::fail(const QString &reason)
{
    m_lock.unlock();
    m_state = State::Failed;
    Q_EMIT failed(reason);
}

} // namespace pressboard::server::redis
