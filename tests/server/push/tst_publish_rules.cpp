// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/publish_rules.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

const Moment now = Moment(std::chrono::milliseconds(1'795'423'846'000));

Identity identity(Role role, const QStringList &departments = {})
{
    Identity somebody;
    somebody.user = QStringLiteral("wang");
    somebody.display = QStringLiteral("王芳");
    somebody.role = role;
    somebody.departments = departments;
    return somebody;
}

protocol::Publish publish(const QString &type, const QJsonObject &data,
                          const QStringList &groups = {})
{
    return {QStringLiteral("ref-1"), type, data, Audience(groups)};
}

protocol::Publish notice(const QStringList &groups = {}, bool test = false)
{
    QJsonObject data{{QStringLiteral("message"), QStringLiteral("19:00 停机检修")},
                     {QStringLiteral("type"), QStringLiteral("warning")}};
    if (test)
        data.insert(QStringLiteral("test"), true);
    return publish(event_type::notice, data, groups);
}

/// "" when allowed, else the code.
QString codeFor(const protocol::Publish &publish, const Identity &identity)
{
    const auto judged = checkPublish(publish, identity, QTimeZone::utc(), now);
    const auto *refusal = std::get_if<PublishRefusal>(&judged);
    return refusal ? refusal->code : QString();
}

bool isEcho(const protocol::Publish &publish, const Identity &identity)
{
    return std::holds_alternative<PublishEcho>(
        checkPublish(publish, identity, QTimeZone::utc(), now));
}

Event eventOf(const protocol::Publish &publish, const Identity &identity)
{
    return std::get<Event>(checkPublish(publish, identity, QTimeZone::utc(), now));
}

const QString allowed;
const QString forbidden = QStringLiteral("forbidden");
const QString invalid = QStringLiteral("invalid");
const QStringList all;
const QStringList dept3{QStringLiteral("dept_3")};

} // namespace

class TestPublishRules : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void rights_data();
    void rights();
    void testsComeBackUnlessOneIsAdmin();
    void pagesWriteNothing();
    void noticesKeepKnownMembersOnly();
    void onlyAdminsReplaceNotices();
    void numbersAreNotSigned();
    void signsNotices();
    void leavesOtherEventsTheirTime();
    void refusesWhatIsWrong_data();
    void refusesWhatIsWrong();
    void forbiddenComesBeforeInvalid();
    void everybodyTakesBackHisOwn_data();
    void everybodyTakesBackHisOwn();
    void aReplacementGoesWhereTheOldOneWent();
    void whoMayNotNotifyMayCall();
    void operatorsEscalateToTheirOwn();
    void nobodySaysWhatTheServerSays();
};

void TestPublishRules::rights_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<QStringList>("departments");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QStringList>("groups");
    QTest::addColumn<QString>("code");
    const QStringList departments{QStringLiteral("3"), QStringLiteral("4")};
    const auto row = [&](const char *name, Role role, const QString &type,
                         const QStringList &groups, const QString &code) {
        QTest::newRow(name) << role << departments << type << groups << code;
    };
    const QString type = event_type::notice;
    row("admin to all", Role::Admin, type, all, allowed);
    row("admin to some", Role::Admin, type, {QStringLiteral("dept_9")}, allowed);
    row("operator to its own", Role::Operator, type, dept3, allowed);
    row("operator to both its own", Role::Operator, type,
        {QStringLiteral("dept_3"), QStringLiteral("dept_4")}, allowed);
    row("operator to all", Role::Operator, type, all, forbidden);
    row("operator to others", Role::Operator, type, {QStringLiteral("dept_9")}, forbidden);
    row("operator to its own and others", Role::Operator, type,
        {QStringLiteral("dept_3"), QStringLiteral("dept_9")}, forbidden);
    row("operator to a user", Role::Operator, type, {QStringLiteral("user_li")}, forbidden);
    row("viewer", Role::Viewer, type, dept3, forbidden);
    row("admin publishes", Role::Admin, QStringLiteral("machine_alarm"), all, allowed);
    row("operator publishes", Role::Operator, QStringLiteral("machine_alarm"), dept3, forbidden);
    row("page", Role::Page, type, all, forbidden);
    row("page to its own", Role::Page, type, dept3, forbidden);
    row("page publishes", Role::Page, QStringLiteral("machine_alarm"), all, forbidden);
    row("viewer publishes", Role::Viewer, QStringLiteral("machine_alarm"), all, forbidden);
}

