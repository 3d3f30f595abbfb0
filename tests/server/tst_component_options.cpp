// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/component_options.h"
#include "server/config/config_keys.h"

#include <QTest>

using namespace pressboard::server;
using namespace std::chrono_literals;

/// What is set must reach the component it is meant for.
class TestComponentOptions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void defaultsAreThoseOfTheRooms();
    void boundsReachTheListener();
    void boundsReachTheSessions();
    void channelsAreOffUnlessWanted();
    void databasesHaveChannelsOfTheirOwn_data();
    void databasesHaveChannelsOfTheirOwn();
    void channelsReachTheirSource();
    void channelsNeedARedisThatDjangoReaches_data();
    void channelsNeedARedisThatDjangoReaches();
    void opsOffThisMachineWantsAToken();
    void theZoneThatCountsIsSaid();
    void robotsNeedTheirSecretsAndRealGroups();
    void mistakesAboutChannelsAreNamed_data();
    void mistakesAboutChannelsAreNamed();
};

static Config configWith(std::initializer_list<std::pair<const char *, const char *>> settings)
{
    Config config;
    for (const auto &[name, value] : settings) {
        if (configKey(QString::fromLatin1(name))->set(config, QString::fromLatin1(value)))
            qFatal("%s may not be %s", name, value);
    }
    return config;
}

void TestComponentOptions::defaultsAreThoseOfTheRooms()
{
    const ListenerOptions listener = component_options::listener(Config());
    QCOMPARE(listener.maxHandshakes, ListenerOptions().maxHandshakes);
    QCOMPARE(listener.headTime, ListenerOptions().headTime);
    QCOMPARE(listener.headBytes, ListenerOptions().headBytes);
    QCOMPARE(listener.incoming.frameBytes, IncomingLimits().frameBytes);
    QCOMPARE(listener.incoming.messageBytes, IncomingLimits().messageBytes);

    const SessionLimits limits = component_options::hub(Config(), {}).limits;
    QCOMPARE(limits.messagesBurst, SessionLimits().messagesBurst);
    QCOMPARE(limits.messagesPerSecond, SessionLimits().messagesPerSecond);
    QCOMPARE(limits.publishesBurst, SessionLimits().publishesBurst);
    QCOMPARE(limits.publishesPerSecond, SessionLimits().publishesPerSecond);
    QCOMPARE(limits.keepAlive.ping, SessionLimits().keepAlive.ping);
    QCOMPARE(limits.keepAlive.stall, SessionLimits().keepAlive.stall);
}

void TestComponentOptions::opsOffThisMachineWantsAToken()
{
    QVERIFY(component_options::problems(configWith({{"ops", "127.0.0.1:1"}})).isEmpty());
    QVERIFY(component_options::problems(configWith({{"ops", "[::1]:1"}})).isEmpty());
    const QStringList problems = component_options::problems(configWith({{"ops", "0.0.0.0:5174"}}));
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().startsWith(QStringLiteral("ops: 0.0.0.0:5174 ")),
             qPrintable(problems.first()));
    QVERIFY(component_options::problems(
                configWith({{"ops", "0.0.0.0:5174"}, {"ops-token", "0123456789abcdef"}}))
                .isEmpty());
}

void TestComponentOptions::robotsNeedTheirSecretsAndRealGroups()
{
    Config config =
        configWith({{"robot", R"([{"name":"office","service":"wecom","groups":["*","dept 3"]}])"},
                    {"stuck", R"({"running-h":1,"groups":["*"]})"},
                    {"work-hours", "08:00-12:00"}});
    const QStringList problems = component_options::problems(config);
    QCOMPARE(problems.size(), 3);
    QVERIFY(problems[0].startsWith(QStringLiteral("stuck: groups: found *")));
    QVERIFY(problems[1].startsWith(QStringLiteral("robot \"office\": groups: found dept 3")));
    QVERIFY(problems[2].contains(QStringLiteral("PRESSBOARD_ROBOT_OFFICE_URL")));
    const RobotsOptions options = component_options::robots(config);
    QCOMPARE(options.robots, config.robots);
    QCOMPARE(options.shopName, config.shopName);
    QCOMPARE(options.quietAfter, 60min);
    QCOMPARE(options.workHours.perDay(), 4h);
}

