// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/server_address.h"

#include <QTest>

using namespace pressboard::client;

class TestServerAddress : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isTakenKindly_data();
    void isTakenKindly();
    void isRefusedWithASentence_data();
    void isRefusedWithASentence();
    void isShownShort_data();
    void isShownShort();
    void knowsItsHouse_data();
    void knowsItsHouse();
};

void TestServerAddress::isTakenKindly_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("url");
    const auto row = [](const char *text, const char *url) {
        QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(url);
    };
    row("192.168.1.10", "ws://192.168.1.10:5173/ws/notifications/");
    row("  192.168.1.10 ", "ws://192.168.1.10:5173/ws/notifications/");
    row("192.168.1.10:8000", "ws://192.168.1.10:8000/ws/notifications/");
    row("office-pc", "ws://office-pc:5173/ws/notifications/");
    row("http://192.168.1.10", "ws://192.168.1.10:5173/ws/notifications/");
    row("http://192.168.1.10:80/", "ws://192.168.1.10:80/ws/notifications/");
    row("https://board.example.com", "wss://board.example.com:443/ws/notifications/");
    row("https://board.example.com:8443", "wss://board.example.com:8443/ws/notifications/");
    row("ws://host:1", "ws://host:1/ws/notifications/");
    row("wss://host", "wss://host:443/ws/notifications/");
    row("WSS://HOST", "wss://host:443/ws/notifications/");
    row("ws://host/ws/notifications/", "ws://host:5173/ws/notifications/");
    row("ws://host/ws/notifications", "ws://host:5173/ws/notifications/");
    row("wss://host/print/ws/notifications/", "wss://host:443/print/ws/notifications/");
    row("ws://host/ws/notifications/?token=x#y", "ws://host:5173/ws/notifications/");
    row("fe80::1", "ws://[fe80::1]:5173/ws/notifications/");
    row("[fe80::1]:99", "ws://[fe80::1]:99/ws/notifications/");
    row("１９２。１６８．１．１０：８０００", "ws://192.168.1.10:8000/ws/notifications/");
}

void TestServerAddress::isTakenKindly()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY2(address, address ? "" : qPrintable(address.error().message));
    QTEST(address->url().toString(), "url");
    QCOMPARE(*ServerAddress::parse(address->url().toString()), *address);
}

void TestServerAddress::isRefusedWithASentence_data()
{
    QTest::addColumn<QString>("text");
    for (const char *text : {"", "   ", "host:abc", "host:0", "host:99999", "ftp://host", "ws://",
                             "two words", "://host", "http://"})
        QTest::newRow(text) << QString::fromLatin1(text);
}

void TestServerAddress::isRefusedWithASentence()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY(!address);
    QVERIFY(address.error().message.endsWith(u'.') || address.error().message.contains(u':'));
    QVERIFY(!address.error().transient);
}

void TestServerAddress::isShownShort_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("shown");
    const auto row = [](const char *text, const char *shown) {
        QTest::newRow(text) << QString::fromLatin1(text) << QString::fromLatin1(shown);
    };
    row("192.168.1.10", "192.168.1.10:5173");
    row("https://board.example.com", "wss://board.example.com:443");
    row("host/other/", "host:5173/other/");
}

void TestServerAddress::isShownShort()
{
    QFETCH(QString, text);
    const auto address = ServerAddress::parse(text);
    QVERIFY(address);
    QTEST(address->display(), "shown");
    QCOMPARE(*ServerAddress::parse(address->display()), *address);
}

void TestServerAddress::knowsItsHouse_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("atHome");
    const auto row = [](const char *text, bool atHome) {
        QTest::newRow(text) << QString::fromLatin1(text) << atHome;
    };
    row("192.168.1.10", true);
    row("10.1.2.3", true);
    row("172.16.0.1", true);
    row("172.32.0.1", false);
    row("127.0.0.1", true);
    row("localhost", true);
    row("office-pc", true);
    row("office.local", true);
    row("8.8.8.8", false);
    row("board.example.com", false);
    row("fe80::1", true);
    row("fd00::1", true);
    row("2001:db8::1", false);
}

void TestServerAddress::knowsItsHouse()
{
    QFETCH(QString, text);
    QTEST(ServerAddress::parse(text)->isPrivate(), "atHome");
}

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_server_address.moc"
