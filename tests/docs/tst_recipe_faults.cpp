// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/telling_crm.h"
#include "tests/support/redis/redis_fault.h"
#include "tests/support/redis/redis_fixture.h"

#include <QDir>
#include <QScopeGuard>
#include <QTest>

using namespace pressboard::test;

Q_DECLARE_METATYPE(RedisFault)

/// Whatever becomes of the board's Redis, and whatever an order looks like: the CRM's own save
/// succeeds, and hardly waits.
class RecipeFaults : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void theSaveSucceeds_data();
    void theSaveSucceeds();
    void oddOrdersAreSaved_data();
    void oddOrdersAreSaved();
    void keysAndStatusesMayBeTexts();
    void whatRaisesInTheRecipeStaysThere_data();
    void whatRaisesInTheRecipeStaysThere();

private:
    bool makeTextSite(Site &site) const;

    RedisFixture m_redis{{}, RedisFixture::Tcp::Yes};
    std::unique_ptr<TellingCrm> m_crm;
};

void RecipeFaults::initTestCase()
{
    QVERIFY(m_redis.start());
    m_crm = std::make_unique<TellingCrm>(m_redis.port());
}

void RecipeFaults::theSaveSucceeds_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QStringList>("flags");
    QTest::addColumn<RedisFault>("fault");
    const std::pair<const char *, RedisFault> faults[] = {{"stopped", RedisFault::Stopped},
                                                          {"frozen", RedisFault::Frozen},
                                                          {"full", RedisFault::Full},
                                                          {"demoted", RedisFault::Demoted}};
    for (const char *recipe : {"django", "php", "php-socket", "shell", "node"}) {
        for (const auto &[name, fault] : faults)
            QTest::addRow("%s, %s", recipe, name)
                << QString::fromLatin1(recipe) << QStringList() << fault;
    }
    for (const auto &[name, fault] : faults)
        QTest::addRow("django in one transaction, %s", name)
            << u"django"_qs << QStringList{u"--atomic"_qs} << fault;
}

void RecipeFaults::theSaveSucceeds()
{
    QFETCH(QString, recipe);
    QFETCH(QStringList, flags);
    QFETCH(RedisFault, fault);
    if (!TellingCrm::can(recipe))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    // The site is made while all is well; what it saves then arrives.
    m_redis.flushAll();
    QCOMPARE(m_crm->save(recipe, flags).log, QString());
    QVERIFY(m_redis.number(words("XLEN pressboard:events")) > 0);

    QVERIFY(inject(m_redis, fault));
    const auto mend = qScopeGuard([this, fault] { QVERIFY(lift(m_redis, fault)); });
    const Saved saved = m_crm->save(recipe, flags);
    QCOMPARE(saved.orders, 3);
    // For three saves together: who waits once does not wait again.
    QVERIFY2(saved.seconds <= 1.5, qPrintable(QString::number(saved.seconds)));
    QVERIFY2(saved.log.contains(u"Pressboard did not confirm"), qPrintable(saved.log));
}

void RecipeFaults::oddOrdersAreSaved_data()
{
    QTest::addColumn<QString>("recipe");
    QTest::addColumn<QString>("flag");
    QTest::addColumn<bool>("isTold");
    for (const char *recipe : {"php", "php-socket"}) {
        QTest::addRow("%s, text that is not UTF-8", recipe)
            << QString::fromLatin1(recipe) << u"utf-8"_qs << true;
        QTest::addRow("%s, no number", recipe)
            << QString::fromLatin1(recipe) << u"number"_qs << false;
    }
    for (const char *what : {"bigint", "circular"})
        QTest::addRow("node, %s", what) << u"node"_qs << QString::fromLatin1(what) << false;
}

