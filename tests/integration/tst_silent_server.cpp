// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/banner.h"
#include "client/window/header_bar.h"
#include "tests/integration/swallowing_port.h"
#include "tests/integration/unplug_test.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// A ping each three seconds, and three for its answer.
constexpr std::chrono::milliseconds noticesSilence = 6s;
constexpr auto noticesCut = 1s;
/// So long it stays with a server that does not answer.
constexpr std::chrono::milliseconds givesUp = 15s;

} // namespace

/// Nobody says no: the network holds, the server does not answer. A desktop must not take that for
/// life, nor sit in an attempt that hangs while the server has long been back.
class SilentServer : public UnplugTest
{
    Q_OBJECT
private Q_SLOTS:
    void itStandsStill();
    void nobodyAtItsAddress();

private:
    void staysSilent(std::chrono::milliseconds patience);
};

/// From here on nothing comes.
void SilentServer::staysSilent(std::chrono::milliseconds patience)
{
    m_watch->cut(patience);
    QTRY_VERIFY_WITH_TIMEOUT(!m_desktop->window().header().banner().isHidden(),
                             int(std::chrono::milliseconds(patience + 5s).count()));
    QTRY_VERIFY_WITH_TIMEOUT(m_desktop->window().header().stateText().contains(u"重连"),
                             int(std::chrono::milliseconds(givesUp + 5s).count()));
    writeOfTheOutage(); // the CRM does not wait for us
    sitThrough();
    const QString told = m_watch->toasts().first();
    QVERIFY2(told.startsWith(u"连接已断开\n看板停在 "_qs) && told.endsWith(u"正在自动重连"),
             qPrintable(told));
    m_watch->mend();
}

/// Its process is held: the system still takes connections for it, and keeps what they say.
void SilentServer::itStandsStill()
{
    m_server->pause();
    staysSilent(isLong() ? noticesSilence + 1s : noticesSilence / 4 + 1s);
    m_server->wake();
    isBackAndRight();
}

/// Its computer is off: what is sent there gets lost.
void SilentServer::nobodyAtItsAddress()
{
    m_server->killNine();
    auto port = std::make_unique<SwallowingPort>();
    QVERIFY(port->open(m_server->port()));
    staysSilent(noticesCut);
    port.reset();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    isBackAndRight();
}

QTEST_MAIN(SilentServer)
#include "tst_silent_server.moc"
