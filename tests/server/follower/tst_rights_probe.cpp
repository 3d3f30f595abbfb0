// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/rights_probe.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFile>
#include <QTest>

using namespace pressboard::server;
using namespace pressboard::test;

/// An account that may do what docs/redis.md names, or less.
class TestRightsProbe : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void whatTheDocumentationNamesIsEnough();
    void namesWhatIsMissing_data();
    void namesWhatIsMissing();
    void namesKeysAndChannels();
    void mayNotEvenAsk();
    void saysNothingOfTheOmnipotent();

private:
    void change(const QString &rights);
    QString missing(const QString &user = QStringLiteral("press"));

    QStringList m_documented;
    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
};

/// The words of the page's line for the server's account, from "-@all" on.
static QStringList documentedRights()
{
    QFile file(QStringLiteral(DOCS_REDIS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const QString recipe = text.section(QStringLiteral("<!-- recipe: acl-server -->"), 1, 1)
                               .section(QStringLiteral("```"), 1, 1);
    return recipe.section(QStringLiteral("-@all"), 1)
        .remove(u'\\')
        .remove(u'\'')
        .simplified()
        .split(u' ');
}

void TestRightsProbe::initTestCase()
{
    m_documented = documentedRights();
    QVERIFY(m_documented.size() > 30);
    QVERIFY(m_redis.start());
}

void TestRightsProbe::init()
{
    change(QStringLiteral("reset on >secret ") + m_documented.join(u' '));
}

void TestRightsProbe::change(const QString &rights)
{
    QCOMPARE(m_redis.command((QStringLiteral("ACL SETUSER press ") + rights).split(u' ')),
             QByteArray("OK"));
}

/// What the probe tells to type behind "ACL SETUSER press"; empty: nothing is missing.
QString TestRightsProbe::missing(const QString &user)
{
    const QString account = user.isEmpty() ? QString() : user + QStringLiteral(":secret@");
    const QString url =
        QStringLiteral("redis://%1%2").arg(account, m_redis.tcpUrl().section(u'/', -1));
    redis::Connection connection(redis::Endpoint::parse(url).value(), QString());
    ProblemList problems;
    problems.set(Problem::Kind::Rights, QStringLiteral("not asked"));
    RightsProbe probe(connection, {}, problems);
    connect(&connection, &redis::Connection::becameReady, &probe, &RightsProbe::probe);
    connection.open();
    const auto text = [&] {
        const Problem *problem = problems.find(Problem::Kind::Rights);
        return problem ? problem->text : QString();
    };
    [&] { QTRY_VERIFY(text() != QStringLiteral("not asked")); }();
    return text().section(QStringLiteral("ACL SETUSER press "), 1);
}

void TestRightsProbe::whatTheDocumentationNamesIsEnough()
{
    QCOMPARE(missing(), QString());
}

void TestRightsProbe::namesWhatIsMissing_data()
{
    QTest::addColumn<QString>("right");
    // Some are needed by a few only, and cannot be asked for, or are asked with.
    const QStringList others{QStringLiteral("+eval"),   QStringLiteral("+memory"),
                             QStringLiteral("+client"), QStringLiteral("+select"),
                             QStringLiteral("+rename"), QStringLiteral("+ping"),
                             QStringLiteral("+wait")};
    for (const QString &right : documentedRights()) {
        if (right.startsWith(u'+') && !others.contains(right))
            QTest::newRow(qPrintable(right)) << right;
    }
}

void TestRightsProbe::namesWhatIsMissing()
{
    QFETCH(const QString, right);
    change(u'-' + right.mid(1));
    QCOMPARE(missing(), right);
}

void TestRightsProbe::namesKeysAndChannels()
{
    change(QStringLiteral("resetchannels"));
    QCOMPARE(missing(), QStringLiteral("&pressboard:*"));
    change(QStringLiteral("resetkeys"));
    QCOMPARE(missing(), QStringLiteral("~pressboard:*"));
    change(missing()); // the line as it is told
    QCOMPARE(missing(), QStringLiteral("&pressboard:*"));
    change(missing());
    QCOMPARE(missing(), QString());
}

void TestRightsProbe::mayNotEvenAsk()
{
    change(QStringLiteral("-eval"));
    QCOMPARE(missing(), QStringLiteral("+eval"));
}

void TestRightsProbe::saysNothingOfTheOmnipotent()
{
    QCOMPARE(missing(QString()), QString());
}

QTEST_GUILESS_MAIN(TestRightsProbe)
#include "tst_rights_probe.moc"
