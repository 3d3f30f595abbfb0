// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/channels/channel_losses.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

/// What is said about lost messages is true, and no more than is known.
class TestChannelLosses : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void saysNothingOfNothing();
    void saysWhenTheLayerWasEmptied();
    void saysWhenNobodyWasThere();
    void saysHowMuchWasInTheInbox();
    void saysWhenNothingWasInTheInbox();

private:
    ChannelLosses m_losses{QStringLiteral("redis://crm:6379"), QTimeZone("Asia/Shanghai")};
};

/// 17:00:00 and so many seconds in Shanghai.
static Moment at(std::chrono::seconds seconds)
{
    return Moment(std::chrono::milliseconds(1'795'424'400'000) + seconds);
}

static bool hasAll(const QString &sentence, std::initializer_list<const char *> parts)
{
    for (const char *part : parts) {
        if (!sentence.contains(QString::fromUtf8(part))) {
            qWarning() << part << "is not in" << sentence;
            return false;
        }
    }
    return true;
}

void TestChannelLosses::saysNothingOfNothing()
{
    QVERIFY(m_losses.sentences().isEmpty());
    QCOMPARE(m_losses.counters().value(QStringLiteral("inboxes_lost")).toInt(), 0);
}

void TestChannelLosses::saysWhenTheLayerWasEmptied()
{
    m_losses.addEmptied(at(0s), at(2s));
    m_losses.addEmptied(at(60s), at(62s));
    QCOMPARE(m_losses.sentences().size(), 1);
    QVERIFY(hasAll(m_losses.sentences().first(),
                   {"redis://crm:6379", "17:01:00 to", "17:01:02", "is lost", "So far: 2."}));
    QCOMPARE(m_losses.counters().value(QStringLiteral("times_missed")).toInt(), 2);
}

void TestChannelLosses::saysWhenNobodyWasThere()
{
    ChannelLosses losses(QStringLiteral("redis://crm:6379"), QTimeZone("Asia/Shanghai"));
    losses.addAway(at(0s), at(90s));
    QVERIFY(hasAll(losses.sentences().first(),
                   {"No server listened", "17:00:00 to", "17:01:30", "may be lost", "So far: 1."}));
    QCOMPARE(losses.counters().value(QStringLiteral("times_away")).toInt(), 1);
}

void TestChannelLosses::saysHowMuchWasInTheInbox()
{
    ChannelLosses losses(QStringLiteral("redis://crm:6379"), QTimeZone("Asia/Shanghai"));
    losses.addInbox(at(0s), 0);
    losses.addInbox(at(5s), 7);
    QVERIFY(hasAll(
        losses.sentences().first(),
        {"the last time at", "17:00:05", "up to 7 messages", "Save the orders", "So far: 2."}));
    QCOMPARE(losses.counters().value(QStringLiteral("inboxes_lost")).toInt(), 2);
}

void TestChannelLosses::saysWhenNothingWasInTheInbox()
{
    ChannelLosses losses(QStringLiteral("redis://crm:6379"), QTimeZone("Asia/Shanghai"));
    losses.addInbox(at(0s), 0);
    QVERIFY(hasAll(losses.sentences().first(), {"nothing was in it", "may be lost", "So far: 1."}));
}

QTEST_APPLESS_MAIN(TestChannelLosses)
#include "tst_channel_losses.moc"
