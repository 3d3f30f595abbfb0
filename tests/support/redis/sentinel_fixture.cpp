// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/redis/sentinel_fixture.h"

#include "server/platform/child_guard.h"
#include "tests/support/redis/free_port.h"
#include "tests/support/redis/redis_fixture.h"

#include <QDeadlineTimer>
#include <QFile>

namespace pressboard::test {

SentinelFixture::SentinelFixture(const RedisFixture &master)
    : m_masterPort(master.port())
{
}

SentinelFixture::~SentinelFixture()
{
    kill();
}

bool SentinelFixture::start()
{
    m_port = freePort();
    QFile conf(m_dir.filePath(QStringLiteral("sentinel.conf")));
    if (!conf.open(QIODevice::WriteOnly))
        return false;
    conf.write(QStringLiteral("port %1\nbind 127.0.0.1\ndir %2\n"
                              "sentinel monitor shop 127.0.0.1 %3 1\n"
                              "sentinel down-after-milliseconds shop 500\n"
                              "sentinel failover-timeout shop 2000\n")
                   .arg(m_port)
                   .arg(m_dir.path())
                   .arg(m_masterPort)
                   .toUtf8());
    conf.close();
    server::platform::guardChild(m_process, -1);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardOutputFile(m_dir.filePath(QStringLiteral("log")));
    m_process.start(QStringLiteral("redis-server"),
                    {conf.fileName(), QStringLiteral("--sentinel")});
    const QDeadlineTimer deadline(20'000);
    while (masterPort() != m_masterPort) {
        // Waiting for the process to end is waiting without spinning.
        if (deadline.hasExpired() || m_process.waitForFinished(10))
            return false;
    }
    return true;
}

void SentinelFixture::kill()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.kill();
    m_process.waitForFinished();
}

QByteArray SentinelFixture::ask(const QStringList &command) const
{
    QProcess cli;
    cli.start(QStringLiteral("redis-cli"),
              QStringList{QStringLiteral("-p"), QString::number(m_port)} + command);
    cli.waitForFinished();
    return cli.readAllStandardOutput();
}

quint16 SentinelFixture::masterPort() const
{
    return ask({QStringLiteral("SENTINEL"), QStringLiteral("GET-MASTER-ADDR-BY-NAME"),
                QStringLiteral("shop")})
        .split('\n')
        .value(1)
        .toUShort();
}

int SentinelFixture::replicas() const
{
    return int(ask({QStringLiteral("SENTINEL"), QStringLiteral("REPLICAS"), QStringLiteral("shop")})
                   .count("master-link-status\nok"));
}

QString SentinelFixture::address() const
{
    return QStringLiteral("127.0.0.1:%1").arg(m_port);
}

} // namespace pressboard::test
