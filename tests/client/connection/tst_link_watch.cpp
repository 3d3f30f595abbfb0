// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/connection/link_watch.h"

#include <QProcess>
#include <QTest>

#ifdef Q_OS_LINUX
#include <sched.h>
#endif

using namespace pressboard::client;

namespace {

bool ip(const char *arguments)
{
    QProcess process;
    process.start(QStringLiteral("ip"), QString::fromLatin1(arguments).split(u' '));
    return process.waitForFinished() && process.exitCode() == 0;
}

/// From here on this process has a network of its own, with a cable of two ends.
bool layCable()
{
#ifdef Q_OS_LINUX
    return (unshare(CLONE_NEWNET) == 0 || unshare(CLONE_NEWUSER | CLONE_NEWNET) == 0)
        && ip("link add here type veth peer name there") && ip("addr add 10.9.0.1/24 dev here")
        && ip("link set lo up") && ip("link set there up") && ip("link set here up");
#else
    return false;
#endif
}

bool isUp(const char *address)
{
    return isLinkUp(QHostAddress(QLatin1String(address)), QNetworkInterface::allInterfaces());
}

} // namespace

class TestLinkWatch : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thisComputerItself();
    void whatCannotBeToldIsUp();
    void aCableIsPulledOut();
    void anAddressGoes();
    void anInterfaceIsSwitchedOff();
    void ipv6();
};

void TestLinkWatch::thisComputerItself()
{
    QVERIFY(isUp("127.0.0.1"));
    QVERIFY(isUp("::1"));
    QVERIFY(isUp("127.3.2.1"));
}

void TestLinkWatch::whatCannotBeToldIsUp()
{
    QVERIFY(isLinkUp(QHostAddress(), QNetworkInterface::allInterfaces()));
    QVERIFY(isLinkUp(QHostAddress(QStringLiteral("10.9.0.1")), {})); // a system that lists none
}

void TestLinkWatch::aCableIsPulledOut()
{
    if (!layCable())
        QSKIP("this system lets nobody have a network of his own");
    QTRY_VERIFY(isUp("10.9.0.1"));
    QVERIFY(isUp("::ffff:10.9.0.1")); // as a socket of both kinds has it
    QVERIFY(ip("link set there down"));
    QTRY_VERIFY(!isUp("10.9.0.1"));
    QVERIFY(!isUp("::ffff:10.9.0.1"));
    QVERIFY(isUp("127.0.0.1"));
    QVERIFY(ip("link set there up"));
    QTRY_VERIFY(isUp("10.9.0.1"));
}

void TestLinkWatch::anAddressGoes()
{
    if (!layCable())
        QSKIP("this system lets nobody have a network of his own");
    QTRY_VERIFY(isUp("10.9.0.1"));
    QVERIFY(ip("addr add 10.9.0.2/24 dev here"));
    QVERIFY(ip("addr del 10.9.0.1/24 dev here")); // another Wi-Fi, a lease that ran out
    QTRY_VERIFY(!isUp("10.9.0.1"));
}

void TestLinkWatch::anInterfaceIsSwitchedOff()
{
    if (!layCable())
        QSKIP("this system lets nobody have a network of his own");
    QTRY_VERIFY(isUp("10.9.0.1"));
    QVERIFY(ip("link set here down"));
    QTRY_VERIFY(!isUp("10.9.0.1"));
}

void TestLinkWatch::ipv6()
{
    if (!layCable() || !ip("addr add fd00:9::1/64 dev here nodad"))
        QSKIP("this system lets nobody have a network of his own");
    QTRY_VERIFY(isUp("fd00:9::1"));
    QVERIFY(isUp("fd00:9::1%here"));
    QVERIFY(ip("link set there down"));
    QTRY_VERIFY(!isUp("fd00:9::1"));
}

QTEST_GUILESS_MAIN(TestLinkWatch)
#include "tst_link_watch.moc"
