// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "server/listener/admission.h"
#include "server/listener/client_address.h"

#include <QSysInfo>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

struct Request
{
    QByteArray line = "GET /ws/notifications/ HTTP/1.1";
    QByteArrayList headers = {"Host: press:5173", "Upgrade: websocket", "Connection: Upgrade",
                              "Sec-WebSocket-Version: 13",
                              "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ=="};

    Request &without(const QByteArray &name)
    {
        headers.removeIf([&](const QByteArray &header) { return header.startsWith(name); });
        return *this;
    }
    Request &with(const QByteArray &header)
    {
        headers << header;
        return *this;
    }
    RequestHead head() const
    {
        RequestHead head;
        const QByteArray bytes = line + "\r\n" + headers.join("\r\n") + "\r\n\r\n";
        if (RequestHead::parse(bytes, head) != RequestHead::Kind::Complete)
            qFatal("not a request: %s", bytes.constData());
        return head;
    }
};

const QHostAddress fromElsewhere(QStringLiteral("192.168.1.9"));
const QHostAddress fromProxy(QHostAddress::LocalHost);

int statusOf(const Request &request, const AdmissionRules &rules = {})
{
    const auto refusal = refuseRequest(request.head(), fromElsewhere, rules);
    return refusal ? refusal->status : 101;
}

UserDirectory &users()
{
    static UserDirectory directory;
    if (!directory.isLoaded()) {
        UserRecord wang;
        wang.name = QStringLiteral("wang");
        wang.tokens = {{tokenHash("pb_secret"), std::nullopt}};
        UserRecord page;
        page.name = QStringLiteral("page");
        page.role = Role::Page;
        page.tokens = {{tokenHash("pb_page"), std::nullopt}};
        directory.replace({wang, page});
    }
    return directory;
}

std::variant<Admission, HttpAnswer> identifyFrom(const Request &request,
                                                 const AdmissionRules &rules = {},
                                                 const char *peer = "192.168.1.9")
{
    return identify(request.head(), QHostAddress(QString::fromLatin1(peer)), rules, users());
}

int statusOfIdentity(const Request &request, const AdmissionRules &rules = {})
{
    const auto known = identifyFrom(request, rules);
    const auto *refusal = std::get_if<HttpAnswer>(&known);
    return refusal ? refusal->status : 101;
}

Request get(const QByteArray &target)
{
    Request request;
    request.line = "GET " + target + " HTTP/1.1";
    return request;
}

} // namespace

class TestAdmission : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void requests();
    void origins();
    void originsBehindAProxy();
    void foreignPagesAreTold();
    void namesThatAreNotOurs_data();
    void namesThatAreNotOurs();
    void tokens();
    void anonymous();
    void dialects();
    void addresses();
    void networks();
    void answers();
};

void TestAdmission::requests()
{
    QCOMPARE(statusOf({}), 101);
    QCOMPARE(statusOf(get("/ws/notifications")), 101);
    QCOMPARE(statusOf(get("/ws/notifications/?token=x")), 101);
    QCOMPARE(statusOf(get("/")), 404);
    QCOMPARE(statusOf(get("/ws/notifications/x")), 404);
    Request post;
    post.line = "POST /ws/notifications/ HTTP/1.1";
    QCOMPARE(statusOf(post), 405);
    QCOMPARE(statusOf(Request().without("Upgrade")), 426);
    QCOMPARE(statusOf(Request().without("Connection")), 426);
    QCOMPARE(statusOf(Request().without("Sec-WebSocket-Version").with("Sec-WebSocket-Version: 8")),
             426);
    QCOMPARE(statusOf(Request().without("Sec-WebSocket-Key")), 400);
    QCOMPARE(statusOf(Request().without("Sec-WebSocket-Key").with("Sec-WebSocket-Key: short")),
             400);
    QCOMPARE(statusOf(Request().without("Host")), 400);
    Request old;
    old.line = "GET /ws/notifications/ HTTP/1.0";
    QCOMPARE(statusOf(old), 400);
}

