// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/push/hello.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// A CRM whose codes are known by heart.
class KnownTokens final : public SignedTokens
{
public:
    bool mayBeOne(QByteArrayView token) const override { return token.startsWith("crm."); }
    Result<Login> login(QByteArrayView token) const override
    {
        const auto found = logins.constFind(token.toByteArray());
        return found == logins.constEnd() ? Result<Login>(Error{QStringLiteral("it ended")})
                                          : *found;
    }
    bool isTrusted(const Grant &grant) const override { return grant.key == key; }

    QHash<QByteArray, Login> logins;
    QByteArray key = "k1";
};

Identity li(const QStringList &departments = {QStringLiteral("3")}, Role role = Role::Viewer)
{
    Identity identity;
    identity.user = QStringLiteral("jwt.li");
    identity.role = role;
    identity.departments = departments;
    return identity;
}

struct SignedFixture : HubFixture
{
    SignedFixture() { users.setSignedTokens(&tokens); }

    Login login(const Identity &identity, std::chrono::seconds life = 1h) const
    {
        return {identity, Grant{clock.now() + life, tokens.key}};
    }
    /// Live, and nothing said so far.
    MemoryWire &comeIn(const Login &login)
    {
        auto wire = std::make_unique<MemoryWire>();
        MemoryWire &far = *wire;
        hub->welcome(std::move(wire), {login.identity, "hash", Viewer::Dialect::V1, login.grant});
        far.say(R"({"type":"hello","resume":null})");
        far.texts.clear();
        return far;
    }

    KnownTokens tokens;
};

const QByteArray newer = R"({"type":"token","ref":"t","token":"crm.newer"})";

} // namespace

/// Sessions of those whose codes somebody else has signed.
class TestSignedSessions : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void endsWithItsCode();
    void aNewerCodeKeepsIt();
    void otherGroupsAreAnotherBoard();
    void otherRightsAreAnotherGreeting();
    void isEndedByACodeThatIsRefused_data();
    void isEndedByACodeThatIsRefused();
    void noCodeMakesOneOfOurUsersStay();
    void endsWithItsKey();
    void comesBackToTheBoardOfItsGroups();
};

void TestSignedSessions::endsWithItsCode()
{
    SignedFixture fixture;
    MemoryWire &wire = fixture.comeIn(fixture.login(li(), 60s));
    const auto staysAlive = [&](std::chrono::seconds time) {
        for (; time > 0s; time -= 1s) {
            fixture.pass(1s);
            wire.say(R"({"type":"ping"})");
        }
    };
    staysAlive(50s);
    QVERIFY(!wire.closeCode);
    staysAlive(20s);
    QCOMPARE(wire.closeCode, std::optional(CloseCode::Unauthorized));
}

void TestSignedSessions::aNewerCodeKeepsIt()
{
    SignedFixture fixture;
    MemoryWire &wire = fixture.comeIn(fixture.login(li(), 10s));
    fixture.tokens.logins.insert("crm.newer", fixture.login(li()));
    wire.say(newer);
    QCOMPARE(typesOf(wire.texts), QStringList{QStringLiteral("ack")});
    QCOMPARE(json(wire.texts.first()).value(u"ref").toString(), QStringLiteral("t"));
    for (int i = 0; i < 20; ++i) {
        fixture.pass(1s);
        wire.say(R"({"type":"ping"})");
    }
    QVERIFY(!wire.closeCode);
}

void TestSignedSessions::otherGroupsAreAnotherBoard()
{
    SignedFixture fixture;
    fixture.appendOrder(3, {QStringLiteral("dept_3")});
    fixture.appendOrder(4, {QStringLiteral("dept_4")});
    MemoryWire &wire = fixture.comeIn(fixture.login(li()));
    fixture.tokens.logins.insert("crm.newer", fixture.login(li({QStringLiteral("4")})));
    wire.say(newer);
    fixture.turn();
    const QByteArrayList texts = withoutNumbers(wire.texts);
    QCOMPARE(typesOf(texts),
             QStringList({QStringLiteral("ack"), QStringLiteral("sync"), QStringLiteral("snapshot"),
                          QStringLiteral("synced")}));
    QCOMPARE(json(texts[1]).value(u"reason").toString(), QStringLiteral("rights"));
    QVERIFY(texts[2].contains("\"PO4\"") && !texts[2].contains("\"PO3\""));
    // And from then on.
    wire.texts.clear();
    fixture.appendNotice(QStringLiteral("for three"), {QStringLiteral("dept_3")});
    fixture.appendNotice(QStringLiteral("for four"), {QStringLiteral("dept_4")});
    fixture.turn();
    QCOMPARE(withoutNumbers(wire.texts).size(), 1);
    QVERIFY(withoutNumbers(wire.texts).first().contains("for four"));
    QCOMPARE(fixture.hub->online().size(), 1);
    QVERIFY(fixture.hub->online().first().groups.contains(QStringLiteral("dept_4")));
}

