// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"
#include "tests/server/ingest/channels/listening.h"

#include <QFile>
#include <QTest>

using namespace pressboard::test;

/// An account that may do on the channel layer's Redis what docs/redis.md names, and nothing else.
class TestChannelsRights : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void whatTheDocumentationNamesIsEnough_data();
    void whatTheDocumentationNamesIsEnough();
    void saysWhatIsMissing();

private:
    QString urlOf(const char *name, const QString &rights);

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
};

/// The page's line for the layer's account, from "-@all" on.
static QString documentedRights()
{
    QFile file(QStringLiteral(DOCS_REDIS));
    if (!file.open(QIODevice::ReadOnly))
        return {};
    const QString text = QString::fromUtf8(file.readAll());
    const QString recipe = text.section(QStringLiteral("<!-- recipe: acl-layer -->"), 1, 1)
                               .section(QStringLiteral("```"), 1, 1);
    return recipe.section(QStringLiteral("-@all"), 1).remove(u'\\').remove(u'\'').simplified();
}

QString TestChannelsRights::urlOf(const char *name, const QString &rights)
{
    const QString user = QString::fromLatin1(name);
    const QStringList command =
        QStringLiteral("ACL SETUSER %1 on >secret %2").arg(user, rights).split(u' ');
    return m_redis.command(command) == "OK"
        ? QStringLiteral("redis://%1:secret@127.0.0.1:%2").arg(user).arg(m_redis.port())
        : QString();
}

void TestChannelsRights::whatTheDocumentationNamesIsEnough_data()
{
    QTest::addColumn<GroupSender::Form>("form");
    QTest::newRow("2.4.2, lists") << GroupSender::Form::Lists;
    QTest::newRow("4.0.0, sorted sets") << GroupSender::Form::SortedSets;
}

void TestChannelsRights::whatTheDocumentationNamesIsEnough()
{
    QFETCH(GroupSender::Form, form);
    QVERIFY(m_redis.start() && m_redis.flushAll());
    const QString rights = documentedRights();
    QVERIFY(rights.count(u'+') > 10);
    Listening listening(urlOf("press", rights));
    QTRY_VERIFY2_WITH_TIMEOUT(listening.isJoined(),
                              qPrintable(listening.source.problems().join(u' ')),
                              Listening::patienceMs);
    GroupSender sender(form, {m_redis.tcpUrl()});
    for (int id = 1; id <= 20; ++id)
        sender.sendOrder(id);
    QTRY_COMPARE_WITH_TIMEOUT(listening.log.events.size(), 20, Listening::patienceMs);
    QTRY_COMPARE_WITH_TIMEOUT(m_redis.number(words("XLEN pressboard:inbox")), 0,
                              Listening::patienceMs);
    QCOMPARE(listening.source.problems(), QStringList());
}

void TestChannelsRights::saysWhatIsMissing()
{
    QVERIFY(m_redis.start() && m_redis.flushAll());
    Listening listening(urlOf("reader",
                              QStringLiteral("~asgi* ~pressboard:* +@read +@connection +eval "
                                             "+evalsha")));
    const auto problems = [&] { return listening.source.problems().join(u' '); };
    QTRY_VERIFY_WITH_TIMEOUT(problems().contains(QStringLiteral("does not let us join")),
                             Listening::patienceMs);
    QVERIFY2(problems().contains(QStringLiteral("can't run this command")), qPrintable(problems()));
}

QTEST_GUILESS_MAIN(TestChannelsRights)
#include "tst_channels_rights.moc"
