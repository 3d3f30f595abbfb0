// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_names.h"

#include <QTest>

using namespace pressboard::server;

class TestChannelNames : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void findsTheHostAsDjangoDoes_data();
    void findsTheHostAsDjangoDoes();
    void areDjangosKeys();
    void lieOnOneHost_data();
    void lieOnOneHost();
};

void TestChannelNames::findsTheHostAsDjangoDoes_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("hosts");
    QTest::addColumn<int>("host");
    // By channels_redis' own consistent_hash().
    QTest::newRow("one") << QByteArray("specific.hryJQTSJ!") << 1 << 0;
    QTest::newRow("full name") << QByteArray("specific.hryJQTSJ!vjLUTDPsBHRP") << 4 << 0;
    QTest::newRow("non-local") << QByteArray("specific.hryJQTSJ!") << 4 << 1;
    QTest::newRow("of 3") << QByteArray("notifications") << 3 << 0;
    QTest::newRow("of 7") << QByteArray("notifications") << 7 << 0;
}

void TestChannelNames::findsTheHostAsDjangoDoes()
{
    QFETCH(QByteArray, name);
    QFETCH(int, hosts);
    QTEST(channelHostOf(name, hosts), "host");
}

void TestChannelNames::areDjangosKeys()
{
    const ChannelNames two("asgi:", "pressboard:");
    QCOMPARE(two.groupKey("crm.user-42"), "asgi::group:crm.user-42");
    QCOMPARE(two.dataKey(), "asgi:pressboard.data!");
    QCOMPARE(two.wakeKey(), "asgi:pressboard.wake!");
    QCOMPARE(two.dataName("g"), "pressboard.data!g");
    QCOMPARE(two.wakeName("g"), "pressboard.wake!g");
    const ChannelNames four("asgi", "pressboard:");
    QCOMPARE(four.groupKey("g"), "asgi:group:g");
    QCOMPARE(four.dataKey(), "asgipressboard.data!");
}

void TestChannelNames::lieOnOneHost_data()
{
    QTest::addColumn<int>("hosts");
    for (int hosts = 1; hosts <= 12; ++hosts)
        QTest::addRow("%d", hosts) << hosts;
}

/// A group_send() is one act only there.
void TestChannelNames::lieOnOneHost()
{
    QFETCH(int, hosts);
    for (int shop = 0; shop < 20; ++shop) {
        const ChannelNames names("asgi", "shop" + QByteArray::number(shop) + ':', hosts);
        QCOMPARE(channelHostOf(names.dataName(""), hosts), names.host());
        QCOMPARE(channelHostOf(names.wakeName(""), hosts), names.host());
        QVERIFY(names.wakeKey() != names.dataKey());
        QVERIFY(names.host() >= 0 && names.host() < hosts);
    }
}

QTEST_APPLESS_MAIN(TestChannelNames)
#include "tst_channel_names.moc"