void TestPublishRules::rights()
{
    QFETCH(Role, role);
    QFETCH(QStringList, departments);
    QFETCH(QString, type);
    QFETCH(QStringList, groups);
    QFETCH(QString, code);
    const QJsonObject data{{QStringLiteral("message"), QStringLiteral("x")}};
    QCOMPARE(codeFor(publish(type, data, groups), identity(role, departments)), code);
}

void TestPublishRules::testsComeBackUnlessOneIsAdmin()
{
    const Identity viewer = identity(Role::Viewer);
    for (const QStringList &groups : {all, dept3, QStringList{QStringLiteral("user_li")}}) {
        for (const Role role : {Role::Viewer, Role::Operator})
            QVERIFY(isEcho(notice(groups, true), identity(role)));
        const Event toOthers = eventOf(notice(groups, true), identity(Role::Admin));
        QCOMPARE(toOthers.groups, Audience(groups));
        QVERIFY(isTestNotice(toOthers));
        QVERIFY(!isTestNotice(eventOf(notice(groups), identity(Role::Admin))));
    }
    QCOMPARE(codeFor(notice({QStringLiteral("user_wang")}, false), viewer), forbidden);
    QCOMPARE(codeFor(notice({}, true), Identity::anonymousReader()), forbidden);
    const auto other = publish(QStringLiteral("machine_alarm"), {{QStringLiteral("test"), true}});
    QCOMPARE(codeFor(other, viewer), forbidden);
}

/// Whoever opens the page has its code: not even a test is written down or sent on.
void TestPublishRules::pagesWriteNothing()
{
    const Identity page = identity(Role::Page, {QStringLiteral("3")});
    QVERIFY(page.mayViewOrders());
    for (const bool test : {false, true}) {
        for (const QStringList &groups : {all, dept3, QStringList{page.ownGroup()}}) {
            QCOMPARE(codeFor(notice(groups, test), page), forbidden);
            QCOMPARE(codeFor(notice(groups, test), Identity::anonymousReader()), forbidden);
        }
    }
}

void TestPublishRules::noticesKeepKnownMembersOnly()
{
    for (const bool test : {false, true}) {
        protocol::Publish heavy = notice({}, test);
        const QStringList known = eventOf(heavy, identity(Role::Admin)).data.keys();
        for (const char *name : {"payload", "Message", "html", "pressboard", "id"})
            heavy.data.insert(QLatin1StringView(name), QString(4000, u'x'));
        heavy.data.insert(QStringLiteral("nested"), QJsonObject{{QStringLiteral("a"), 1}});
        QCOMPARE(eventOf(heavy, identity(Role::Admin)).data.keys(), known);
    }
    // Data that we do not know is data.
    const auto other = publish(QStringLiteral("machine_alarm"), {{QStringLiteral("html"), 1}});
    QVERIFY(eventOf(other, identity(Role::Admin)).data.contains(QStringLiteral("html")));
}

void TestPublishRules::onlyAdminsReplaceNotices()
{
    for (const bool test : {false, true}) {
        protocol::Publish replacing = notice(dept3, test);
        replacing.data.insert(QStringLiteral("replaces"), QStringLiteral("7-1"));
        QCOMPARE(codeFor(replacing, identity(Role::Viewer)), forbidden);
        QCOMPARE(codeFor(replacing, identity(Role::Operator)), forbidden);
        QVERIFY(
            eventOf(replacing, identity(Role::Admin)).data.contains(QStringLiteral("replaces")));
    }
}

void TestPublishRules::numbersAreNotSigned()
{
    const auto giveBack = publish(QStringLiteral("dashboard_update"), {});
    QVERIFY(eventOf(giveBack, identity(Role::Admin)).data.isEmpty());
}

void TestPublishRules::signsNotices()
{
    auto forged = notice();
    forged.data.insert(QStringLiteral("sender"), QStringLiteral("the boss"));
    forged.data.insert(QStringLiteral("timestamp"), QStringLiteral("2001-01-01T00:00:00Z"));
    const Event event = eventOf(forged, identity(Role::Admin));
    QCOMPARE(event.data.value(QLatin1StringView("sender")).toString(), QStringLiteral("王芳"));
    QCOMPARE(event.data.value(QLatin1StringView("timestamp")).toString(), toWire(now));
    QCOMPARE(event.source, QStringLiteral("client"));
}