void RecipeFaults::oddOrdersAreSaved()
{
    QFETCH(QString, recipe);
    QFETCH(QString, flag);
    QFETCH(bool, isTold);
    if (!TellingCrm::can(recipe))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    m_redis.flushAll();
    const Saved saved = m_crm->save(recipe, {flag});
    QCOMPARE(saved.orders, 3);
    QCOMPARE(saved.log.count(u"Pressboard did not confirm"), isTold ? 0 : 3);
    QCOMPARE(m_redis.number(words("XLEN pressboard:events")), isTold ? 3 : 0);
}

/// The CRM with UUIDs as keys and words as statuses.
bool RecipeFaults::makeTextSite(Site &site) const
{
    const QString models = u"crm/models.py"_qs;
    return site.copy()
        && site.edit(models, u"    class Status(models.IntegerChoices):\n        PENDING = 1,"_qs,
                     u"    class Status(models.TextChoices):\n        PENDING = 'pending',"_qs)
        && site.edit(
            models,
            u"    status = models.IntegerField(choices=Status.choices, default=Status.PENDING)"_qs,
            u"    status = models.CharField(max_length=16, choices=Status.choices, "
            u"default=Status.PENDING)\n"
            "    id = models.UUIDField(primary_key=True, default=uuid.uuid4)"_qs)
        && site.edit(models, u"from django.db import models"_qs,
                     u"import uuid\nfrom django.db import models"_qs)
        && QDir(site.path(u"crm/migrations"_qs)).removeRecursively()
        && site.manage({u"migrate"_qs, u"--run-syncdb"_qs, u"-v0"_qs})
        && site.tellBy(m_crm->recipe(u"django"_qs))
        && site.put(u"crm/management/commands/save_orders.py"_qs,
                    Page::program(u"save_orders.py"_qs));
}

void RecipeFaults::keysAndStatusesMayBeTexts()
{
    if (!TellingCrm::can(u"django"_qs))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    m_redis.flushAll();
    Site site;
    QVERIFY(makeTextSite(site));
    QVERIFY(site.manage({u"save_orders"_qs, u"--atomic"_qs}));
    QVERIFY2(site.out().contains("\"saved\": 3"), site.out().constData());
    QVERIFY2(site.err().isEmpty(), site.err().constData());
    const QString log = QString::fromUtf8(m_redis.command(words("XRANGE pressboard:events - +")));
    QCOMPARE(log.count(QRegularExpression(u"\"order_id\": \"[0-9a-f-]{36}\""_qs)), 3);
    QCOMPARE(log.count(u"\"status\": \"pending\""_qs), 3);
}

void RecipeFaults::whatRaisesInTheRecipeStaysThere_data()
{
    QTest::addColumn<QString>("before");
    QTest::addColumn<QString>("after");
    QTest::newRow("a field that is not there") << u"order.customer_name"_qs << u"order.customer"_qs;
    QTest::newRow("what is no JSON") << u"order.customer_name"_qs << u"logger"_qs;
    QTest::newRow("a kind that is not there") << u"KINDS = {PrintOrder"_qs << u"KINDS = {str"_qs;
    QTest::newRow("a query that fails")
        << u"order.customer_name"_qs
        << u"str(PrintOrder.objects.raw('SELECT id FROM nothing')[0])"_qs;
}

void RecipeFaults::whatRaisesInTheRecipeStaysThere()
{
    QFETCH(QString, before);
    QFETCH(QString, after);
    if (!TellingCrm::can(u"django"_qs))
        QSKIP("what it needs is not installed: see installer/dependencies.sh");
    const QString recipe = m_crm->recipe(u"django"_qs);
    QVERIFY(recipe.contains(before));
    m_crm->replaceDjango(QString(recipe).replace(before, after));
    const auto mend = qScopeGuard([&] { m_crm->replaceDjango(recipe); });
    const Saved saved = m_crm->save(u"django"_qs, {u"--atomic"_qs});
    QCOMPARE(saved.orders, 3);
    QCOMPARE(saved.log.count(u"Pressboard is not told of PrintOrder"), 3);
}

QTEST_GUILESS_MAIN(RecipeFaults)
#include "tst_recipe_faults.moc"
