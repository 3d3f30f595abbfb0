// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"
#include "tests/docs/site.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStandardPaths>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The recipes of docs/django.md, as they stand there, into a real Redis and out at a client. Only
/// the port is another one.
class Recipes : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void bothLanguagesTellTheSame();
    void settings();
    void django();
    void php();
    void phpWithoutAnExtension();
    void shell();
    void node();

private:
    QString recipe(const QString &name) const;
    bool run(const QString &program, const QString &name);
    static bool can(const QString &program, const QStringList &arguments);
    /// The last event's data, once there are more than before.
    QJsonObject arrived();

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    ServerProcess m_server;
    WireClient m_client{WireClient::Speaks::V1};
    QTemporaryDir m_dir;
    qsizetype m_seen = 0;
    const Page m_page{u"django.md"_qs};
};

void Recipes::initTestCase()
{
    QVERIFY(m_redis.start());
    m_server.setRedisUrl(m_redis.tcpUrl());
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_client.openAndWait(m_server.url(m_server.adminToken())));
}

QString Recipes::recipe(const QString &name) const
{
    return m_page.recipe(name).replace(u"6379"_qs, QString::number(m_redis.port()));
}

bool Recipes::run(const QString &program, const QString &name)
{
    QFile file(m_dir.filePath(name));
    if (!file.open(QIODevice::WriteOnly) || file.write(recipe(name).toUtf8()) <= 0)
        return false;
    file.close();
    const Outcome outcome = runTool(program, {file.fileName()});
    if (outcome.exitCode != 0 || !outcome.err.isEmpty())
        qWarning().noquote() << outcome.out << outcome.err;
    return outcome.exitCode == 0 && outcome.err.isEmpty();
}

bool Recipes::can(const QString &program, const QStringList &arguments)
{
    return !QStandardPaths::findExecutable(program).isEmpty()
        && runTool(program, arguments).exitCode == 0;
}

QJsonObject Recipes::arrived()
{
    if (!m_client.waitFor([this] { return m_client.events().size() > m_seen; }))
        return {};
    m_seen = m_client.events().size();
    return m_client.events().last().value(u"data").toObject();
}

void Recipes::bothLanguagesTellTheSame()
{
    QCOMPARE(m_page.recipes().size(), 6);
    const Page chinese(u"django.zh_CN.md"_qs);
    QCOMPARE(chinese.recipes(), m_page.recipes());
    QCOMPARE(chinese.outline(), m_page.outline());
}

void Recipes::settings()
{
    QFile file(m_dir.filePath(u"pressboard.toml"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_page.recipe(u"settings"_qs).toUtf8());
    file.close();
    ServerProcess checked({u"--config"_qs, file.fileName(), u"--check-config"_qs});
    const Outcome outcome = checked.runToEnd();
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
}

void Recipes::django()
{
    if (!Site::isDjangoThere())
        QSKIP("the CRM of tests/django or one of its packages is missing: see "
              "installer/dependencies.sh");
    Site site;
    site.setRedis(m_redis.tcpUrl());
    QVERIFY(site.make());
    QVERIFY(site.put(u"crm/pressboard.py"_qs, recipe(u"django"_qs)));
    QVERIFY(site.manage({u"shell"_qs, u"-c"_qs,
                         u"import crm.pressboard\n"
                         "from crm.models import PrintOrder\n"
                         "order = PrintOrder.objects.create(pk=500, order_no='PO1', status=2,"
                         " customer_name='测试客户')\n"
                         "order.status = 3\n"
                         "order.save()\n"
                         "order.delete()\n"_qs}));
    QVERIFY(m_client.waitFor([this] { return m_client.events().size() >= 3; }));
    QCOMPARE(m_client.events().size(), 3);
    const auto data = [this](int i) { return m_client.events().at(i).value(u"data").toObject(); };
    QCOMPARE(data(0).value(u"customer_name").toString(), u"测试客户"_qs);
    QCOMPARE(data(0).value(u"action").toString(), u"created"_qs);
    QCOMPARE(data(1).value(u"action").toString(), u"updated"_qs);
    QCOMPARE(data(1).value(u"status").toInt(), 3);
    QCOMPARE(data(2).value(u"action").toString(), u"deleted"_qs);
    QCOMPARE(data(2).value(u"order_id"), data(0).value(u"order_id"));
    m_seen = 3;
}

void Recipes::php()
{
    if (!can(u"php"_qs, {u"-r"_qs, u"exit(extension_loaded('redis') ? 0 : 1);"_qs}))
        QSKIP("php-cli or php-redis is not installed");
    QVERIFY(run(u"php"_qs, u"php"_qs));
    QCOMPARE(arrived().value(u"step_name").toString(), u"覆膜"_qs);
}

void Recipes::phpWithoutAnExtension()
{
    if (!can(u"php"_qs, {u"--version"_qs}))
        QSKIP("php-cli is not installed");
    QVERIFY(run(u"php"_qs, u"php-socket"_qs));
    QCOMPARE(arrived().value(u"message").toString(), u"19:00 停机检修"_qs);
}

void Recipes::shell()
{
    QVERIFY(run(u"sh"_qs, u"shell"_qs));
    QCOMPARE(arrived().value(u"customer_name").toString(), u"测试客户"_qs);
}

void Recipes::node()
{
    qputenv("NODE_PATH", "/usr/share/nodejs"); // where Debian puts modules
    if (!can(u"node"_qs, {u"-e"_qs, u"require('redis')"_qs}))
        QSKIP("node-redis is not installed: tests/run.sh --long installs it");
    QVERIFY(run(u"node"_qs, u"node"_qs));
    QCOMPARE(arrived().value(u"status").toInt(), 3);
}

QTEST_GUILESS_MAIN(Recipes)
#include "tst_recipes.moc"
