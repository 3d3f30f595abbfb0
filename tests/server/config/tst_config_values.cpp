// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/config/config_keys.h"
#include "server/config/config_values.h"

#include <QTest>

using namespace pressboard::server;

class TestConfigValues : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void accepts_data();
    void accepts();
    void refuses_data();
    void refuses();
    void everyKeyHasItsOwnName();
    void everyDefaultCanBeWrittenAndRead();
    void findsTheNearestKey();
};

void TestConfigValues::accepts_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("read");
    const auto row = [](const char *key, const char *value, const char *read) {
        QTest::addRow("%s %s", key, value)
            << QString::fromLatin1(key) << QString::fromUtf8(value) << QString::fromUtf8(read);
    };
    row("listen", "127.0.0.1:80", "127.0.0.1:80");
    row("listen", "[::1]:5173", "[::1]:5173");
    row("listen", "localhost:0", "127.0.0.1:0");
    row("redis", "embedded", "embedded");
    row("redis", "unix:///run/redis.sock", "unix:///run/redis.sock");
    row("redis", "sentinel://a:26379,b/shop", "sentinel://a:26379,b/shop");
    row("log-level", "debug", "debug");
    row("heartbeat-s", "5", "5");
    row("pubsub", "true", "on");
    row("pubsub", "off", "off");
    row("anonymous", "read", "read");
    row("origins", "https://a.example, https://b.example", "https://a.example,https://b.example");
    row("trusted-proxies", "10.0.0.1", "10.0.0.1");
    row("ring-bytes", "2 MiB", "2097152");
    row("ring-bytes", "1048576", "1048576");
    row("max-frame-bytes", "64KiB", "65536");
    row("max-message-bytes", "4 MiB", "4194304");
    row("max-handshakes", "65536", "65536");
    row("max-head-bytes", "64 KiB", "65536");
    row("max-head-bytes", "1024", "1024");
    row("head-timeout-s", "60", "60");
    row("messages-per-s", "1", "1");
    row("publishes-per-s", "100000", "100000");
    row("ping-s", "5", "5");
    row("stall-s", "600", "600");
    row("timezone", "Asia/Shanghai", "Asia/Shanghai");
    row("day-start", "06:30", "06:30");
    row("work-hours", "08:00-12:00,13:30-24:00", "08:00-12:00,13:30-24:00");
    row("work-hours", "", "");
    row("shifts", "白班 08:00-20:00, 夜班 20:00-08:00", "白班 08:00-20:00,夜班 20:00-08:00");
    row("shifts", "", "");
    row("quiet-after-min", "0", "0");
    row("join-steps", "胶包, 打包", "胶包,打包");
    row("status-words", "外发中=processing, 7=completed", "外发中=processing,7=completed");
    row("order-url", "https://crm.example/{order_no}", "https://crm.example/{order_no}");
    row("departments", "3=印刷, 7=仓库", "3=印刷,7=仓库");
    row("steps", R"([{"name":"印刷","category":"cover"},{"name":"打包"}])",
        R"([{"category":"cover","name":"印刷"},{"name":"打包"}])");
    row("calls", "[]", "[]");
    row("calls", R"([{"name":"paper","title":"缺纸","alarm":false}])",
        R"([{"alarm":false,"groups":[],"level":"error","name":"paper","title":"缺纸"}])");
    row("calls",
        R"([{"name":"p","title":"t","level":"info","groups":["dept_3"],"alarm":{"for_s":60}}])",
        R"([{"alarm":{"ack":"any","for_s":60,"repeat_s":60},"groups":["dept_3"],"level":"info",)"
        R"("name":"p","title":"t"}])");
}

void TestConfigValues::accepts()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Config config;
    QCOMPARE(configKey(key)->set(config, value), std::nullopt);
    QTEST(configKey(key)->get(config), "read");
}

void TestConfigValues::refuses_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    const auto row = [](const char *key, const char *value) {
        QTest::addRow("%s %s", key, value) << QString::fromLatin1(key) << QString::fromUtf8(value);
    };
    row("listen", "5173");
    row("listen", "0.0.0.0:65536");
    row("listen", "office:5173");
    row("redis", "http://host");
    row("redis", "localhost:6379");
    row("log-level", "loud");
    row("prefix", "");
    row("prefix", "press board:");
    row("prefix", "{}:");
    row("prefix", "{shop:");
    row("prefix", "{a}{b}:");
    row("heartbeat-s", "4");
    row("heartbeat-s", "30s");
    row("pubsub", "yes please");
    row("anonymous", "on");
    row("trusted-proxies", "10.0.0.1, proxy");
    row("ring-bytes", "2 MB");
    row("ring-bytes", "1");
    row("ring-bytes", "99999999999 GiB");
    row("max-clients", "0");
    row("max-message-bytes", "4095");
    row("max-message-bytes", "5 MiB");
    row("max-handshakes", "7");
    row("max-handshakes", "65537");
    row("max-head-bytes", "1023");
    row("max-head-bytes", "65 KiB");
    row("head-timeout-s", "0");
    row("head-timeout-s", "61");
    row("messages-per-s", "0");
    row("publishes-per-s", "-1");
    row("ping-s", "4");
    row("ping-s", "601");
    row("stall-s", "4");
    row("stall-s", "15s");
    row("retain-orders-days", "-1");
    row("timezone", "Shanghai");
    row("day-start", "6");
    row("day-start", "24:00");
    row("work-hours", "08:00");
    row("work-hours", "08:00-25:00");
    row("shifts", "08:00-20:00");
    row("shifts", "白班 08:00-20:00, 夜班 19:00-08:00");
    row("order-url", "https://crm.example/");
    row("order-url", "javascript:{order_id}");
}

void TestConfigValues::refuses()
{
    QFETCH(QString, key);
    QFETCH(QString, value);
    Config config;
    const auto allowed = configKey(key)->set(config, value);
    QVERIFY(allowed);
    QVERIFY(!allowed->isEmpty());
    QCOMPARE(configKey(key)->get(config), configKey(key)->get(Config()));
}

void TestConfigValues::everyKeyHasItsOwnName()
{
    QStringList names;
    for (const ConfigKey &key : configKeys())
        names.append(QString::fromLatin1(key.name));
    QCOMPARE(names.removeDuplicates(), 0);
}

void TestConfigValues::everyDefaultCanBeWrittenAndRead()
{
    for (const ConfigKey &key : configKeys()) {
        Config config;
        const QString written = key.get(config);
        QVERIFY2(!key.set(config, written), key.name);
        QCOMPARE(key.get(config), written);
    }
}

void TestConfigValues::findsTheNearestKey()
{
    QCOMPARE(nearestKey(QStringLiteral("lisen")), QStringLiteral("listen"));
    QCOMPARE(nearestKey(QStringLiteral("day_start")), QStringLiteral("day-start"));
    QCOMPARE(nearestKey(QStringLiteral("something-else")), QString());
}

QTEST_APPLESS_MAIN(TestConfigValues)
#include "tst_config_values.moc"
