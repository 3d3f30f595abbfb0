// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/port.h"

#include <QDeadlineTimer>
#include <QHostAddress>
#include <QProcess>
#include <QRandomGenerator>
#include <QTcpServer>
#include <QTcpSocket>

using namespace std::chrono_literals;

namespace pressboard::test {

quint16 freePort()
{
    QTcpServer server;
    for (int tries = 0; tries < 1000; ++tries) {
        const auto port = quint16(QRandomGenerator::global()->bounded(15'000, 32'000));
        if (server.listen(QHostAddress::LocalHost, port))
            return port;
    }
    return 0;
}

static bool isListening(quint16 port)
{
    QTcpSocket socket;
    socket.connectToHost(QHostAddress::LocalHost, port);
    return socket.waitForConnected();
}

bool waitUntilListening(QProcess &process, quint16 port)
{
    // It may listen before QProcess has noticed that it runs.
    if (!process.waitForStarted())
        return false;
    const QDeadlineTimer deadline(30s);
    // Waiting for the process to end is waiting without spinning.
    while (!deadline.hasExpired() && process.state() != QProcess::NotRunning && !isListening(port))
        process.waitForFinished(50);
    return process.state() == QProcess::Running && isListening(port);
}

} // namespace pressboard::test
