// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "tests/channels/group_sender.h"
#include "tests/integration/server_process.h"
#include "tests/support/redis/redis_fixture.h"

#include <QJsonArray>
#include <QTest>

using namespace pressboard::test;

/// Django's pub/sub layer and two servers: both hear everything, one of them writes it down.
class ChannelsPubSub : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void eachMessageIsTakenOnce();
    void rejectsAreWrittenOnce();

private:
    QByteArray log(const char *line) const;
    bool isListening(const ServerProcess &server) const;

    RedisFixture m_crm;
    RedisFixture m_log;
    std::unique_ptr<ServerProcess> m_first;
    std::unique_ptr<ServerProcess> m_second;
};

static constexpr int patienceMs = 30'000;

bool ChannelsPubSub::isListening(const ServerProcess &server) const
{
    const QJsonArray hosts = server.readiness().value(QStringLiteral("channels")).toArray();
    return hosts.first().toObject().value(QStringLiteral("listening_since")).isString();
}

QByteArray ChannelsPubSub::log(const char *line) const
{
    return m_log.command(QString::fromLatin1(line).split(u' '));
}

void ChannelsPubSub::init()
{
    if (m_first)
        return;
    QVERIFY(m_crm.start() && m_log.start());
    const QStringList options{QStringLiteral("--channels"), QStringLiteral("pubsub"),
                              QStringLiteral("--channels-hosts"), m_crm.url()};
    m_first = std::make_unique<ServerProcess>(options);
    m_second = std::make_unique<ServerProcess>(options);
    for (ServerProcess *server : {m_first.get(), m_second.get()}) {
        server->setRedisUrl(m_log.url());
        QVERIFY2(server->start(), qPrintable(server->lastOutput()));
        QTRY_VERIFY_WITH_TIMEOUT(isListening(*server), patienceMs);
    }
    QTRY_COMPARE_WITH_TIMEOUT(log("EXISTS pressboard:writer"), "1", patienceMs);
}

void ChannelsPubSub::eachMessageIsTakenOnce()
{
    const auto before = log("XLEN pressboard:events").toInt();
    GroupSender sender(GroupSender::Form::PubSub, {m_crm.url()});
    for (int id = 1; id <= 100; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(log("XLEN pressboard:events").toInt(), before + 100, patienceMs);
    const QString status = m_first->ctl({QStringLiteral("status")}).out;
    QVERIFY2(status.contains(QStringLiteral("At most once")), qPrintable(status));
}

void ChannelsPubSub::rejectsAreWrittenOnce()
{
    QCOMPARE(m_crm.number({QStringLiteral("PUBLISH"), QStringLiteral("asgi__group__notifications"),
                           QStringLiteral("hello")}),
             2);
    QTRY_COMPARE_WITH_TIMEOUT(log("XLEN pressboard:rejected"), "1", patienceMs);
    QVERIFY(log("XRANGE pressboard:rejected - +").contains("from Django Channels: not valid"));
}

QTEST_GUILESS_MAIN(ChannelsPubSub)
#include "tst_channels_pubsub.moc"