/// What its client may do it was told once.
void TestSignedSessions::otherRightsAreAnotherGreeting()
{
    SignedFixture fixture;
    MemoryWire &wire = fixture.comeIn(fixture.login(li()));
    fixture.tokens.logins.insert("crm.newer",
                                 fixture.login(li({QStringLiteral("3")}, Role::Operator)));
    wire.say(newer);
    QCOMPARE(wire.closeCode, std::optional(CloseCode::Reconnect));
}

void TestSignedSessions::isEndedByACodeThatIsRefused_data()
{
    QTest::addColumn<QByteArray>("token");
    QTest::newRow("ended") << QByteArray("crm.ended");
    QTest::newRow("somebody else's") << QByteArray("crm.wu");
    QTest::newRow("one of ours") << QByteArray("wang");
    QTest::newRow("nobody's") << QByteArray("pb_nobody");
}

void TestSignedSessions::isEndedByACodeThatIsRefused()
{
    QFETCH(QByteArray, token);
    SignedFixture fixture;
    fixture.users.replace({HubFixture::record(QStringLiteral("wang"), Role::Admin)});
    MemoryWire &wire = fixture.comeIn(fixture.login(li()));
    Identity wu = li();
    wu.user = QStringLiteral("jwt.wu");
    fixture.tokens.logins.insert("crm.wu", fixture.login(wu));
    wire.say(R"({"type":"token","token":")" + token + R"("})");
    QCOMPARE(wire.closeCode, std::optional(CloseCode::Unauthorized));
    QVERIFY(wire.texts.isEmpty());
}

void TestSignedSessions::noCodeMakesOneOfOurUsersStay()
{
    SignedFixture fixture;
    fixture.users.replace({HubFixture::record(QStringLiteral("wang"), Role::Admin)});
    MemoryWire &wire = fixture.connectLive(fixture.users.users().first());
    fixture.tokens.logins.insert("crm.newer", fixture.login(li()));
    wire.say(newer);
    QCOMPARE(wire.closeCode, std::optional(CloseCode::Unauthorized));
}

void TestSignedSessions::endsWithItsKey()
{
    SignedFixture fixture;
    MemoryWire &wire = fixture.comeIn(fixture.login(li()));
    fixture.users.signedTokensChanged();
    QVERIFY(!wire.closeCode);
    fixture.tokens.key = "k2";
    fixture.users.signedTokensChanged();
    QCOMPARE(wire.closeCode, std::optional(CloseCode::Unauthorized));
}

/// In between it was in other groups: nothing leads from the board of those to this one.
void TestSignedSessions::comesBackToTheBoardOfItsGroups()
{
    SignedFixture fixture;
    const StreamId position = fixture.appendOrder(3);
    const auto reasonFor = [&](const QStringList &departments) {
        auto wire = std::make_unique<MemoryWire>();
        MemoryWire &far = *wire;
        const Login login = fixture.login(li(departments));
        fixture.hub->welcome(std::move(wire),
                             {login.identity, "hash", Viewer::Dialect::V1, login.grant});
        far.texts.clear();
        far.say(R"({"type":"hello","resume":{"epoch":"e1","position":")" + position.toBytes()
                + R"("}})");
        const QJsonObject sync = json(far.texts.value(0));
        Q_EMIT far.closed();
        return sync.value(u"mode").toString() + u' ' + sync.value(u"reason").toString();
    };
    const QString rights = QStringLiteral("snapshot rights");
    QCOMPARE(reasonFor({QStringLiteral("3")}), rights); // nobody knows who it was before a restart
    fixture.appendOrder(4);
    const StreamId later = fixture.appendOrder(5);
    QVERIFY(later > position);
    QCOMPARE(reasonFor({QStringLiteral("4")}), rights);
}

QTEST_GUILESS_MAIN(TestSignedSessions)
#include "tst_signed_sessions.moc"
