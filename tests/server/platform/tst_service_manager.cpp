// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/service_manager.h"

#include <QTemporaryDir>
#include <QTest>

#include <array>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

using namespace pressboard::server::platform;

namespace {

/// The socket on which a service manager listens.
class NotifySocket
{
public:
    NotifySocket()
        : m_descriptor(::socket(AF_UNIX, SOCK_DGRAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        const QByteArray path = m_folder.filePath(QStringLiteral("notify")).toUtf8();
        std::copy(path.begin(), path.end(), address.sun_path);
        m_isOpen =
            ::bind(m_descriptor, reinterpret_cast<const sockaddr *>(&address), sizeof(address))
            == 0;
        qputenv("NOTIFY_SOCKET", path);
    }
    ~NotifySocket()
    {
        ::close(m_descriptor);
        qunsetenv("NOTIFY_SOCKET");
        qunsetenv("WATCHDOG_USEC");
        qunsetenv("WATCHDOG_PID");
    }
    NotifySocket(const NotifySocket &) = delete;
    NotifySocket &operator=(const NotifySocket &) = delete;

    bool isOpen() const { return m_isOpen; }
    QByteArrayList received() const
    {
        QByteArrayList all;
        std::array<char, 512> message{};
        for (;;) {
            const ssize_t size = ::recv(m_descriptor, message.data(), message.size(), 0);
            if (size < 0)
                return all;
            all.append(QByteArray(message.data(), size));
        }
    }

private:
    QTemporaryDir m_folder;
    int m_descriptor;
    bool m_isOpen = false;
};

} // namespace

class TestServiceManager : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsReadyOnce();
    void tellsThatItStops();
    void livesFromTheLoop();
    void isNotWatchedForAnotherProcess();
    void tellsNobodyWithoutManager();
};

void TestServiceManager::tellsReadyOnce()
{
    const NotifySocket socket;
    QVERIFY(socket.isOpen());
    ServiceManager manager;
    QCOMPARE(socket.received(), QByteArrayList{"STATUS=Reading the log"});
    manager.setReady(QStringLiteral("listening on 0.0.0.0:5173"));
    manager.setReady(QStringLiteral("印务看板"));
    QCOMPARE(socket.received(),
             (QByteArrayList{"READY=1\nSTATUS=listening on 0.0.0.0:5173", "STATUS=印务看板"}));
}

void TestServiceManager::tellsThatItStops()
{
    const NotifySocket socket;
    ServiceManager manager;
    manager.setStopping();
    QVERIFY(socket.received().last().startsWith("STOPPING=1"));
}

void TestServiceManager::livesFromTheLoop()
{
    const NotifySocket socket;
    qputenv("WATCHDOG_USEC", "20000");
    const ServiceManager manager;
    QVERIFY(!socket.received().contains("WATCHDOG=1"));
    QByteArrayList all;
    QTRY_VERIFY((all += socket.received()).contains("WATCHDOG=1"));
}

void TestServiceManager::isNotWatchedForAnotherProcess()
{
    const NotifySocket socket;
    qputenv("WATCHDOG_USEC", "1000");
    qputenv("WATCHDOG_PID", "1");
    const ServiceManager manager;
    for (int turn = 0; turn < 20; ++turn)
        QCoreApplication::processEvents(QEventLoop::AllEvents, 5);
    QVERIFY(!socket.received().contains("WATCHDOG=1"));
}

void TestServiceManager::tellsNobodyWithoutManager()
{
    qunsetenv("NOTIFY_SOCKET");
    ServiceManager manager;
    manager.setReady(QStringLiteral("listening"));
    manager.setStopping();
}

QTEST_GUILESS_MAIN(TestServiceManager)
#include "tst_service_manager.moc"