void TestPublishRules::leavesOtherEventsTheirTime()
{
    const QString then = QStringLiteral("2026-01-01T00:00:00Z");
    const QString type = QStringLiteral("machine_alarm");
    const Identity admin = identity(Role::Admin);
    const auto timeOf = [&](const QJsonObject &data) {
        return eventOf(publish(type, data), admin)
            .data.value(QLatin1StringView("timestamp"))
            .toString();
    };
    QCOMPARE(timeOf({{QStringLiteral("timestamp"), then}}), then);
    QCOMPARE(timeOf({}), toWire(now));
}

void TestPublishRules::refusesWhatIsWrong_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QByteArray>("data");
    QTest::newRow("no message") << QString(event_type::notice) << QByteArray("{}");
    QTest::newRow("no order id") << QString(event_type::order) << QByteArray(R"({"order_no":"P"})");
    QTest::newRow("a control message") << QStringLiteral("synced") << QByteArray("{}");
    QTest::newRow("the log's own") << QString(event_type::import) << QByteArray("{}");
    QTest::newRow("not a type") << QStringLiteral("Ä") << QByteArray("{}");
    QTest::newRow("too large") << QStringLiteral("x")
                               << R"({"a":")" + QByteArray(70'000, 'a') + R"("})";
}

void TestPublishRules::refusesWhatIsWrong()
{
    QFETCH(QString, type);
    QFETCH(QByteArray, data);
    const QJsonObject object = QJsonDocument::fromJson(data).object();
    QCOMPARE(codeFor(publish(type, object), identity(Role::Admin)), invalid);
    auto withoutRef = notice();
    withoutRef.ref.clear();
    QCOMPARE(codeFor(withoutRef, identity(Role::Admin)), invalid);
    withoutRef.ref = QString(65, u'x');
    QCOMPARE(codeFor(withoutRef, identity(Role::Admin)), invalid);
}

void TestPublishRules::forbiddenComesBeforeInvalid()
{
    QCOMPARE(codeFor(publish(event_type::notice, {}), identity(Role::Viewer)), forbidden);
}

void TestPublishRules::everybodyTakesBackHisOwn_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("byKey");
    QTest::newRow("operator, by its id") << Role::Operator << false;
    QTest::newRow("operator, by its key") << Role::Operator << true;
    QTest::newRow("viewer who called, by its id") << Role::Viewer << false;
    QTest::newRow("viewer who called, by its key") << Role::Viewer << true;
}

void TestPublishRules::everybodyTakesBackHisOwn()
{
    QFETCH(Role, role);
    QFETCH(bool, byKey);
    const Identity wang = identity(role, {QStringLiteral("3")});
    Book book;
    book.addNotice(
        {{7, 0}, {}, {{QStringLiteral("key"), QStringLiteral("k")}}, publisherOfUser(wang.user)});
    book.addNotice({{8, 0}, {}, {}, publisherOfUser(QStringLiteral("li"))});
    const PublishSetting setting{&book};
    const auto taken = [&](const QJsonObject &data) {
        return std::holds_alternative<Event>(
            checkPublish(publish(event_type::notice, data), wang, QTimeZone::utc(), now, setting));
    };
    const auto which = [&](const char *id, const char *key) {
        return byKey ? QJsonObject{{QStringLiteral("key"), QLatin1StringView(key)}}
                     : QJsonObject{{QStringLiteral("replaces"), QLatin1StringView(id)}};
    };
    QVERIFY(taken(which("7-0", "k")));
    QVERIFY(!taken(which("8-0", "other")));
    QVERIFY(!taken(which("9-0", "gone")));
    // What is read as a text is one.
    for (const QJsonValue &message :
         {QJsonValue(QStringLiteral("to everybody")), QJsonValue(5),
          QJsonValue(QJsonObject{{QStringLiteral("name"), QStringLiteral("fire")}}),
          QJsonValue(QJsonObject{{QStringLiteral("title"), QStringLiteral("fire")}})}) {
        QJsonObject louder = which("7-0", "k");
        louder.insert(QStringLiteral("message"), message);
        QVERIFY(!taken(louder));
    }
}