void TestComponentOptions::theZoneThatCountsIsSaid()
{
    const pressboard::Moment summer(1'783'000'000s); // 2 July 2026
    const auto said = [&](const char *zone) {
        return component_options::shopDay(configWith({{"timezone", zone}, {"day-start", "06:00"}}),
                                          summer);
    };
    QVERIFY2(said("Asia/Shanghai")
                 .startsWith(QStringLiteral(
                     "The shop's day begins at 06:00 in Asia/Shanghai (UTC+08:00).")),
             qPrintable(said("Asia/Shanghai")));
    QVERIFY(said("America/New_York").contains(QStringLiteral("(UTC-04:00)")));
    Config asTheMachine;
    asTheMachine.timezone = QTimeZone::systemTimeZone();
    QVERIFY(
        component_options::shopDay(asTheMachine, summer).contains(QStringLiteral("set timezone")));
}

void TestComponentOptions::databasesHaveChannelsOfTheirOwn_data()
{
    QTest::addColumn<QByteArray>("redis");
    QTest::addColumn<QByteArray>("channel");
    QTest::newRow("0") << QByteArray("redis://127.0.0.1:6379") << QByteArray("shop:publish");
    QTest::newRow("2") << QByteArray("redis://127.0.0.1:6379/2") << QByteArray("shop:publish@2");
    QTest::newRow("private") << QByteArray("embedded") << QByteArray("shop:publish");
}

void TestComponentOptions::databasesHaveChannelsOfTheirOwn()
{
    QFETCH(QByteArray, redis);
    QFETCH(QByteArray, channel);
    const LogOptions log =
        component_options::log(configWith({{"redis", redis.constData()}, {"prefix", "shop:"}}));
    QCOMPARE(log.keys.publishChannel(), channel);
    QCOMPARE(log.keys.events(), QByteArray("shop:events"));
}

void TestComponentOptions::boundsReachTheListener()
{
    const ListenerOptions listener =
        component_options::listener(configWith({{"max-clients", "7"},
                                                {"max-clients-per-address", "3"},
                                                {"max-handshakes", "64"},
                                                {"max-head-bytes", "16 KiB"},
                                                {"head-timeout-s", "9"},
                                                {"max-frame-bytes", "8 KiB"},
                                                {"max-message-bytes", "32 KiB"}}));
    QCOMPARE(listener.maxClients, 7);
    QCOMPARE(listener.maxClientsPerAddress, 3);
    QCOMPARE(listener.maxHandshakes, 64);
    QCOMPARE(listener.headBytes, 16 * 1024);
    QCOMPARE(listener.headTime, 9s);
    QCOMPARE(listener.incoming.frameBytes, 8 * 1024u);
    QCOMPARE(listener.incoming.messageBytes, 32 * 1024u);
}

void TestComponentOptions::boundsReachTheSessions()
{
    const Config config = configWith(
        {{"messages-per-s", "10"}, {"publishes-per-s", "2"}, {"ping-s", "30"}, {"stall-s", "60"}});
    const SessionLimits limits = component_options::hub(config, {}).limits;
    QCOMPARE(limits.messagesPerSecond, 10);
    QCOMPARE(limits.messagesBurst, 25);
    QCOMPARE(limits.publishesPerSecond, 2);
    QCOMPARE(limits.publishesBurst, 8);
    QCOMPARE(limits.keepAlive.ping, 30s);
    QCOMPARE(limits.keepAlive.stall, 60s);
}

void TestComponentOptions::channelsAreOffUnlessWanted()
{
    QVERIFY(component_options::channels(Config(), Channels::Core).hosts.isEmpty());
    const Config core = configWith({{"channels", "core"}, {"redis", "redis://log:6380"}});
    QVERIFY(component_options::channels(core, Channels::PubSub).hosts.isEmpty());
    const ChannelsOptions options = component_options::channels(core, Channels::Core);
    QCOMPARE(options.hosts.size(), 1);
    QCOMPARE(options.hosts.first().host, QStringLiteral("log"));
    QCOMPARE(options.layerPrefixes, (QByteArrayList{"asgi:", "asgi"}));
    QCOMPARE(options.groups, QByteArrayList{"notifications"});
    QCOMPARE(options.ownPrefix, "pressboard:");
    QCOMPARE(options.inbox.bytes, InboxBounds().bytes);
}

void TestComponentOptions::channelsReachTheirSource()
{
    const Config config = configWith({{"channels", "core"},
                                      {"channels-hosts", "redis://a:1, redis://b:2"},
                                      {"channels-prefix", "crm"},
                                      {"channels-groups", "notifications,crm_press"},
                                      {"channels-audiences", "crm_press=dept_3,board=*"},
                                      {"channels-encryption-keys", "new,old"},
                                      {"channels-inbox-bytes", "8 MiB"}});
    const ChannelsOptions options = component_options::channels(config, Channels::Core);
    QCOMPARE(options.hosts.size(), 2);
    QCOMPARE(options.hosts.last().host, QStringLiteral("b"));
    QCOMPARE(options.layerPrefixes, QByteArrayList{"crm"});
    QCOMPARE(options.groups, (QByteArrayList{"notifications", "crm_press"}));
    QCOMPARE(options.audiences.value(QStringLiteral("crm_press")), QStringLiteral("dept_3"));
    QCOMPARE(options.audiences.value(QStringLiteral("board")), QStringLiteral("*"));
    QCOMPARE(options.keys.size(), 2);
    QCOMPARE(options.inbox.bytes, 8 * 1024 * 1024);
    QVERIFY(component_options::problems(config).isEmpty());
}

void TestComponentOptions::channelsNeedARedisThatDjangoReaches_data()
{
    QTest::addColumn<QString>("layer");
    QTest::newRow("core") << "core";
    QTest::newRow("pub/sub") << "pubsub";
}

void TestComponentOptions::channelsNeedARedisThatDjangoReaches()
{
    QFETCH(QString, layer);
    Config config;
    QVERIFY(!configKey(u"channels")->set(config, layer));
    const QStringList problems = component_options::problems(config);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().startsWith(QStringLiteral("channels-hosts: ")),
             qPrintable(problems.first()));
    config.channelsHosts = QStringList{QStringLiteral("redis://crm:6379")};
    QVERIFY(component_options::problems(config).isEmpty());
    config.channelsHosts.clear();
    config.redis = QStringLiteral("redis://crm:6379");
    QVERIFY(component_options::problems(config).isEmpty());
}

void TestComponentOptions::mistakesAboutChannelsAreNamed_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::newRow("host") << "channels-hosts"
                          << "crm";
    QTest::newRow("no prefix") << "channels-prefix"
                               << "";
    QTest::newRow("group") << "channels-groups"
                           << "notifi cations";
    QTest::newRow("all groups, which the core layer cannot") << "channels-groups"
                                                             << "*";
    QTest::newRow("audience") << "channels-audiences"
                              << "crm_press";
    QTest::newRow("audience's name") << "channels-audiences"
                                     << "crm_press=部门";
}

void TestComponentOptions::mistakesAboutChannelsAreNamed()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Config config = configWith({{"channels", "core"}, {"redis", "redis://log:6380"}});
    QVERIFY(!configKey(key)->set(config, value));
    const QStringList problems = component_options::problems(config);
    QCOMPARE(problems.size(), 1);
    QVERIFY2(problems.first().startsWith(key), qPrintable(problems.first()));
}

QTEST_APPLESS_MAIN(TestComponentOptions)
#include "tst_component_options.moc"
