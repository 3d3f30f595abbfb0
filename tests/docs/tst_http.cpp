// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/outbox_crm.h"
#include "tests/docs/page.h"
#include "tests/docs/telling_crm.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The recipes of docs/http.md, as they stand there, into a real server and out at a client. Only
/// the port is another one.
class HttpRecipes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bothLanguagesTellTheSame();
    void lines_data();
    void lines();
    void cronTellsOnceADay();
    void programs_data();
    void programs();
    void theRelayTakesTheOutbox();
    void theRelayWaitsForTheServer();
    void settings();

private:
    QString recipe(const QString &name) const;
    QString write(const QString &name, const QString &text) const;
    Outcome run(const QString &program, const QStringList &arguments);
    QJsonObject lastEvent(qsizetype before);

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    ServerProcess m_server;
    WireClient m_client{WireClient::Speaks::V1};
    const Page m_page{u"http.md"_qs};
    QTemporaryDir m_dir;
};

void HttpRecipes::initTestCase()
{
    QVERIFY(m_redis.start());
    m_server.setRedisUrl(m_redis.tcpUrl());
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_client.openAndWait(m_server.url(m_server.adminToken())));
    const Outcome added =
        m_server.ctl({u"user"_qs, u"add"_qs, u"crm"_qs, u"--role"_qs, u"publisher"_qs});
    QCOMPARE(added.exitCode, 0);
    qputenv("PRESSBOARD_TOKEN", added.out.trimmed().toLatin1());
    qputenv("TOKEN_FILE", write(u"token"_qs, added.out).toLocal8Bit());
    qputenv("PRESSBOARD", QStringLiteral("http://127.0.0.1:%1").arg(m_server.port()).toLatin1());
    // It is told to the server, and known within moments.
    QTRY_COMPARE(run(u"sh"_qs,
                     {u"-c"_qs,
                      u"curl -fsS -o /dev/null -H \"Authorization: Bearer $PRESSBOARD_TOKEN\" "
                      "$PRESSBOARD/api/v1/stats"_qs})
                     .exitCode,
                 0);
}

QString HttpRecipes::recipe(const QString &name) const
{
    return m_page.recipe(name).replace(u"5173"_qs, QString::number(m_server.port()));
}

QString HttpRecipes::write(const QString &name, const QString &text) const
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(text.toUtf8()) <= 0)
        qWarning().noquote() << file.fileName() << file.errorString();
    return file.fileName();
}

/// While the client goes on hearing.
Outcome HttpRecipes::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.start(program, arguments);
    const bool ended =
        QTest::qWaitFor([&process] { return process.state() == QProcess::NotRunning; }, 60'000);
    const Outcome outcome{ended ? process.exitCode() : -1,
                          QString::fromUtf8(process.readAllStandardOutput()),
                          QString::fromUtf8(process.readAllStandardError())};
    if (outcome.exitCode != 0)
        qWarning().noquote() << program << outcome.out << outcome.err;
    return outcome;
}

QJsonObject HttpRecipes::lastEvent(qsizetype before)
{
    if (!m_client.waitFor([&] { return m_client.events().size() > before; }))
        return {};
    return m_client.events().last();
}

void HttpRecipes::bothLanguagesTellTheSame()
{
    QCOMPARE(m_page.recipes().size(), 7);
    const Page chinese(u"http.zh_CN.md"_qs);
    QCOMPARE(chinese.recipes(), m_page.recipes());
    QCOMPARE(chinese.outline(), m_page.outline());
}

void HttpRecipes::lines_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("member");
    QTest::addColumn<QString>("text");
    QTest::newRow("curl-notice") << u"general_notification"_qs << u"message"_qs
                                 << u"今晚 19:00 停机检修"_qs;
    QTest::newRow("curl-event") << u"order_notification"_qs << u"customer_name"_qs
                                << u"测试客户"_qs;
}

void HttpRecipes::lines()
{
    QFETCH(QString, type);
    QFETCH(QString, member);
    QFETCH(QString, text);
    const qsizetype before = m_client.events().size();
    const QString line = recipe(QString::fromLatin1(QTest::currentDataTag()));
    const Outcome outcome = run(u"sh"_qs, {u"-c"_qs, line});
    QCOMPARE(outcome.exitCode, 0);
    QVERIFY(QJsonDocument::fromJson(outcome.out.toUtf8()).object().contains(u"id"));
    const QJsonObject event = lastEvent(before);
    QCOMPARE(event.value(u"type").toString(), type);
    QCOMPARE(event.value(u"data").toObject().value(member).toString(), text);
}

