// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/jwt/jwt_login.h"
#include "tests/server/jwt/token_maker.h"
#include "tests/support/manual_clock.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;
using namespace std::chrono_literals;

using Kind = TokenMaker::Kind;

namespace {

qint64 secondsOf(Moment moment)
{
    return std::chrono::duration_cast<std::chrono::seconds>(moment.time_since_epoch()).count();
}

/// A login that believes what is put into its two files, and codes for it.
struct JwtFixture
{
    JwtFixture()
    {
        options.audience = QStringLiteral("pressboard");
        options.algorithms = {QStringLiteral("RS256"), QStringLiteral("ES256"),
                              QStringLiteral("HS256")};
    }
    QString write(const QString &name, const QByteArray &content)
    {
        QFile file(dir.filePath(name));
        if (!file.open(QIODevice::WriteOnly) || file.write(content) != content.size())
            qFatal("cannot write %s", qPrintable(name));
        return file.fileName();
    }
    void setKey(const TokenMaker &maker)
    {
        options.keyFile = write(QStringLiteral("key"), maker.keyFile());
    }
    void setKeySet(const QJsonArray &keys)
    {
        options.keySetFile =
            write(QStringLiteral("jwks.json"),
                  QJsonDocument(QJsonObject{{QStringLiteral("keys"), keys}}).toJson());
    }
    QJsonObject claims(std::chrono::seconds life = 8h) const
    {
        return {{QStringLiteral("sub"), QStringLiteral("li.na")},
                {QStringLiteral("aud"), QStringLiteral("pressboard")},
                {QStringLiteral("exp"), secondsOf(clock.now() + life)},
                {QStringLiteral("name"), QStringLiteral("李娜")},
                {QStringLiteral("role"), QStringLiteral("operator")},
                {QStringLiteral("departments"), QJsonArray{3, QStringLiteral("press")}}};
    }
    QJsonObject claimsWith(const QString &name, const QJsonValue &value) const
    {
        QJsonObject all = claims();
        all.insert(name, value);
        return all;
    }
    /// Why not; empty: welcome.
    QString refusal(const QByteArray &token) const
    {
        const auto known = login.login(token);
        return known ? QString() : known.error().message;
    }

    ManualClock clock;
    QTemporaryDir dir;
    JwtOptions options;
    JwtLogin login{clock};
};

} // namespace

class TestJwtLogin : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void knowsWhoComes_data();
    void knowsWhoComes();
    void refusesClaims_data();
    void refusesClaims();
    void refusesAnotherKey();
    void refusesOneThatIsNotSigned();
    void refusesWhatNoBytesAre();
    void aPublicKeyIsNoSecret();
    void takesTheKeyThatItNames();
    void readsNewKeys();
    void saysWhatIsWrongWithItsFiles_data();
    void saysWhatIsWrongWithItsFiles();
    void believesNobodyAtFirst();
    void changesNoByteOfIt();
};

void TestJwtLogin::knowsWhoComes_data()
{
    QTest::addColumn<Kind>("kind");
    QTest::addColumn<bool>("isSet");
    QTest::newRow("RS256") << Kind::Rsa << false;
    QTest::newRow("ES256") << Kind::Ec << false;
    QTest::newRow("HS256") << Kind::Secret << false;
    QTest::newRow("RS256 of a set") << Kind::Rsa << true;
    QTest::newRow("ES256 of a set") << Kind::Ec << true;
    QTest::newRow("HS256 of a set") << Kind::Secret << true;
}

void TestJwtLogin::knowsWhoComes()
{
    QFETCH(Kind, kind);
    QFETCH(bool, isSet);
    JwtFixture fixture;
    const TokenMaker maker(kind, QStringLiteral("k1"));
    if (isSet)
        fixture.setKeySet({maker.jwk()});
    else
        fixture.setKey(maker);
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    const QByteArray token = maker.token(fixture.claims());
    QVERIFY(fixture.login.mayBeOne(token));
    const auto login = fixture.login.login(token);
    QVERIFY2(login.ok(), login ? "" : qPrintable(login.error().message));
    QCOMPARE(login->identity.user, QStringLiteral("jwt.li.na"));
    QCOMPARE(login->identity.display, QStringLiteral("李娜"));
    QCOMPARE(login->identity.role, Role::Operator);
    QCOMPARE(login->identity.departments,
             QStringList({QStringLiteral("3"), QStringLiteral("press")}));
    QCOMPARE(secondsOf(login->grant->expires), secondsOf(fixture.clock.now() + 8h));
    QVERIFY(fixture.login.isTrusted(*login->grant));
}

