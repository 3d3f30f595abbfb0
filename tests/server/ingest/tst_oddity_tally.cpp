// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/oddity_report.h"
#include "server/ingest/oddity_tally.h"

#include <QJsonObject>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

QStringList logged;

void takeLine(QtMsgType, const QMessageLogContext &, const QString &line)
{
    logged.append(line);
}

Oddity leftOut(const QString &member, const QString &reason)
{
    return {member, Oddity::Fate::LeftOut, reason};
}

} // namespace

class TestOddityTally : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsByTypeMemberAndFate();
    void namesTheMemberOfWhatWasRefused();
    void takesPlacesInListsTogether();
    void isBounded();
    void tellsTheFirst();
    void saysOneLineAtATime();
    void tellsMessagesAndTheirKinds();
};

void TestOddityTally::countsByTypeMemberAndFate()
{
    OddityTally tally;
    const QString order = u"order_notification"_qs;
    tally.count(order, {leftOut(u"quantity"_qs, u"found 1.5"_qs)});
    tally.count(order,
                {leftOut(u"quantity"_qs, u"found 2.5"_qs), leftOut(u"note"_qs, u"found true"_qs)});
    tally.count(order, {{u"quantity"_qs, Oddity::Fate::Cut, u"too long"_qs}});
    tally.count(u"progress_notification"_qs, {leftOut(u"quantity"_qs, u"found 3.5"_qs)});
    QCOMPARE(tally.total(), 5u);
    QCOMPARE(tally.lines().size(), 4);
    const OddityTally::Line most = tally.lines().first();
    QCOMPARE(most.type, order);
    QCOMPARE(most.member, u"quantity"_qs);
    QCOMPARE(most.fate, Oddity::Fate::LeftOut);
    QCOMPARE(most.count, 2u);
    QCOMPARE(most.latest, u"found 2.5"_qs);
    const QJsonObject first = tally.toJson().first().toObject();
    QCOMPARE(first,
             (QJsonObject{{u"type"_qs, order},
                          {u"member"_qs, u"quantity"_qs},
                          {u"fate"_qs, u"left_out"_qs},
                          {u"count"_qs, 2},
                          {u"latest"_qs, u"found 2.5"_qs}}));
}

void TestOddityTally::namesTheMemberOfWhatWasRefused()
{
    OddityTally tally;
    const auto refuse = [&tally](const char *reason) {
        tally.count(u"order_notification"_qs,
                    {{QString(), Oddity::Fate::Refused, QString::fromUtf8(reason)}});
    };
    refuse("order_id: found nothing, expected an integer");
    refuse("from Django Channels: order_id: found null, expected an integer");
    refuse("order_id: found \"a: b\", expected an integer");
    refuse("the message has 80000 bytes, at most 73728 are taken");
    QCOMPARE(tally.lines().size(), 2);
    QCOMPARE(tally.lines().first().member, u"order_id"_qs);
    QCOMPARE(tally.lines().first().count, 3u);
    QCOMPARE(tally.lines().last().member, QString());
}

void TestOddityTally::takesPlacesInListsTogether()
{
    OddityTally tally;
    for (int i = 0; i < 10; ++i)
        tally.count(u"x"_qs, {leftOut(u"steps[%1].quantity"_qs.arg(i), u"found"_qs)});
    QCOMPARE(tally.lines().size(), 1);
    QCOMPARE(tally.lines().first().member, u"steps[].quantity"_qs);
}

void TestOddityTally::isBounded()
{
    OddityTally tally;
    for (int i = 0; i < 1000; ++i)
        tally.count(u"type%1"_qs.arg(i), {leftOut(u"a"_qs, u"found"_qs)});
    QCOMPARE(tally.total(), 1000u);
    QCOMPARE(tally.lines().size(), OddityTally::linesKept + 1);
    QCOMPARE(tally.lines().first().count, 900u);
    QVERIFY(tally.lines().first().type.isEmpty());
}

void TestOddityTally::tellsTheFirst()
{
    OddityTally tally;
    QVERIFY(tally.sentences().isEmpty());
    tally.count(u"order_notification"_qs, {leftOut(u"quantity"_qs, u"found 2.5"_qs)});
    QCOMPARE(tally.sentences(),
             QStringList{u"order_notification: quantity could not be read and was left out, once; "
                         "the latest: found 2.5."_qs});
    for (int i = 0; i < 20; ++i)
        tally.count(u"type%1"_qs.arg(i), {leftOut(u"a"_qs, u"found"_qs)});
    QCOMPARE(tally.sentences().size(), OddityTally::sentencesTold + 1);
    QVERIFY(tally.sentences().last().startsWith(u"16 other kinds"_qs));
}

void TestOddityTally::saysOneLineAtATime()
{
    logged.clear();
    const auto before = qInstallMessageHandler(&takeLine);
    OddityReport report;
    for (int i = 0; i < 1000; ++i)
        report.take(u"order_notification"_qs, {leftOut(u"quantity"_qs, u"found 2.5"_qs)});
    report.take(u"order_notification"_qs, {});
    OddityReport quick(std::chrono::milliseconds(1));
    for (int i = 0; i < 1000; ++i)
        quick.takeRefused(QString(), u"order_id: found nothing"_qs);
    QTRY_COMPARE(logged.size(), 3);
    qInstallMessageHandler(before);
    QVERIFY2(logged[0].contains(u"1 more, the latest"_qs), qPrintable(logged[0]));
    QVERIFY(logged[0].contains(u"order_notification: quantity: found 2.5"_qs));
    QVERIFY2(logged[2].contains(u"999 more"_qs), qPrintable(logged[2]));
    QCOMPARE(report.tally().total(), 1000u);
}

void TestOddityTally::tellsMessagesAndTheirKinds()
{
    OddityReport report;
    const QString order = u"order_notification"_qs;
    report.take(order, {leftOut(u"quantity"_qs, u"found 1.5"_qs), leftOut(u"note"_qs, u"x"_qs)});
    report.take(order, {leftOut(u"quantity"_qs, QString(1000, u'9'))});
    report.take(order, {});
    report.takeRefused({}, u"no JSON"_qs);
    const protocol::Unread unread = report.unread();
    QCOMPARE(unread.messages, 3);
    QCOMPARE(unread.kinds.size(), 3);
    QCOMPARE(unread.kinds.first().member, u"quantity"_qs);
    QCOMPARE(unread.kinds.first().count, 2);
    QCOMPARE(unread.kinds.first().fate, u"left_out"_qs);
    QCOMPARE(unread.kinds.first().latest.size(), 200);
    for (int i = 0; i < 50; ++i)
        report.take(u"a%1"_qs.arg(i), {leftOut(u"b"_qs, u"c"_qs)});
    QCOMPARE(report.unread().kinds.size(), protocol::Unread::kindsTold);
    QCOMPARE(report.unread().messages, 53);
}

QTEST_GUILESS_MAIN(TestOddityTally)
#include "tst_oddity_tally.moc"
