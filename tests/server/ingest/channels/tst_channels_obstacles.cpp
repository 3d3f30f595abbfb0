// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/ingest/channels/channel_layer_test.h"

#include <QTest>

using namespace pressboard::test;

/// What somebody's hand may put where the server keeps its own.
class TestChannelsObstacles : public ChannelLayerTest
{
    Q_OBJECT
private Q_SLOTS:
    void saysWhatStandsInItsWay();
    void goesOnBesideWhatStandsInItsWay();
    void losesNothingWhenTheInboxTakesNothing();
};

void TestChannelsObstacles::saysWhatStandsInItsWay()
{
    start();
    QCOMPARE(command("SET asgi:pressboard.data! x"), "OK");
    QTRY_VERIFY_WITH_TIMEOUT(!m_listening->source.problems().isEmpty(), Listening::patienceMs);
    QVERIFY(m_listening->source.problems().first().contains(QStringLiteral("WRONGTYPE")));
    QCOMPARE(command("DEL asgi:pressboard.data!"), "1");
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->source.problems().isEmpty(), Listening::patienceMs);
}

void TestChannelsObstacles::goesOnBesideWhatStandsInItsWay()
{
    start();
    QCOMPARE(command("SET asgi:pressboard.data! x"), "OK");
    QCOMPARE(command(R"(LPUSH asgipressboard.data! {"type":"x","__asgi_channel__":["a!g"]})"), "1");
    QVERIFY(!command("XADD pressboard:inbox * hello world").isEmpty());
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 1, Listening::patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.rejected.size(), 1, Listening::patienceMs);
    QTRY_VERIFY(m_listening->source.problems().join(u' ').contains(QStringLiteral("WRONGTYPE")));
}

/// Somebody's hand added the greatest of all IDs: nothing can follow it.
void TestChannelsObstacles::losesNothingWhenTheInboxTakesNothing()
{
    start();
    QVERIFY(command("XADD pressboard:inbox 18446744073709551615-18446744073709551615 by x")
                .startsWith("18446744073709551615"));
    for (int sent = 1; sent <= 3; ++sent)
        push(QStringLiteral(R"({"type":"x","__asgi_channel__":["a!g"]})"));
    QTRY_VERIFY_WITH_TIMEOUT(!m_listening->source.problems().isEmpty(), Listening::patienceMs);
    QTRY_COMPARE(command("XLEN pressboard:inbox"), "0");
    QCOMPARE(command("LLEN asgi:pressboard.data!"), "3");
    QCOMPARE(command("DEL pressboard:inbox"), "1");
    QTRY_COMPARE_WITH_TIMEOUT(m_listening->log.events.size(), 3, Listening::patienceMs);
    QTRY_VERIFY_WITH_TIMEOUT(m_listening->source.problems().isEmpty(), Listening::patienceMs);
}

QTEST_GUILESS_MAIN(TestChannelsObstacles)
#include "tst_channels_obstacles.moc"
