// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"
#include "tests/docs/site.h"
#include "tests/docs/telling_crm.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFile>
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
    void relaysAreShort();
    void settings();
    void arrives_data();
    void arrives();
    void django();

private:
    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    ServerProcess m_server;
    WireClient m_client{WireClient::Speaks::V1};
    std::unique_ptr<TellingCrm> m_crm;
    const Page m_page{u"django.md"_qs};
};

void Recipes::initTestCase()
{
    QVERIFY(m_redis.start());
    m_server.setRedisUrl(m_redis.tcpUrl());
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_client.openAndWait(m_server.url(m_server.adminToken())));
    m_crm = std::make_unique<TellingCrm>(m_redis.port());
}

void Recipes::bothLanguagesTellTheSame()
{
    QCOMPARE(m_page.recipes().size(), 12);
    const Page chinese(u"django.zh_CN.md"_qs);
    QCOMPARE(chinese.recipes(), m_page.recipes());
    QCOMPARE(chinese.outline(), m_page.outline());
}

void Recipes::relaysAreShort()
{
    for (const QString &relay : {u"outbox-django-relay"_qs, u"outbox-php-relay"_qs})
        QVERIFY2(m_page.recipe(relay).count(u'\n') <= 60, qPrintable(relay));
}

void Recipes::settings()
{
    QTemporaryDir dir;
    QFile file(dir.filePath(u"pressboard.toml"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_page.recipe(u"settings"_qs).toUtf8());
    file.close();
    ServerProcess checked({u"--config"_qs, file.fileName(), u"--check-config"_qs});
    const Outcome outcome = checked.runToEnd();
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.out + outcome.err));
}

void Recipes::arrives_data()
{
    QTest::addColumn<int>("events");
    QTest::newRow("django") << 3;
    QTest::newRow("php") << 3;
    QTest::newRow("php-socket") << 3;
    QTest::newRow("shell") << 1;
    QTest::newRow("node") << 3;
}

void Recipes::arrives()
{
    QFETCH(int, events);
    const QString recipe = QString::fromLatin1(QTest::currentDataTag());
    if (!TellingCrm::can(recipe))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    const qsizetype before = m_client.events().size();
    const Saved saved = m_crm->save(recipe);
    QCOMPARE(saved.orders, 3);
    QCOMPARE(saved.log, QString());
    QVERIFY(m_client.waitFor([&] { return m_client.events().size() >= before + events; }));
    QCOMPARE(m_client.events().size(), before + events);
    const QJsonObject data = m_client.events().last().value(u"data").toObject();
    QCOMPARE(data.value(u"customer_name").toString(), u"测试客户"_qs);
}

void Recipes::django()
{
    if (!Site::isDjangoThere())
        QSKIP("the CRM of tests/django or one of its packages is missing: see "
              "installer/dependencies.sh");
    Site site;
    QVERIFY(site.make());
    QVERIFY(site.tellBy(m_crm->recipe(u"django"_qs)));
    const qsizetype before = m_client.events().size();
    QVERIFY(site.manage({u"shell"_qs, u"-c"_qs,
                         u"from django.db import transaction\n"
                         "from crm.models import OrderProgress, PrintOrder\n"
                         "order = PrintOrder.objects.create(pk=500, order_no='PO1', status=2,"
                         " customer_name='测试客户')\n"
                         "OrderProgress.objects.create(pk=7, order=order, step_name='覆膜',"
                         " step_order=2, step_category='cover')\n"
                         "with transaction.atomic():\n"
                         "    order.status = 4\n"
                         "    order.save()\n"
                         "    transaction.set_rollback(True)\n"
                         "order.status = 3\n"
                         "order.save()\n"
                         "order.delete()\n"_qs}));
    QVERIFY(m_client.waitFor([&] { return m_client.events().size() >= before + 5; }));
    QStringList told;
    for (const QJsonObject &event : m_client.events().mid(before)) {
        const QJsonObject data = event.value(u"data").toObject();
        QCOMPARE(data.value(u"order_id").toInt(), 500);
        told << u"%1 %2 %3"_qs.arg(event.value(u"type").toString().section(u'_', 0, 0),
                                   data.value(u"action").toString(),
                                   QString::number(data.value(u"status").toInt()));
    }
    QCOMPARE(told,
             QStringList({u"order created 2"_qs, u"progress created 1"_qs, u"order updated 3"_qs,
                          u"progress deleted 1"_qs, u"order deleted 3"_qs}));
}

QTEST_GUILESS_MAIN(Recipes)
#include "tst_recipes.moc"
