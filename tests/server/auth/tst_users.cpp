// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/auth/token.h"
#include "server/auth/user_directory.h"

#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::server;

namespace {

UserRecord wang()
{
    UserRecord user;
    user.name = QStringLiteral("wang");
    user.display = QStringLiteral("王芳");
    user.role = Role::Operator;
    user.departments = {QStringLiteral("3"), QStringLiteral("cover.east")};
    user.tokens = {{tokenHash("one"), Moment(std::chrono::seconds(1'795'423'846))},
                   {tokenHash("two"), std::nullopt}};
    return user;
}

} // namespace

class TestUsers : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void recordsThereAndBack();
    void recordsOfOthers();
    void wrongRecordsNameTheField_data();
    void wrongRecordsNameTheField();
    void permissions_data();
    void permissions();
    void groups();
    void anonymousReaders();
    void directoryKnowsTokens();
    void directoryTellsChanges();
};

void TestUsers::recordsThereAndBack()
{
    UserRecord user = wang();
    for (const bool viewOrders : {true, false}) {
        user.viewOrders = viewOrders;
        const auto again = UserRecord::fromJson(user.name, user.toJson());
        QVERIFY2(again.ok(), "a record we wrote");
        QCOMPARE(*again, user);
    }
    QVERIFY(!user.toJson().contains("one"));
}

void TestUsers::recordsOfOthers()
{
    const auto user = UserRecord::fromJson(QStringLiteral("li"), R"({"role":"viewer"})");
    QVERIFY(user.ok());
    QCOMPARE(user->identity().display, QStringLiteral("li"));
    QVERIFY(user->tokens.isEmpty() && user->viewOrders);
}

void TestUsers::wrongRecordsNameTheField_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QByteArray>("json");
    QTest::addColumn<QString>("named");
    const QByteArray fine = R"({"role":"viewer"})";
    const auto row = [](const char *what, const QString &name, const QByteArray &json,
                        const char *named) {
        QTest::newRow(what) << name << json << QString::fromLatin1(named);
    };
    const QString li = QStringLiteral("li");
    row("a name with a blank", QStringLiteral("li na"), fine, "name");
    row("no name", {}, fine, "name");
    row("a long name", QString(91, u'x'), fine, "name");
    row("a Chinese name", QStringLiteral("李娜"), fine, "name");
    row("not JSON", li, "{", "JSON");
    row("a list", li, "[]", "JSON");
    row("no role", li, "{}", "role");
    row("another role", li, R"({"role":"king"})", "role");
    row("a strange department", li, R"({"role":"viewer","departments":["a b"]})", "departments");
    row("a number for a department", li, R"({"role":"viewer","departments":[3]})", "departments");
    row("a short hash", li, R"({"role":"viewer","tokens":[{"hash":"abc"}]})", "tokens");
    row("a text for a token", li, R"({"role":"viewer","tokens":["abc"]})", "tokens");
}

void TestUsers::wrongRecordsNameTheField()
{
    QFETCH(QString, name);
    QFETCH(QByteArray, json);
    QFETCH(QString, named);
    const auto user = UserRecord::fromJson(name, json);
    QVERIFY(!user);
    QVERIFY2(user.error().message.contains(named), qPrintable(user.error().message));
    QVERIFY(!user.error().transient);
}

void TestUsers::permissions_data()
{
    QTest::addColumn<Role>("role");
    QTest::addColumn<bool>("viewOrders");
    QTest::addColumn<QString>("permissions");
    QTest::newRow("admin") << Role::Admin << true
                           << QStringLiteral("view_orders notify publish manage");
    QTest::newRow("publisher") << Role::Publisher << true
                               << QStringLiteral("view_orders notify publish");
    QTest::newRow("operator") << Role::Operator << true << QStringLiteral("view_orders notify");
    QTest::newRow("viewer") << Role::Viewer << true << QStringLiteral("view_orders");
    QTest::newRow("page") << Role::Page << true << QStringLiteral("view_orders");
    QTest::newRow("notices only") << Role::Viewer << false << QString();
    QTest::newRow("operator without orders") << Role::Operator << false << QStringLiteral("notify");
}

void TestUsers::permissions()
{
    QFETCH(Role, role);
    QFETCH(bool, viewOrders);
    QFETCH(QString, permissions);
    UserRecord user = wang();
    user.role = role;
    user.viewOrders = viewOrders;
    QCOMPARE(user.identity().permissions().join(u' '), permissions);
}

void TestUsers::groups()
{
    QCOMPARE(wang().identity().groups(),
             QSet<QString>({QStringLiteral("user_wang"), QStringLiteral("role_operator"),
                            QStringLiteral("dept_3"), QStringLiteral("dept_cover.east")}));
    for (const Role role : {Role::Admin, Role::Publisher, Role::Operator, Role::Viewer, Role::Page})
        QCOMPARE(roleFromName(roleName(role)), role);
    QVERIFY(!roleFromName(u"Admin"));
}

void TestUsers::anonymousReaders()
{
    const Identity nobody = Identity::anonymousReader();
    QCOMPARE(nobody.permissions(), QStringList{QStringLiteral("view_orders")});
    QVERIFY(nobody.groups().isEmpty());
}

void TestUsers::directoryKnowsTokens()
{
    UserDirectory directory;
    QVERIFY(!directory.isLoaded());
    QVERIFY(!directory.authenticate("one"));
    UserRecord li;
    li.name = QStringLiteral("li");
    li.tokens = {{tokenHash("three"), std::nullopt}};
    directory.replace({wang(), li});
    QVERIFY(directory.isLoaded());
    QCOMPARE(directory.authenticate("one")->user, QStringLiteral("wang"));
    QCOMPARE(directory.authenticate("two")->user, QStringLiteral("wang"));
    QCOMPARE(directory.authenticate("three")->user, QStringLiteral("li"));
    QCOMPARE(directory.identityOfHash(tokenHash("three"))->user, QStringLiteral("li"));
    QVERIFY(!directory.authenticate("four"));
    QVERIFY(!directory.authenticate(""));
    QVERIFY(!directory.authenticate(tokenHash("one"))); // the hash is not the key
}

void TestUsers::directoryTellsChanges()
{
    UserDirectory directory;
    QSignalSpy changed(&directory, &UserDirectory::changed);
    directory.replace({});
    QCOMPARE(changed.count(), 1); // loaded, though nobody is there
    directory.replace({wang()});
    QCOMPARE(changed.count(), 2);
    directory.replace({wang()});
    QCOMPARE(changed.count(), 2);
    directory.replace({});
    QCOMPARE(changed.count(), 3);
    QVERIFY(!directory.authenticate("one"));
}

QTEST_APPLESS_MAIN(TestUsers)
#include "tst_users.moc"