void TestJwtLogin::refusesClaims_data()
{
    QTest::addColumn<QString>("claim");
    QTest::addColumn<QJsonValue>("value");
    QTest::addColumn<QString>("reason"); // empty: welcome
    const auto row = [](const char *name, const char *claim, const QJsonValue &value,
                        const char *reason) {
        QTest::newRow(name) << QString::fromLatin1(claim) << value << QString::fromLatin1(reason);
    };
    const qint64 now = secondsOf(ManualClock().now());
    row("ended", "exp", now, "it ended at");
    row("ends in a day", "exp", now + 24 * 3600, "");
    row("lives too long", "exp", now + 24 * 3600 + 1, "it lives longer than a day");
    row("lives for ever", "exp", QJsonValue::Undefined, "it has no \"exp\"");
    row("ends at a word", "exp", QStringLiteral("2026"), "it has no \"exp\"");
    row("begins later", "nbf", now + 3600, "it begins only at");
    row("begins by another clock", "nbf", now + 30, "");
    row("for another program", "aud", QStringLiteral("crm"), "its \"aud\" is not");
    row("for nobody", "aud", QJsonValue::Undefined, "its \"aud\" is not");
    row("for several", "aud", QJsonArray{QStringLiteral("crm"), QStringLiteral("pressboard")}, "");
    row("nobody", "sub", QJsonValue::Undefined, "its \"sub\" is not");
    row("an address", "sub", QStringLiteral("li@crm"), "its \"sub\" is not");
    row("a long name", "sub", QString(87, u'x'), "its \"sub\" is not");
    row("an admin", "role", QStringLiteral("admin"), "it makes its user admin");
    row("a publisher", "role", QStringLiteral("publisher"), "it makes its user publisher");
    row("no such role", "role", QStringLiteral("boss"), "its \"role\" is none of");
    row("a role that is a number", "role", 1, "its \"role\" is none of");
    row("no role", "role", QJsonValue::Null, "");
    row("no departments", "departments", QJsonValue::Undefined, "");
    row("a department of another kind", "departments",
        QJsonArray{QJsonObject{{QStringLiteral("id"), 3}}}, "its \"departments\" has");
    row("a department with a blank", "departments", QJsonArray{QStringLiteral("a b")},
        "its \"departments\" has");
}

void TestJwtLogin::refusesClaims()
{
    QFETCH(QString, claim);
    QFETCH(QJsonValue, value);
    QFETCH(QString, reason);
    JwtFixture fixture;
    const TokenMaker maker(Kind::Secret);
    fixture.setKey(maker);
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    QJsonObject claims = fixture.claims();
    if (value.isUndefined())
        claims.remove(claim);
    else
        claims.insert(claim, value);
    const QString refusal = fixture.refusal(maker.token(claims));
    QVERIFY2(reason.isEmpty() ? refusal.isEmpty() : refusal.startsWith(reason),
             qPrintable(refusal));
}

void TestJwtLogin::refusesAnotherKey()
{
    for (const Kind kind : {Kind::Rsa, Kind::Ec, Kind::Secret}) {
        JwtFixture fixture;
        fixture.setKey(TokenMaker(kind));
        QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
        const TokenMaker other(kind, QStringLiteral("other"));
        QCOMPARE(fixture.refusal(other.token(fixture.claims())),
                 QStringLiteral("the signature is not its key's"));
    }
}

