// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/http_robot_post.h"
#include "tests/server/listener/test_certificate.h"
#include "tests/server/robots/robot_stand_in.h"

#include <QTest>
#include <QTimer>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

/// The way over HTTP, and whoever answers there.
class TestRobotCall : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void sendsWhatItIsGiven();
    void followsNobody();
    void endsAnEndlessAnswer();
    void doesNotWaitForever();
    void doesNotWaitForANameForever();
    void reachesNobodyOfTheOwnNetwork_data();
    void reachesNobodyOfTheOwnNetwork();
    void connectsToTheAddressItLookedAt();
    void believesACertificateOfTheNameAlone();
    void saysWhatIsWrong();
    void neverNamesTheAddress();

private:
    RobotAnswer answerOf(const RobotRequest &request, HttpRobotPost &post);
    RobotRequest request(const QString &url, bool mayBePrivate = true);
};

RobotRequest TestRobotCall::request(const QString &url, bool mayBePrivate)
{
    return {QUrl(url), "{\"a\":\"停机\"}", {{"X-Pressboard-Signature", "sha256=1"}}, mayBePrivate};
}

RobotAnswer TestRobotCall::answerOf(const RobotRequest &request, HttpRobotPost &post)
{
    std::optional<RobotAnswer> found;
    int answers = 0;
    post.send(request, [&](const RobotAnswer &answer) {
        found = answer;
        ++answers;
    });
    [&] { QTRY_VERIFY_WITH_TIMEOUT(found, 20'000); }();
    QCoreApplication::processEvents();
    [&] { QCOMPARE(answers, 1); }();
    return found.value_or(RobotAnswer());
}

void TestRobotCall::sendsWhatItIsGiven()
{
    RobotStandIn service;
    HttpRobotPost post;
    const RobotAnswer answer = answerOf(request(service.url()), post);
    QCOMPARE(answer.failure, QString());
    QCOMPARE(answer.status, 200);
    QCOMPARE(answer.body, QByteArray("{\"errcode\":0,\"errmsg\":\"ok\"}"));
    QCOMPARE(service.told().size(), 1);
    const RobotStandIn::Told told = service.told().first();
    QCOMPARE(told.url.toString(), u"/robot?key=abc"_qs);
    QCOMPARE(told.body, QByteArray("{\"a\":\"停机\"}"));
    QCOMPARE(told.headers.value("x-pressboard-signature"), QByteArray("sha256=1"));
    QCOMPARE(told.headers.value("content-type"), QByteArray("application/json; charset=utf-8"));
}

void TestRobotCall::followsNobody()
{
    RobotStandIn service;
    RobotStandIn other;
    service.setAnswer("{\"errcode\":0}", 302, "Location: " + other.url().toLatin1() + "\r\n");
    HttpRobotPost post;
    const RobotAnswer answer = answerOf(request(service.url()), post);
    QCOMPARE(answer.status, 302);
    QVERIFY(failureOf(RobotService::WeCom, answer));
    QCOMPARE(other.connections(), 0);
}

void TestRobotCall::endsAnEndlessAnswer()
{
    RobotStandIn service;
    service.setManner(RobotStandIn::Manner::NeverEnds);
    HttpRobotPost post;
    QVERIFY(answerOf(request(service.url()), post).failure.contains(u"no end"_qs));
}

void TestRobotCall::doesNotWaitForever()
{
    RobotStandIn service;
    service.setManner(RobotStandIn::Manner::Hangs);
    HttpRobotPost post;
    post.setPatience(300ms);
    QVERIFY(answerOf(request(service.url()), post).failure.contains(u"in time"_qs));
}

void TestRobotCall::doesNotWaitForANameForever()
{
    HttpRobotPost post;
    post.setPatience(100ms);
    post.setResolve([](const QString &, QObject *, RobotCall::Found) {});
    QVERIFY(answerOf(request(u"https://robot.example/"_qs), post).failure.contains(u"in time"_qs));
}

void TestRobotCall::reachesNobodyOfTheOwnNetwork_data()
{
    QTest::addColumn<QStringList>("addresses");
    QTest::newRow("this machine") << QStringList{u"127.0.0.1"_qs};
    QTest::newRow("this machine, IPv6") << QStringList{u"::1"_qs};
    QTest::newRow("written as IPv6") << QStringList{u"::ffff:127.0.0.1"_qs};
    QTest::newRow("several") << QStringList{u"10.0.0.1"_qs, u"127.0.0.1"_qs, u"fd00::1"_qs};
}

/// Also when a name of the internet leads there.
void TestRobotCall::reachesNobodyOfTheOwnNetwork()
{
    QFETCH(QStringList, addresses);
    RobotStandIn service;
    HttpRobotPost post;
    post.setResolve([addresses](const QString &, QObject *, const RobotCall::Found &found) {
        QList<QHostAddress> all;
        for (const QString &address : addresses)
            all.append(QHostAddress(address));
        found(all);
    });
    QString url = service.url().replace(u"127.0.0.1"_qs, u"robot.example"_qs);
    const RobotAnswer answer = answerOf(request(url, false), post);
    QVERIFY2(answer.failure.contains(u"allow-private"_qs), qPrintable(answer.failure));
    QCOMPARE(service.connections(), 0);
}

/// A name that leads elsewhere when it is asked again leads nowhere: it is asked once.
void TestRobotCall::connectsToTheAddressItLookedAt()
{
    RobotStandIn service;
    HttpRobotPost post;
    int asked = 0;
    post.setResolve([&](const QString &name, QObject *, const RobotCall::Found &found) {
        ++asked;
        QCOMPARE(name, u"robot.example"_qs);
        found({QHostAddress(u"::1"_qs), QHostAddress(QHostAddress::LocalHost)});
    });
    const QString url = service.url().replace(u"127.0.0.1"_qs, u"robot.example"_qs);
    QCOMPARE(answerOf(request(url), post).status, 200);
    QCOMPARE(asked, 1);
    QVERIFY(service.told().first().headers.value("host").startsWith("robot.example:"));
}

/// It connects to an address, and the certificate is the name's.
void TestRobotCall::believesACertificateOfTheNameAlone()
{
    const QSslConfiguration usual = QSslConfiguration::defaultConfiguration();
    QSslConfiguration believing = usual;
    believing.addCaCertificate(QSslCertificate(QByteArray(certificate)));
    QSslConfiguration::setDefaultConfiguration(believing);
    RobotStandIn service(testTls());
    HttpRobotPost post;
    post.setResolve([](const QString &, QObject *, const RobotCall::Found &found) {
        found({QHostAddress(QHostAddress::LocalHost)});
    });
    const QString address = u"https://%1:%2/"_qs;
    const RobotAnswer ours =
        answerOf(request(address.arg(u"localhost"_qs).arg(service.port())), post);
    const RobotAnswer others =
        answerOf(request(address.arg(u"robot.example"_qs).arg(service.port())), post);
    QSslConfiguration::setDefaultConfiguration(usual);
    HttpRobotPost another;
    const RobotAnswer unknown =
        answerOf(request(address.arg(u"localhost"_qs).arg(service.port())), another);
    QCOMPARE(ours.failure, QString());
    QCOMPARE(ours.status, 200);
    for (const RobotAnswer &refused : {others, unknown})
        QCOMPARE(refused.failure, u"Its certificate is not believed."_qs);
    QCOMPARE(service.told().size(), 1);
}

void TestRobotCall::saysWhatIsWrong()
{
    HttpRobotPost post;
    QString url;
    {
        RobotStandIn gone;
        url = gone.url();
    }
    QVERIFY(answerOf(request(url), post).failure.contains(u"Nobody listens"_qs));
    RobotStandIn service;
    service.setAnswer("{}", 500);
    QCOMPARE(answerOf(request(service.url()), post).status, 500);
    post.setResolve([](const QString &, QObject *context, const RobotCall::Found &found) {
        QTimer::singleShot(0, context, [found] { found({}); });
    });
    QVERIFY(
        answerOf(request(u"https://robot.example/"_qs), post).failure.contains(u"no machine"_qs));
}

/// It holds the robot's key.
void TestRobotCall::neverNamesTheAddress()
{
    HttpRobotPost post;
    post.setPatience(2s); // one of them waits for us
    RobotStandIn service;
    QStringList failures;
    for (const int status : {301, 401, 404, 500}) {
        service.setAnswer("no", status);
        const RobotAnswer answer = answerOf(request(service.url()), post);
        failures.append(failureOf(RobotService::WeCom, answer).value_or(QString()));
    }
    failures.append(
        answerOf(request(service.url().replace(u"http:"_qs, u"https:"_qs)), post).failure);
    for (const QString &failure : failures)
        QVERIFY2(!failure.isEmpty() && !failure.contains(u"abc"_qs), qPrintable(failure));
}

QTEST_GUILESS_MAIN(TestRobotCall)
#include "tst_robot_call.moc"