/// Not to whom it names: the audience of what is replaced is the replacement's.
void TestPublishRules::aReplacementGoesWhereTheOldOneWent()
{
    const Identity wang = identity(Role::Operator, {QStringLiteral("3")});
    const Audience own({QStringLiteral("dept_3")});
    for (const QString &key : {QStringLiteral("k"), QStringLiteral("5")}) {
        for (const Audience &before : {Audience(), Audience({QStringLiteral("dept_7")}), own}) {
            Book book;
            book.addNotice(
                {{7, 0}, before, {{QStringLiteral("key"), key}}, publisherOfUser(wang.user)});
            const PublishSetting setting{&book};
            const QJsonValue said = key == u"5" ? QJsonValue(5) : QJsonValue(key);
            const auto verdict =
                checkPublish(publish(event_type::notice,
                                     {{QStringLiteral("message"), QStringLiteral("x")},
                                      {QStringLiteral("key"), said}},
                                     {QStringLiteral("dept_3")}),
                             wang, QTimeZone::utc(), now, setting);
            QCOMPARE(std::holds_alternative<Event>(verdict), before == own);
        }
    }
}

void TestPublishRules::whoMayNotNotifyMayCall()
{
    Call paper;
    paper.shown.name = QStringLiteral("paper");
    paper.shown.title = QStringLiteral("缺纸");
    paper.shown.groups = {QStringLiteral("dept_7")};
    paper.alarm = Alarm().toJson();
    const PublishSetting setting{nullptr, {paper}};
    const auto verdict = [&](const QJsonObject &data, Role role) {
        return checkPublish(publish(event_type::notice, data, all), identity(role),
                            QTimeZone::utc(), now, setting);
    };
    const QJsonObject call{{QStringLiteral("call"), QStringLiteral("paper")},
                           {QStringLiteral("step"), QStringLiteral("印刷")},
                           {QStringLiteral("alarm"), QJsonObject{{QStringLiteral("for_s"), 14400}}},
                           {QStringLiteral("type"), QStringLiteral("info")}};
    for (const Role role : {Role::Viewer, Role::Operator, Role::Admin}) {
        const auto called = verdict(call, role);
        QVERIFY(std::holds_alternative<Event>(called));
        const Event event = std::get<Event>(called);
        QCOMPARE(event.groups, Audience({QStringLiteral("dept_7")}));
        QCOMPARE(event.data.value(u"message").toString(), QStringLiteral("缺纸"));
        QCOMPARE(event.data.value(u"type").toString(), QStringLiteral("error"));
        QCOMPARE(event.data.value(u"alarm"), QJsonValue(Alarm().toJson()));
        QCOMPARE(event.data.value(u"step").toString(), QStringLiteral("印刷"));
        QCOMPARE(event.publisher, publisherOfUser(QStringLiteral("wang")));
    }
    QVERIFY(std::holds_alternative<PublishRefusal>(verdict(call, Role::Page)));
    const QJsonObject unknown{{QStringLiteral("call"), QStringLiteral("fire")}};
    const auto refused = verdict(unknown, Role::Viewer);
    QVERIFY(std::holds_alternative<PublishRefusal>(refused));
    QCOMPARE(std::get<PublishRefusal>(refused).code, invalid);
}

void TestPublishRules::operatorsEscalateToTheirOwn()
{
    const auto code = [](const char *group, Role role) {
        QJsonObject data{{QStringLiteral("message"), QStringLiteral("x")}};
        const QJsonObject step{{QStringLiteral("after_s"), 60},
                               {QStringLiteral("groups"), QJsonArray{QLatin1StringView(group)}}};
        data.insert(QStringLiteral("alarm"),
                    QJsonObject{{QStringLiteral("escalate"), QJsonArray{step}}});
        return codeFor(publish(event_type::notice, data, dept3),
                       identity(role, {QStringLiteral("3")}));
    };
    QCOMPARE(code("dept_3", Role::Operator), allowed);
    QCOMPARE(code("role_admin", Role::Operator), allowed);
    QCOMPARE(code("dept_9", Role::Operator), forbidden);
    QCOMPARE(code("dept_9", Role::Admin), allowed);
}

void TestPublishRules::nobodySaysWhatTheServerSays()
{
    protocol::Publish said = notice();
    said.data.insert(QStringLiteral("escalates"), QStringLiteral("7-0"));
    said.data.insert(QStringLiteral("untaken"), QStringLiteral("7-0"));
    const Event event = eventOf(said, identity(Role::Admin));
    QVERIFY(!event.data.contains(u"escalates") && !event.data.contains(u"untaken"));
}

QTEST_APPLESS_MAIN(TestPublishRules)
#include "tst_publish_rules.moc"
