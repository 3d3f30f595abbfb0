// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/integration/server_process.h"

#include "tests/integration/port.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QTcpSocket>
#include <QTest>
#include <QUrl>
#include <QUrlQuery>

#include <csignal>

namespace pressboard::test {

namespace {

constexpr int toolMs = 30'000;
constexpr int startMs = 30'000;
constexpr int stopMs = 10'000;

} // namespace

Outcome runTool(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    if (!process.waitForFinished(toolMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, QString(), process.errorString()};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

ServerProcess::ServerProcess(QStringList extraArguments)
    : m_extra(std::move(extraArguments))
    , m_process(std::make_unique<QProcess>())
    , m_port(freePort())
    , m_opsPort(freePort())
{
    m_process->setProcessChannelMode(QProcess::MergedChannels);
}

ServerProcess::~ServerProcess()
{
    if (isRunning() && terminate() < 0)
        killNine();
}

QStringList ServerProcess::arguments() const
{
    QStringList all{QStringLiteral("--data-dir"), dataDir(),
                    QStringLiteral("--listen"),   QStringLiteral("127.0.0.1:%1").arg(m_port),
                    QStringLiteral("--ops"),      QStringLiteral("127.0.0.1:%1").arg(m_opsPort)};
    if (!m_redisUrl.isEmpty())
        all << QStringLiteral("--redis") << m_redisUrl;
    return all + m_extra;
}

bool ServerProcess::start()
{
    m_output.clear();
    m_process->start(QStringLiteral(PRESSBOARD_SERVER_BINARY), arguments());
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < startMs && m_process->state() != QProcess::NotRunning) {
        m_process->waitForReadyRead(200);
        drainOutput();
        if (m_output.contains(QStringLiteral("listening on 127.0.0.1:%1,").arg(m_port)))
            return true;
    }
    return false;
}

bool ServerProcess::startUnready()
{
    m_process->start(QStringLiteral(PRESSBOARD_SERVER_BINARY), arguments());
    return QTest::qWaitFor([this] { return !readiness().isEmpty(); }, startMs);
}

Outcome ServerProcess::runToEnd()
{
    QProcess process;
    process.start(QStringLiteral(PRESSBOARD_SERVER_BINARY), arguments());
    if (!process.waitForFinished(startMs)) {
        process.kill();
        process.waitForFinished();
        return {-1, QString::fromUtf8(process.readAllStandardOutput()),
                QString::fromUtf8(process.readAllStandardError())};
    }
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

bool ServerProcess::waitUntilReady()
{
    return QTest::qWaitFor(
        [this] { return readiness().value(QLatin1StringView("ready")).toBool(); }, startMs);
}

void ServerProcess::drainOutput() const
{
    m_output += QString::fromUtf8(m_process->readAll());
}

void ServerProcess::killNine()
{
    m_process->kill();
    m_process->waitForFinished();
}

int ServerProcess::exitCode() const
{
    return m_process->exitStatus() == QProcess::NormalExit ? m_process->exitCode() : -1;
}

int ServerProcess::terminate()
{
    m_process->terminate();
    return m_process->waitForFinished(stopMs) ? exitCode() : -1;
}

int ServerProcess::terminateWhileLooping()
{
    m_process->terminate();
    return QTest::qWaitFor([this] { return !isRunning(); }, stopMs) ? exitCode() : -1;
}

void ServerProcess::hangUp()
{
    ::kill(static_cast<pid_t>(pid()), SIGHUP);
}

void ServerProcess::pause()
{
    ::kill(static_cast<pid_t>(pid()), SIGSTOP);
}

void ServerProcess::wake()
{
    ::kill(static_cast<pid_t>(pid()), SIGCONT);
}

bool ServerProcess::isRunning() const
{
    return m_process->state() != QProcess::NotRunning;
}

qint64 ServerProcess::redisPid() const
{
    static const QRegularExpression line(QStringLiteral("process_id:(\\d+)"));
    const Outcome info = redisCli({QStringLiteral("INFO"), QStringLiteral("server")});
    return line.match(info.out).captured(1).toLongLong();
}

QString ServerProcess::dataDir() const
{
    return m_dir.filePath(QStringLiteral("data"));
}

QString ServerProcess::adminToken() const
{
    QFile file(dataDir() + QStringLiteral("/admin.token"));
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()).trimmed() : QString();
}

QUrl ServerProcess::url(const QString &token) const
{
    QUrl url(QStringLiteral("ws://127.0.0.1:%1/ws/notifications/").arg(m_port));
    if (!token.isEmpty())
        url.setQuery(QUrlQuery{{QStringLiteral("token"), token}});
    return url;
}

QString ServerProcess::lastOutput() const
{
    drainOutput();
    return m_output;
}

QStringList ServerProcess::redisCliCommand(const QStringList &arguments) const
{
    const QString socket = dataDir() + QStringLiteral("/redis.sock");
    return QStringList{QStringLiteral("redis-cli"), QStringLiteral("-s"), socket} + arguments;
}

QStringList ServerProcess::ctlCommand(const QStringList &arguments) const
{
    const QStringList where = m_redisUrl.isEmpty()
        ? QStringList{QStringLiteral("--data-dir"), dataDir()}
        : QStringList{QStringLiteral("--redis"), m_redisUrl};
    return QStringList{QStringLiteral(PRESSBOARDCTL_BINARY), QStringLiteral("--ops"),
                       QStringLiteral("127.0.0.1:%1").arg(m_opsPort)}
    + where + arguments;
}

Outcome ServerProcess::redisCli(const QStringList &arguments) const
{
    const QStringList command = redisCliCommand(arguments);
    return runTool(command.first(), command.mid(1));
}

Outcome ServerProcess::ctl(const QStringList &arguments) const
{
    const QStringList command = ctlCommand(arguments);
    return runTool(command.first(), command.mid(1));
}

QJsonObject ServerProcess::readiness() const
{
    QTcpSocket socket;
    socket.connectToHost(QStringLiteral("127.0.0.1"), m_opsPort);
    if (!socket.waitForConnected(2000))
        return {};
    socket.write("GET /readyz HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
    while (socket.waitForReadyRead(2000)) { }
    const QByteArray answer = socket.readAll();
    return QJsonDocument::fromJson(answer.mid(answer.indexOf("\r\n\r\n") + 4)).object();
}

} // namespace pressboard::test