void TestAdmission::origins()
{
    const auto from = [](const char *origin) {
        return Request().with(QByteArray("Origin: ") + origin);
    };
    QCOMPARE(statusOf(from("http://press:5173")), 101);
    QCOMPARE(statusOf(from("http://PRESS:5173")), 101);
    QCOMPARE(statusOf(from("https://press:5173")), 403);
    QCOMPARE(statusOf(from("http://press")), 403);
    QCOMPARE(statusOf(from("http://press:5174")), 403);
    QCOMPARE(statusOf(from("ws://press:5173")), 403);
    QCOMPARE(statusOf(from("")), 403);
    const Request ofPort80 = Request().without("Host").with("Host: press");
    QCOMPARE(statusOf(Request(ofPort80).with("Origin: http://press")), 101);
    QCOMPARE(statusOf(Request(ofPort80).with("Origin: http://press:80")), 101);
    QCOMPARE(statusOf(Request(ofPort80).with("Origin: http://press:8080")), 403);
    AdmissionRules secure;
    secure.isEncrypted = true;
    QCOMPARE(statusOf(from("https://press:5173"), secure), 101);
    QCOMPARE(statusOf(from("http://press:5173"), secure), 403);
    QCOMPARE(statusOf(from("http://evil.example")), 403);
    QCOMPARE(statusOf(from("http://press.evil.example")), 403);
    QCOMPARE(statusOf(from("null")), 403);
    AdmissionRules rules;
    rules.origins = {QStringLiteral("https://crm.example")};
    QCOMPARE(statusOf(from("https://crm.example"), rules), 101);
    QCOMPARE(statusOf(from("http://crm.example"), rules), 403);
    QCOMPARE(statusOf(from("https://crm.example:443"), rules), 101);
    QCOMPARE(statusOf(from("https://crm.example:444"), rules), 403);
    QCOMPARE(statusOf(from("http://press:5173"), rules), 403);
    QCOMPARE(statusOf({}, rules), 101);
}

/// A proxy tells whether clients speak TLS to it; anybody else is not believed.
void TestAdmission::originsBehindAProxy()
{
    const RequestHead head = Request()
                                 .without("Host")
                                 .with("Host: board.example")
                                 .with("X-Forwarded-Proto: https")
                                 .with("Origin: https://board.example")
                                 .head();
    QVERIFY(!refuseRequest(head, fromProxy, {}));
    QVERIFY(refuseRequest(head, fromElsewhere, {}));
}

/// With what they came, cut, and nothing in it that a terminal would do.
void TestAdmission::foreignPagesAreTold()
{
    const QByteArray evil = "http://evil.example/\xe5\xae" + QByteArray(5000, 'x');
    const auto refusal = refuseRequest(Request().with("Origin: " + evil).head(), fromElsewhere, {});
    QVERIFY(refusal->body.contains("Origin is http://evil.example/??xxx"));
    QVERIFY(refusal->body.contains("Host is press:5173"));
    QVERIFY(refusal->body.size() < 500);
}

void TestAdmission::namesThatAreNotOurs_data()
{
    QTest::addColumn<QByteArray>("host");
    QTest::addColumn<QStringList>("hosts");
    QTest::addColumn<bool>("isOurs");
    const auto row = [](const char *name, const QByteArray &host, const QStringList &hosts,
                        bool isOurs) { QTest::newRow(name) << host << hosts << isOurs; };
    const QStringList none;
    const QStringList board{QStringLiteral("board.example")};
    row("an address", "192.168.1.10:5173", none, true);
    row("an address of IPv6", "[fd00::10]:5173", none, true);
    row("localhost", "localhost:5173", none, true);
    row("this machine", QSysInfo::machineHostName().toLatin1() + ":5173", none, true);
    row("a name that leads here", "evil.example:5173", none, false);
    row("one that looks like an address", "192.168.1.10.evil.example:5173", none, false);
    row("one that begins as ours", "localhost.evil.example", none, false);
    row("a name of hosts", "board.example", board, true);
    row("a name of hosts, with a port", "Board.example:5173", board, true);
    row("an address beside hosts", "192.168.1.10:5173", board, false);
    row("another beside hosts", "evil.example", board, false);
}

/// A page makes its own name lead here, and so is of the origin that it asks.
void TestAdmission::namesThatAreNotOurs()
{
    QFETCH(QByteArray, host);
    QFETCH(QStringList, hosts);
    QFETCH(bool, isOurs);
    AdmissionRules rules;
    rules.hosts = hosts;
    const auto from = [&host](Request request) {
        return request.without("Host").with("Host: " + host).with("Origin: http://" + host);
    };
    const int status = isOurs ? 101 : 403;
    QCOMPARE(statusOf(from({}), rules), 101);
    QCOMPARE(statusOfIdentity(from(get("/ws/notifications/?token=pb_page")), rules), status);
    QCOMPARE(statusOfIdentity(from(get("/ws/notifications/?token=pb_secret")), rules), 101);
    QCOMPARE(statusOfIdentity(get("/ws/notifications/?token=pb_page"), rules), 101); // no page
    rules.anonymousMayRead = true;
    QCOMPARE(statusOfIdentity(from({}), rules), status);
    QCOMPARE(statusOfIdentity({}, rules), 101);
}

