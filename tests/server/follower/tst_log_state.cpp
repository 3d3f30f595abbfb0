// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/log_state.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

const QString ours = QStringLiteral("ours");
const QString other = QStringLiteral("other");
constexpr StreamId position{50, 0};

/// A healthy Redis: checkpoint at 40, log from 10 to 60, we at 50.
LogState healthy()
{
    LogState look;
    look.epoch = ours;
    look.first = StreamId{10, 0};
    look.lastGenerated = {60, 0};
    look.holdsPlace = true;
    look.book = LogState::StoredBook{ours, {40, 0}, true};
    look.position = position;
    return look;
}

/// Of 50 entries up to ours, and three behind it, one is left, and the checkpoint's is gone.
LogState missed()
{
    LogState look = healthy();
    look.holdsPlace = false;
    look.book->held = false;
    look.first = StreamId{60, 0};
    look.addedBefore = 50;
    look.added = 53;
    look.behind = 1;
    return look;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void judges_data();
    void judges();
    void judgesAtTheBeginning();
    void knowsHowFarItReachesBack();
    void seesPoison();
    void takesNoOtherAnswer();
};

void TestLook::judges_data()
{
    QTest::addColumn<LogState>("look");
    QTest::addColumn<Remedy>("verdict");

    QTest::newRow("healthy") << healthy() << Remedy::Ours;

    LogState look = healthy();
    look.book.reset();
    QTest::newRow("no checkpoint yet") << look << Remedy::Ours;

    look = healthy();
    look.holdsPlace = false;
    look.first = StreamId{55, 0};
    look.book->position = {56, 0};
    QTest::newRow("trimmed before we read it") << look << Remedy::Reload;

    look.first.reset();
    QTest::newRow("trimmed to nothing") << look << Remedy::Reload;

    look = missed();
    QTest::newRow("a publisher trimmed what nobody read") << look << Remedy::Missed;

    look.added = 53;
    look.book->position = {55, 0};
    QTest::newRow("a book is past it, which is trimmed, too") << look << Remedy::Missed;

    look.book->held = true;
    QTest::newRow("a book is past what we missed") << look << Remedy::Reload;

    look = missed();
    look.added.reset();
    QTest::newRow("before Redis 7.0 nobody counts") << look << Remedy::Missed;

    look = missed();
    look.first.reset();
    look.behind = 0;
    QTest::newRow("a publisher trimmed everything") << look << Remedy::Missed;

    look = healthy();
    look.book->held = false;
    look.lastGenerated = position;
    look.first.reset();
    QTest::newRow("everything is trimmed, and we have read it") << look << Remedy::Ours;

    look = missed();
    look.added = 5;
    QTest::newRow("the stream was made anew") << look << Remedy::Restore;

    look = missed();
    look.book->epoch = other;
    QTest::newRow("and the book is another log's") << look << Remedy::Restore;

    look = missed();
    look.lastGenerated = position;
    QTest::newRow("a log that ends where we stand") << look << Remedy::Restore;

    look = healthy();
    look.epoch = look.book->epoch = other;
    QTest::newRow("somebody moved the epoch") << look << Remedy::Reload;

    look = healthy();
    look.holdsPlace = false;
    look.lastGenerated = {45, 0};
    QTest::newRow("a restored backup") << look << Remedy::Older;

    look.lastGenerated = {99, 0};
    QTest::newRow("a backup that went on") << look << Remedy::Older;

    look = healthy();
    look.book->held = false;
    QTest::newRow("the log was made anew and we read it") << look << Remedy::Restore;

    look.holdsPlace = false;
    QTest::newRow("the log was made anew") << look << Remedy::Restore;

    look = healthy();
    look.book.reset();
    look.holdsPlace = false;
    QTest::newRow("log and book are gone") << look << Remedy::Restore;

    look = LogState();
    QTest::newRow("everything is gone") << look << Remedy::Restore;

    look.epoch = other;
    QTest::newRow("gone, and a fresh server came first") << look << Remedy::Restore;

    look = healthy();
    look.epoch.clear();
    QTest::newRow("only the epoch is gone") << look << Remedy::Restore;

    look = healthy();
    look.epoch = other;
    QTest::newRow("an epoch that is not the book's") << look << Remedy::Restore;
}

void TestLook::judges()
{
    QFETCH(LogState, look);
    QFETCH(Remedy, verdict);
    QCOMPARE(int(diagnose(look, ours, position)), int(verdict));
}

void TestLook::judgesAtTheBeginning()
{
    LogState look = healthy();
    QCOMPARE(int(diagnose(look, ours, {})), int(Remedy::Ours));
    look.fromStart = false;
    QCOMPARE(int(diagnose(look, ours, {})), int(Remedy::Reload));
}

void TestLook::knowsHowFarItReachesBack()
{
    LogState look = healthy();
    QVERIFY(look.hasAllSince({}));
    QVERIFY(look.hasAllSince(*look.first));
    QVERIFY(look.hasAllSince(position));
    QVERIFY(!look.hasAllSince({9, 0})); // of the log before this one
    look.fromStart = false;
    QVERIFY(!look.hasAllSince({}));
    QVERIFY(look.hasAllSince(position));
    look.first.reset();
    QVERIFY(!look.hasAllSince(position));
    QVERIFY(look.hasAllSince(look.lastGenerated));
    QVERIFY(LogState().hasAllSince({}));
}

void TestLook::seesPoison()
{
    LogState look = healthy();
    look.time = Moment(std::chrono::milliseconds(1'000'000));
    look.lastGenerated = {1'030'000, 0};
    QVERIFY(!look.isPoisoned());
    look.lastGenerated = {1'061'000, 0};
    QVERIFY(look.isPoisoned());
    look.lastGenerated = {~quint64(0), 0};
    QVERIFY(look.isPoisoned());
}

void TestLook::takesNoOtherAnswer()
{
    redis::Reply reply;
    QVERIFY(!LogState::fromReply(reply));
    reply.kind = redis::Reply::Kind::Error;
    reply.text = "NOPERM";
    QVERIFY(LogState::fromReply(reply).error().message.contains(QStringLiteral("NOPERM")));
    reply.kind = redis::Reply::Kind::Array;
    reply.items.resize(3);
    QVERIFY(!LogState::fromReply(reply));
}

QTEST_APPLESS_MAIN(TestLook)
#include "tst_log_state.moc"