void TestJwtLogin::refusesOneThatIsNotSigned()
{
    JwtFixture fixture;
    const TokenMaker maker(Kind::Rsa);
    fixture.setKey(maker);
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    for (const char *none : {"none", "None", "NONE", ""}) {
        const QByteArray token =
            maker.token({{QStringLiteral("alg"), QLatin1StringView(none)}}, fixture.claims());
        QVERIFY(!fixture.refusal(token).isEmpty());
        QVERIFY(!fixture.refusal(token.first(token.lastIndexOf('.') + 1)).isEmpty());
    }
    const QByteArray good = maker.token(fixture.claims());
    QVERIFY(!fixture.refusal(good.first(good.lastIndexOf('.') + 1)).isEmpty());
    QVERIFY(fixture.refusal(good).isEmpty());
    // What wants more than a signature.
    QJsonObject header = maker.header();
    header.insert(QStringLiteral("crit"), QJsonArray{QStringLiteral("exp")});
    QVERIFY(
        fixture.refusal(maker.token(header, fixture.claims())).contains(QLatin1StringView("crit")));
}

/// The library ends the program on some of them.
void TestJwtLogin::refusesWhatNoBytesAre()
{
    JwtFixture fixture;
    const TokenMaker maker(Kind::Rsa);
    fixture.setKey(maker);
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    const QByteArrayList good = maker.token(fixture.claims()).split('.');
    for (qsizetype part = 0; part < good.size(); ++part) {
        for (const QByteArray &text :
             QByteArrayList{"a", "abcde", "YQ==", "a+b/", "\xe4\xbd\xa0", "a b"}) {
            QByteArrayList odd = good;
            odd[part] = text;
            QVERIFY(!fixture.refusal(odd.join('.')).isEmpty());
            odd[part] = good[part] + text;
            QVERIFY(!fixture.refusal(odd.join('.')).isEmpty());
        }
        QByteArrayList longer = good;
        while (longer[part].size() % 4 != 1)
            longer[part] += 'A';
        QVERIFY(!fixture.refusal(longer.join('.')).isEmpty());
    }
    QJsonObject key = maker.jwk();
    key.insert(QStringLiteral("n"), QStringLiteral("abcde"));
    fixture.setKeySet({key});
    QVERIFY(!fixture.login.setUp(fixture.options).isEmpty());
}

/// The oldest of its tricks: what anybody may know is given out for the secret.
void TestJwtLogin::aPublicKeyIsNoSecret()
{
    for (const Kind kind : {Kind::Rsa, Kind::Ec}) {
        JwtFixture fixture;
        const TokenMaker maker(kind, QStringLiteral("k1"));
        fixture.setKey(maker);
        fixture.setKeySet({maker.jwk()});
        QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
        const QJsonObject header{{QStringLiteral("alg"), QStringLiteral("HS256")},
                                 {QStringLiteral("kid"), QStringLiteral("k1")}};
        for (const QByteArray &secret : {maker.keyFile(), maker.keyFile().trimmed()}) {
            QCOMPARE(fixture.refusal(TokenMaker::hs256(secret, header, fixture.claims())),
                     QStringLiteral("no key here has its algorithm and \"kid\""));
        }
    }
}

void TestJwtLogin::takesTheKeyThatItNames()
{
    JwtFixture fixture;
    const TokenMaker one(Kind::Rsa, QStringLiteral("k1"));
    const TokenMaker two(Kind::Rsa, QStringLiteral("k2"));
    QJsonObject sealing = one.jwk();
    sealing.insert(QStringLiteral("use"), QStringLiteral("enc"));
    sealing.insert(QStringLiteral("kid"), QStringLiteral("k3"));
    fixture.setKeySet({sealing, one.jwk(), two.jwk(), QJsonObject{}});
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    QCOMPARE(fixture.refusal(one.token(fixture.claims())), QString());
    QCOMPARE(fixture.refusal(two.token(fixture.claims())), QString());
    const auto withId = [&](const QString &id) {
        QJsonObject header = one.header();
        header.insert(QStringLiteral("kid"), id);
        return fixture.refusal(one.token(header, fixture.claims()));
    };
    QCOMPARE(withId(QStringLiteral("k2")), QStringLiteral("the signature is not its key's"));
    QVERIFY(withId(QStringLiteral("k3")).startsWith(QLatin1StringView("no key here")));
    QVERIFY(withId(QStringLiteral("k4")).startsWith(QLatin1StringView("no key here")));
    QJsonObject header = one.header();
    header.remove(QStringLiteral("kid"));
    QVERIFY(fixture.refusal(one.token(header, fixture.claims()))
                .startsWith(QLatin1StringView("it has no \"kid\"")));
}