void TestAdmission::tokens()
{
    QCOMPARE(statusOfIdentity({}), 401);
    QCOMPARE(statusOfIdentity(get("/ws/notifications/?token=pb_secret")), 101);
    QCOMPARE(statusOfIdentity(get("/ws/notifications/?token=pb_wrong")), 401);
    QCOMPARE(statusOfIdentity(get("/ws/notifications/?token=")), 401);
    QCOMPARE(statusOfIdentity(Request().with("Authorization: Bearer pb_secret")), 101);
    QCOMPARE(statusOfIdentity(Request().with("Authorization: bearer  pb_secret")), 101);
    QCOMPARE(statusOfIdentity(Request().with("Authorization: Bearer pb_wrong")), 401);
    QCOMPARE(statusOfIdentity(Request().with("Authorization: Basic cGI6c2VjcmV0")), 401);
    const auto known = std::get<Admission>(identifyFrom(get("/ws/notifications/?token=pb_secret")));
    QCOMPARE(known.identity.user, QStringLiteral("wang"));
    QCOMPARE(known.tokenHash, tokenHash("pb_secret"));
}

void TestAdmission::anonymous()
{
    AdmissionRules rules;
    rules.anonymousMayRead = true;
    const auto nobody = std::get<Admission>(identifyFrom({}, rules));
    QVERIFY(nobody.identity.anonymous && nobody.identity.mayViewOrders());
    QVERIFY(nobody.tokenHash.isEmpty() && nobody.identity.groups().isEmpty());
    // A wrong token is a mistake to be told of, not a wish to be nobody.
    QCOMPARE(statusOfIdentity(get("/ws/notifications/?token=pb_wrong"), rules), 401);
}

void TestAdmission::dialects()
{
    const auto dialectOf = [](const Request &request) {
        AdmissionRules rules;
        rules.anonymousMayRead = true;
        return std::get<Admission>(identifyFrom(request, rules)).dialect;
    };
    QCOMPARE(dialectOf({}), Viewer::Dialect::Classic);
    QCOMPARE(dialectOf(Request().with("Sec-WebSocket-Protocol: chat, pressboard.v1")),
             Viewer::Dialect::V1);
    QCOMPARE(dialectOf(Request().with("Sec-WebSocket-Protocol: pressboard.v2")),
             Viewer::Dialect::Classic);
}

void TestAdmission::addresses()
{
    const auto addressOf = [](const Request &request, const char *peer) {
        return clientAddress(request.head(), QHostAddress(QString::fromLatin1(peer)), {})
            .toString();
    };
    const Request proxied = Request().with("X-Real-IP: 10.0.0.7");
    QCOMPARE(addressOf(proxied, "127.0.0.1"), QStringLiteral("10.0.0.7"));
    QCOMPARE(addressOf(proxied, "::1"), QStringLiteral("10.0.0.7"));
    QCOMPARE(addressOf(proxied, "::ffff:127.0.0.1"), QStringLiteral("10.0.0.7"));
    QCOMPARE(addressOf(proxied, "192.168.1.9"), QStringLiteral("192.168.1.9"));
    QCOMPARE(addressOf(Request().with("X-Real-IP: nonsense"), "127.0.0.1"),
             QStringLiteral("127.0.0.1"));
    QCOMPARE(addressOf({}, "::ffff:192.168.1.9"), QStringLiteral("192.168.1.9"));
}

/// What one party can have many of counts as one.
void TestAdmission::networks()
{
    const auto networkOfText = [](const char *text) {
        return networkOf(QHostAddress(QString::fromLatin1(text))).toString();
    };
    QCOMPARE(networkOfText("192.168.1.9"), QStringLiteral("192.168.1.9"));
    QCOMPARE(networkOfText("::ffff:192.168.1.9"), QStringLiteral("192.168.1.9"));
    QCOMPARE(networkOfText("2001:db8:1:2:3:4:5:6"), QStringLiteral("2001:db8:1:2::"));
    QCOMPARE(networkOfText("2001:db8:1:2:ffff::1"), networkOfText("2001:db8:1:2::9"));
    QVERIFY(networkOfText("2001:db8:1:2::1") != networkOfText("2001:db8:1:3::1"));
}

void TestAdmission::answers()
{
    const QByteArray bytes = HttpAnswer{503, "Not yet.", {"Retry-After: 2"}}.toBytes();
    QCOMPARE(bytes,
             QByteArray("HTTP/1.1 503 Service Unavailable\r\n"
                        "Content-Type: text/plain; charset=utf-8\r\n"
                        "Content-Length: 9\r\nConnection: close\r\nRetry-After: 2\r\n"
                        "\r\nNot yet.\n"));
}

QTEST_APPLESS_MAIN(TestAdmission)
#include "tst_admission.moc"
