// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_message.h"
#include "server/robots/robot_state.h"
#include "server/robots/robot_words.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

/// What waits is folded into one message that its service takes.
class TestRobotMessage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void oneIsItself();
    void manyAreFolded();
    void takesAsManyAsFit_data();
    void takesAsManyAsFit();
    void cutsWhatIsTooLong();
    void saysWhatWasLost();
    void callsNobody();
    void wordsOfANotice();
    void wordsOfACancelledOrder();
    void stateSurvivesItsJson();
    void stateIsReadKindly();
};

static RobotSettings robot(RobotService service = RobotService::WeCom)
{
    RobotSettings robot;
    robot.service = service;
    return robot;
}

static QList<RobotItem> items(int count, const QString &text)
{
    QList<RobotItem> all;
    for (int i = 0; i < count; ++i)
        all.append({u"%1-0"_qs.arg(i + 1), u"notices"_qs, text + QString::number(i)});
    return all;
}

void TestRobotMessage::oneIsItself()
{
    const RobotMessage message = foldedMessage(robot(), u"印务"_qs, items(1, u"停机"_qs), 0);
    QCOMPARE(message.text, u"【印务】停机0"_qs);
    QCOMPARE(message.id(), u"1-0"_qs);
}

void TestRobotMessage::manyAreFolded()
{
    const RobotMessage message = foldedMessage(robot(), u"印务"_qs, items(3, u"停机"_qs), 0);
    QCOMPARE(message.text, u"【印务】3 条\n停机0\n停机1\n停机2"_qs);
    QCOMPARE(message.items.size(), 3);
}

void TestRobotMessage::takesAsManyAsFit_data()
{
    QTest::addColumn<int>("service");
    QTest::addColumn<int>("lost");
    for (const int service : {0, 1, 2, 3}) {
        for (const int lost : {0, 17})
            QTest::addRow("%s, %d", qPrintable(serviceName(RobotService(service))), lost)
                << service << lost;
    }
}

/// Nothing is left out, and nothing is too long, however long the things are.
void TestRobotMessage::takesAsManyAsFit()
{
    QFETCH(int, service);
    QFETCH(int, lost);
    const RobotSettings settings = robot(RobotService(service));
    for (const int length : {1, 7, 100, 599, 1500}) {
        QList<RobotItem> waiting = items(200, QString(length, u'印'));
        QStringList told;
        while (!waiting.isEmpty()) {
            const RobotMessage message =
                foldedMessage(settings, QString(100, u'店'), waiting, lost);
            QVERIFY(!message.items.isEmpty());
            QVERIFY(message.text.toUtf8().size() <= longestText(settings.service));
            QCOMPARE(message.items, waiting.first(message.items.size()));
            if (message.items.size() > 1) {
                for (const RobotItem &item : message.items)
                    QVERIFY(message.text.contains(item.text));
            }
            waiting.remove(0, message.items.size());
        }
    }
}

void TestRobotMessage::cutsWhatIsTooLong()
{
    const RobotMessage message =
        foldedMessage(robot(), u"印务"_qs, items(2, QString(3000, u'印')), 5);
    QCOMPARE(message.items.size(), 1);
    QVERIFY(message.text.contains(u'…'));
    QVERIFY(message.text.endsWith(RobotWords(u"zh_CN"_qs).lost(5)));
}

void TestRobotMessage::saysWhatWasLost()
{
    const RobotMessage message = foldedMessage(robot(), u"印务"_qs, items(1, u"a"_qs), 5);
    QVERIFY2(message.text.contains(u"5 条"_qs), qPrintable(message.text));
}

/// Nor does the shop's name; a program of somebody's own gets what was said.
void TestRobotMessage::callsNobody()
{
    const QList<RobotItem> waiting = items(1, u"<at user_id=\"all\">@all"_qs);
    for (const RobotService chat :
         {RobotService::WeCom, RobotService::DingTalk, RobotService::Feishu}) {
        const QString text = foldedMessage(robot(chat), u"<@all>"_qs, waiting, 0).text;
        QVERIFY2(!text.contains(u'@') && !text.contains(u'<'), qPrintable(text));
    }
    QVERIFY(foldedMessage(robot(RobotService::Webhook), u"a"_qs, waiting, 0)
                .text.contains(u"<at user_id=\"all\">@all"_qs));
}

void TestRobotMessage::wordsOfANotice()
{
    News news;
    news.kind = robot_kind::notices;
    news.level = NoticeLevel::Warning;
    news.title = u"停机\n检修"_qs;
    news.message = u"19:00\n【看板】假的一行"_qs;
    news.sender = u"王芳"_qs;
    QCOMPARE(RobotWords(u"zh_CN"_qs).news(news),
             u"[提醒] 停机 检修：19:00 【看板】假的一行（王芳）"_qs);
    QCOMPARE(RobotWords(u"en"_qs).news(news),
             u"[Warning] 停机 检修: 19:00 【看板】假的一行 (王芳)"_qs);
}

void TestRobotMessage::wordsOfACancelledOrder()
{
    News news;
    news.kind = robot_kind::cancelled;
    news.orderNo = u"PO7"_qs;
    news.customer = u"新华书店"_qs;
    news.running = QStringList{u"覆膜"_qs, u"折页"_qs};
    QCOMPARE(RobotWords(u"zh_CN"_qs).news(news),
             u"已取消，请停：PO7 新华书店；正在做：覆膜、折页"_qs);
    QCOMPARE(RobotWords(u"en"_qs).news(news),
             u"Cancelled, stop: PO7 新华书店; under way: 覆膜, 折页"_qs);
    // What looks like a place for another text is text.
    news.orderNo = u"%1%2"_qs;
    QVERIFY(RobotWords(u"en"_qs).news(news).startsWith(u"Cancelled, stop: %1%2 新华书店;"_qs));
}

void TestRobotMessage::stateSurvivesItsJson()
{
    RobotState state;
    state.epoch = u"e1"_qs;
    state.cursor = {1'795'423'846'000, 3};
    state.waiting = items(2, u"停\"机\n"_qs);
    state.lost = 4;
    state.day = QDate(2026, 11, 30);
    state.silentAt = {5, 1};
    state.lastAt = momentOf(state.cursor);
    state.lastFailure = u"HTTP 403"_qs;
    QCOMPARE(RobotState::fromJson(state.toJson()), state);
    QCOMPARE(RobotState::fromJson(RobotState().toJson()), RobotState());
}

void TestRobotMessage::stateIsReadKindly()
{
    for (const char *text : {"", "x", "[]", "{\"waiting\":7,\"cursor\":[],\"day\":\"x\"}"})
        QCOMPARE(RobotState::fromJson(text), RobotState());
}

QTEST_APPLESS_MAIN(TestRobotMessage)
#include "tst_robot_message.moc"