void TestJwtLogin::readsNewKeys()
{
    JwtFixture fixture;
    const TokenMaker before(Kind::Ec, QStringLiteral("k1"));
    const TokenMaker after(Kind::Ec, QStringLiteral("k2"));
    fixture.setKeySet({before.jwk()});
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    const auto login = fixture.login.login(before.token(fixture.claims()));
    QVERIFY(login.ok());
    // One that cannot be read changes nothing.
    fixture.write(QStringLiteral("jwks.json"), "{");
    QVERIFY(!fixture.login.setUp(fixture.options).isEmpty());
    QVERIFY(fixture.login.isTrusted(*login->grant));
    fixture.setKeySet({after.jwk()});
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    QVERIFY(!fixture.login.isTrusted(*login->grant));
    QVERIFY(!fixture.refusal(before.token(fixture.claims())).isEmpty());
    QCOMPARE(fixture.refusal(after.token(fixture.claims())), QString());
}

void TestJwtLogin::saysWhatIsWrongWithItsFiles_data()
{
    QTest::addColumn<QByteArray>("key");
    QTest::addColumn<QString>("algorithm");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *name, const QByteArray &key, const char *algorithm,
                        const char *sentence) {
        QTest::newRow(name) << key << QString::fromLatin1(algorithm)
                            << QString::fromLatin1(sentence);
    };
    row("a short secret", "too short", "HS256", "jwt-key: found a key that is neither");
    row("no PEM", "-----BEGIN PUBLIC KEY-----\n", "RS256", "jwt-key: found no public key");
    row("of another algorithm", TokenMaker(Kind::Ec).keyFile(), "RS256",
        "jwt-key: found a key for ES256, which jwt-algorithms does not name");
    row("a word for an algorithm", TokenMaker(Kind::Ec).keyFile(), "none",
        "jwt-algorithms: found none");
}

void TestJwtLogin::saysWhatIsWrongWithItsFiles()
{
    QFETCH(QByteArray, key);
    QFETCH(QString, algorithm);
    QFETCH(QString, sentence);
    JwtFixture fixture;
    fixture.options.keyFile = fixture.write(QStringLiteral("key"), key);
    fixture.options.algorithms = {algorithm};
    const QStringList problems = fixture.login.setUp(fixture.options);
    QVERIFY2(problems.value(0).startsWith(sentence), qPrintable(problems.join(u'\n')));
    fixture.options.audience.clear();
    QVERIFY(
        fixture.login.setUp(fixture.options).join(u' ').contains(u"jwt-audience: found nothing"));
    fixture.options.keyFile = fixture.dir.filePath(QStringLiteral("nothing"));
    QVERIFY(fixture.login.setUp(fixture.options).join(u' ').contains(u"cannot be read"));
}

void TestJwtLogin::believesNobodyAtFirst()
{
    JwtFixture fixture;
    QVERIFY(!fixture.login.isOn());
    QVERIFY(!fixture.refusal(TokenMaker(Kind::Secret).token(fixture.claims())).isEmpty());
    fixture.options.algorithms.clear();
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    QVERIFY(!fixture.login.isOn());
}

/// Whatever byte of it is another one, it is no code any more.
void TestJwtLogin::changesNoByteOfIt()
{
    JwtFixture fixture;
    const TokenMaker maker(Kind::Secret);
    fixture.setKey(maker);
    QCOMPARE(fixture.login.setUp(fixture.options), QStringList());
    const QByteArray token = maker.token(fixture.claims());
    for (qsizetype i = 0; i < token.size() - 1; ++i) {
        QByteArray changed = token;
        changed[i] = changed[i] == 'A' ? 'B' : 'A';
        QVERIFY2(!fixture.refusal(changed).isEmpty(), changed.constData());
    }
    for (qsizetype i = 0; i < token.size(); ++i)
        QVERIFY(!fixture.refusal(token.first(i)).isEmpty());
}

QTEST_GUILESS_MAIN(TestJwtLogin)
#include "tst_jwt_login.moc"
