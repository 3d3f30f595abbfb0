// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/public_address.h"

#include <QTest>

using namespace pressboard::server;

/// Nobody makes this server knock at a door of the own network.
class TestPublicAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsThemApart_data();
    void tellsThemApart();
};

void TestPublicAddress::tellsThemApart_data()
{
    QTest::addColumn<bool>("isPublic");
    for (const char *address : {"0.0.0.0",
                                "10.0.0.5",
                                "100.64.0.1",
                                "127.0.0.1",
                                "127.255.255.254",
                                "169.254.169.254",
                                "172.16.0.1",
                                "172.31.255.255",
                                "192.168.1.10",
                                "192.0.0.8",
                                "198.18.0.1",
                                "224.0.0.1",
                                "240.0.0.1",
                                "255.255.255.255",
                                "::",
                                "::1",
                                "fe80::1",
                                "fc00::1",
                                "fd12:3456::1",
                                "ff02::1",
                                "::ffff:10.0.0.1",
                                "::ffff:127.0.0.1",
                                "64:ff9b::a00:1",
                                "2002:a00:1::1",
                                "2001:0:1::1",
                                "2001:db8::1",
                                "fec0::1",
                                "100::1",
                                "::7f00:1"})
        QTest::newRow(address) << false;
    for (const char *address :
         {"8.8.8.8", "172.32.0.1", "100.128.0.1", "192.169.0.1", "203.119.24.1", "198.20.0.1",
          "2400:3200::1", "2001:4860:4860::8888", "::ffff:8.8.8.8", "64:ff9b::808:808"})
        QTest::newRow(address) << true;
}

void TestPublicAddress::tellsThemApart()
{
    QFETCH(bool, isPublic);
    const QHostAddress address(QString::fromLatin1(QTest::currentDataTag()));
    QVERIFY(!address.isNull());
    QCOMPARE(isPublicAddress(address), isPublic);
    QVERIFY(!isPublicAddress(QHostAddress()));
}

QTEST_APPLESS_MAIN(TestPublicAddress)
#include "tst_public_address.moc"