void HttpRecipes::cronTellsOnceADay()
{
    const QString script = write(u"backup-told"_qs, recipe(u"cron"_qs));
    qputenv("BACKUP", m_dir.filePath(u"nothing"_qs).toLocal8Bit());
    const qsizetype before = m_client.events().size();
    for (int i = 0; i < 2; ++i)
        QCOMPARE(run(u"sh"_qs, {script}).exitCode, 0);
    const QJsonObject data = lastEvent(before).value(u"data").toObject();
    QCOMPARE(data.value(u"message").toString(), u"夜间备份没有完成"_qs);
    QCOMPARE(data.value(u"type").toString(), u"error"_qs);
    QCOMPARE(m_client.events().size(), before + 1);
}

void HttpRecipes::programs_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QString>("suffix");
    QTest::newRow("node") << u"node"_qs << u".js"_qs;
    QTest::newRow("php") << u"php"_qs << u".php"_qs;
}

void HttpRecipes::programs()
{
    QFETCH(QString, program);
    QFETCH(QString, suffix);
    if (QStandardPaths::findExecutable(program).isEmpty())
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    const QString tells = u"http_order"_qs + suffix;
    const qsizetype before = m_client.events().size();
    const Outcome outcome =
        run(program,
            {write(tells, Page::program(tells)), write(u"board"_qs + suffix, recipe(program))});
    const QJsonArray ids = QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    QCOMPARE(ids.size(), 2);
    QVERIFY2(ids[0].isString() && ids[0] == ids[1], qPrintable(outcome.out + outcome.err));
    QCOMPARE(lastEvent(before).value(u"id").toString(), ids[0].toString());
    QCOMPARE(m_client.events().size(), before + 1);
}

void HttpRecipes::theRelayTakesTheOutbox()
{
    if (!OutboxCrm::can(OutboxCrm::Kind::Django))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    OutboxCrm crm(OutboxCrm::Kind::Django, m_redis);
    QVERIFY(crm.make());
    QVERIFY(crm.replaceRelay(recipe(u"django-relay"_qs)));
    const qsizetype before = m_client.events().size();
    QVERIFY(crm.commitLate(1, u"9"_qs, R"({"type": "order_notification", "data": {}})"));
    QVERIFY(crm.day({u"1"_qs, u"2"_qs, u"1"_qs}));
    QVERIFY(crm.relayOnce());
    const auto rows = crm.outbox();
    QCOMPARE(rows.size(), 4);
    QVERIFY2(rows[0].answer.contains(u"order_id"), qPrintable(rows[0].answer));
    // As if it had died before it could mark them: each is there once.
    QVERIFY(crm.forgetSent());
    QVERIFY(crm.relayOnce());
    QVERIFY(m_client.waitFor([&] { return m_client.events().size() >= before + 3; }));
    QCOMPARE(m_client.events().size(), before + 3);
    for (qsizetype i = 1; i < rows.size(); ++i)
        QCOMPARE(crm.outbox().at(i).answer, rows.at(i).answer);
}

void HttpRecipes::theRelayWaitsForTheServer()
{
    if (!OutboxCrm::can(OutboxCrm::Kind::Django))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    OutboxCrm crm(OutboxCrm::Kind::Django, m_redis);
    QVERIFY(crm.make());
    QVERIFY(crm.replaceRelay(recipe(u"django-relay"_qs)));
    QVERIFY(crm.day({u"3"_qs}));
    m_server.killNine();
    QVERIFY(crm.relayOnce());
    QVERIFY(crm.outbox().first().isTried && !crm.outbox().first().isSent);
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_server.waitUntilReady());
    QVERIFY(crm.relayOnce());
    QVERIFY(crm.outbox().first().isSent);
}

void HttpRecipes::settings()
{
    const QString key = write(u"crm.pem"_qs,
                              run(u"sh"_qs,
                                  {u"-c"_qs,
                                   u"openssl genrsa 2048 2>&- "
                                   "| openssl rsa -pubout 2>&-"_qs})
                                  .out);
    QString text = m_page.recipe(u"jwt-settings"_qs);
    text.replace(u"/etc/pressboard/crm.pem"_qs, key);
    ServerProcess checked(
        {u"--config"_qs, write(u"pressboard.toml"_qs, text), u"--check-config"_qs});
    const Outcome outcome = checked.runToEnd();
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
}

QTEST_GUILESS_MAIN(HttpRecipes)
#include "tst_http.moc"
