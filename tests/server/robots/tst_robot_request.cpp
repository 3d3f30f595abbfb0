// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_answer.h"
#include "server/robots/robot_request.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMessageAuthenticationCode>
#include <QTest>
#include <QUrlQuery>

using namespace pressboard;
using namespace pressboard::server;

/// What each service wants to see, and what it answers. The signatures were made by the services'
/// own recipes, with openssl.
class TestRobotRequest : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void weComHasItsKeyInTheAddress();
    void dingTalkIsSignedInTheAddress();
    void feishuIsSignedInTheBody();
    void webhookIsSignedInAHeader();
    void withoutASecretNothingIsSigned();
    void answers_data();
    void answers();

private:
    static RobotSettings robot(RobotService service, const char *secret);
    static RobotMessage message() { return {{{u"5-0"_qs, u"notices"_qs, u"a"_qs}}, u"停机"_qs}; }

    const Moment m_now{std::chrono::milliseconds(1'795'423'846'123)};
};

RobotSettings TestRobotRequest::robot(RobotService service, const char *secret)
{
    RobotSettings robot;
    robot.name = u"office"_qs;
    robot.service = service;
    robot.address = u"https://robot.example/send?access_token=abc"_qs;
    robot.secret = QString::fromLatin1(secret);
    return robot;
}

static QJsonObject json(const QByteArray &text)
{
    return QJsonDocument::fromJson(text).object();
}

void TestRobotRequest::weComHasItsKeyInTheAddress()
{
    const RobotRequest request = robotRequest(robot(RobotService::WeCom, ""), message(), m_now);
    QCOMPARE(request.url.toString(), u"https://robot.example/send?access_token=abc"_qs);
    QCOMPARE(json(request.body), json("{\"msgtype\":\"text\",\"text\":{\"content\":\"停机\"}}"));
}

void TestRobotRequest::dingTalkIsSignedInTheAddress()
{
    const RobotRequest request =
        robotRequest(robot(RobotService::DingTalk, "SECabc"), message(), m_now);
    // printf '1795423846123\nSECabc' | openssl dgst -sha256 -hmac SECabc -binary | base64
    const QByteArray sign = "o2UglBOITjkIqYC0hZ3XlHORvDptCGBhorB6fXnUQWI=";
    QCOMPARE(request.url.query(QUrl::FullyEncoded).toLatin1(),
             "access_token=abc&timestamp=1795423846123&sign=" + sign.toPercentEncoding());
    QCOMPARE(
        json(request.body),
        json("{\"msgtype\":\"text\",\"text\":{\"content\":\"停机\"},\"at\":{\"isAtAll\":false}}"));
}

void TestRobotRequest::feishuIsSignedInTheBody()
{
    const RobotRequest request =
        robotRequest(robot(RobotService::Feishu, "SECabc"), message(), m_now);
    // printf '' | openssl dgst -sha256 -hmac "$(printf '1795423846\nSECabc')" -binary | base64
    QCOMPARE(json(request.body),
             json("{\"timestamp\":\"1795423846\",\"sign\":\"+"
                  "njhkwktyRBamvBTfYoMM2PoMrrbHtODtXmtODQZlEw=\",\"msg_type\":\"text\","
                  "\"content\":{\"text\":\"停机\"}}"));
    QCOMPARE(request.url.query(), u"access_token=abc"_qs);
}

void TestRobotRequest::webhookIsSignedInAHeader()
{
    const RobotRequest request =
        robotRequest(robot(RobotService::Webhook, "SECabc"), message(), m_now);
    const QJsonObject body = json(request.body);
    QCOMPARE(body.value(u"id"_qs).toString(), u"5-0"_qs);
    QCOMPARE(body.value(u"text"_qs).toString(), u"停机"_qs);
    QCOMPARE(body.value(u"robot"_qs).toString(), u"office"_qs);
    QCOMPARE(body.value(u"items"_qs).toArray().size(), 1);
    QHash<QByteArray, QByteArray> headers;
    for (const auto &[name, value] : request.headers)
        headers.insert(name, value);
    QCOMPARE(headers.value("X-Pressboard-Timestamp"), QByteArray("1795423846"));
    const QByteArray expected = "sha256="
        + QMessageAuthenticationCode::hash("1795423846." + request.body, "SECabc",
                                           QCryptographicHash::Sha256)
              .toHex();
    QCOMPARE(headers.value("X-Pressboard-Signature"), expected);
}

void TestRobotRequest::withoutASecretNothingIsSigned()
{
    QVERIFY(!robotRequest(robot(RobotService::DingTalk, ""), message(), m_now)
                 .url.query()
                 .contains(u"sign"_qs));
    QVERIFY(!robotRequest(robot(RobotService::Feishu, ""), message(), m_now).body.contains("sign"));
}

void TestRobotRequest::answers_data()
{
    QTest::addColumn<bool>("isChat");
    QTest::addColumn<int>("status");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("failure"); ///< a part of it; null: it was taken
    const auto row = [](const char *name, bool isChat, int status, const char *body,
                        const QString &failure) {
        QTest::newRow(name) << isChat << status << QByteArray(body) << failure;
    };
    row("errcode 0", true, 200, "{\"errcode\":0,\"errmsg\":\"ok\"}", {});
    row("code 0", true, 200, "{\"code\":0,\"msg\":\"success\",\"data\":{}}", {});
    row("StatusCode 0", true, 200, "{\"StatusCode\":0,\"StatusMessage\":\"success\"}", {});
    row("errcode", true, 200, "{\"errcode\":93000,\"errmsg\":\"invalid webhook url\"}",
        u"errcode 93000: invalid webhook url"_qs);
    row("code", true, 200, "{\"code\":19021,\"msg\":\"sign match fail\"}",
        u"code 19021: sign match fail"_qs);
    row("a text for 0", true, 200, "{\"errcode\":\"0\"}", u"errcode 0"_qs);
    row("no code", true, 200, "{}", u"did not say"_qs);
    row("no JSON", true, 200, "<html>", u"something else"_qs);
    row("a list", true, 200, "[0]", u"something else"_qs);
    row("redirect", true, 302, "", u"leads to another address (HTTP 302)"_qs);
    row("HTTP", true, 403, "{\"errcode\":0}", u"HTTP 403"_qs);
    row("webhook", false, 204, "", {});
    row("webhook says what it likes", false, 200, "{\"errcode\":1}", {});
    row("webhook refuses", false, 500, "", u"HTTP 500"_qs);
}

void TestRobotRequest::answers()
{
    QFETCH(bool, isChat);
    QFETCH(int, status);
    QFETCH(QByteArray, body);
    QFETCH(QString, failure);
    const auto found =
        failureOf(isChat ? RobotService::DingTalk : RobotService::Webhook, {{}, status, body});
    QCOMPARE(found.has_value(), !failure.isNull());
    QVERIFY2(!found || found->contains(failure), qPrintable(found.value_or(QString())));
}

QTEST_APPLESS_MAIN(TestRobotRequest)
#include "tst_robot_request.moc"
