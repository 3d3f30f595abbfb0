// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/header_bar.h"
#include "tests/integration/unplug_test.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

constexpr auto noticesLostServer = 1s;
constexpr auto noticesLostRedis = 5s;

} // namespace

/// Somebody pulls a plug and puts it back in after ten minutes: first the server's, then that of
/// Redis alone. A desktop must not look live for a moment in between.
class Unplug : public UnplugTest
{
    Q_OBJECT
private Q_SLOTS:
    void theServer();
    void redisAlone();
};

void Unplug::theServer()
{
    const QString at = QTime::currentTime().toString(u"HH:mm"_qs);
    QCOMPARE(m_server->terminateWhileLooping(), 0);
    m_watch->cut(noticesLostServer);
    QTRY_VERIFY(m_desktop->window().header().stateText().contains(at));
    writeOfTheOutage(); // the CRM does not wait for us
    sitThrough();
    QCOMPARE(m_watch->toasts().first(), u"服务器已停止\n看板停在 %1，恢复后自动连接"_qs.arg(at));

    m_watch->mend();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    isBackAndRight();
}

void Unplug::redisAlone()
{
    const QString at = QTime::currentTime().toString(u"HH:mm"_qs);
    m_redis->stop();
    m_watch->cut(noticesLostRedis);
    QTRY_VERIFY(m_desktop->window().header().stateText().contains(at));
    sitThrough();
    QCOMPARE(m_watch->toasts().first(), u"连接已断开\n看板停在 %1 的数据，正在自动重连"_qs.arg(at));

    // The CRM is faster than the server: what it writes first is not on the board yet.
    m_server->pause();
    QVERIFY(m_redis->start());
    writeOfTheOutage();
    m_watch->mend();
    m_server->wake();
    isBackAndRight();
}

QTEST_MAIN(Unplug)
#include "tst_unplug.moc"
