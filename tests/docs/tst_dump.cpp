// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"
#include "tests/docs/site.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"

#include <QFile>
#include <QTest>

using namespace pressboard;
using namespace pressboard::test;

/// The command that docs/django.md gives the CRM: what it writes, an import takes.
class Dump : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void bothPagesShowTheFile();
    void theCrmsPastComesOntoTheBoard();

private:
    const QString m_command = Page::file(u"django/pressboard_dump.py"_qs);
};

void Dump::bothPagesShowTheFile()
{
    QVERIFY(m_command.count(u'\n') <= 40);
    for (const auto &name : {u"django.md"_qs, u"django.zh_CN.md"_qs})
        QVERIFY2(Page(name).text().contains(u"```python\n"_qs + m_command + u"```"_qs),
                 qPrintable(name));
}

void Dump::theCrmsPastComesOntoTheBoard()
{
    if (!Site::isDjangoThere())
        QSKIP("the CRM of tests/django or one of its packages is missing: see "
              "installer/dependencies.sh");
    ServerProcess server;
    QVERIFY2(server.start(), qPrintable(server.lastOutput()));
    QVERIFY2(server.waitUntilReady(), qPrintable(server.lastOutput()));
    WireClient client(WireClient::Speaks::V1);
    QVERIFY(client.openAndWait(server.url(server.adminToken())));
    // One that the CRM no longer has, met by an update.
    QCOMPARE(server
                 .ctl({u"publish"_qs, u"order_notification"_qs,
                       u"{\"order_id\":900,\"action\":\"updated\"}"_qs})
                 .exitCode,
             0);

    Site site;
    QVERIFY(site.make());
    QVERIFY(site.put(u"crm/management/commands/pressboard_dump.py"_qs, m_command));
    QVERIFY(site.manage({u"shell"_qs, u"-c"_qs,
                         u"from django.db.models.signals import post_save\n"
                         "post_save.receivers = []\n" // the past: nobody told us of it
                         "from datetime import date\n"
                         "from django.contrib.auth.models import User\n"
                         "from django.utils import timezone\n"
                         "from crm.models import OrderProgress, PrintOrder\n"
                         "zhang = User.objects.create(username='zhangwei', last_name='张',"
                         " first_name='伟')\n"
                         "for n in range(1, 4):\n"
                         "    order = PrintOrder.objects.create(order_no=f'PO{n}', status=2,"
                         " customer_name='测试客户',"
                         " product_name='《江南纪事》\\n精装',"
                         " delivery_date=date(2026, 12, 5), order_date=timezone.now())\n"
                         "    OrderProgress.objects.create(order=order, step_name='覆膜',"
                         " step_order=2, step_category='cover', status=2, operator=zhang,"
                         " start_time=timezone.now())\n"
                         "    OrderProgress.objects.create(order=order, step_name='折页',"
                         " step_order=1, step_category='content')\n"_qs}));

    QVERIFY(!site.manage({u"pressboard_dump"_qs, u"--ops"_qs, u"http://127.0.0.1:1"_qs}));
    QVERIFY2(site.err().startsWith("CommandError: pressboard-server is not ready"),
             site.err().constData());
    QVERIFY(site.manage(
        {u"pressboard_dump"_qs, u"--ops"_qs, u"http://127.0.0.1:%1"_qs.arg(server.opsPort())}));
    QCOMPARE(site.out().count('\n'), 3);
    QVERIFY(site.put(u"orders.jsonl"_qs, QString::fromUtf8(site.out())));
    // What its last line says to type, with the file's name.
    QStringList advice = QString::fromUtf8(site.err()).trimmed().split(u' ');
    QCOMPARE(advice.takeFirst(), u"pressboardctl"_qs);
    advice.replaceInStrings(u"FILE"_qs, site.path(u"orders.jsonl"_qs));
    const Outcome imported = server.ctl(advice);
    QVERIFY2(imported.exitCode == 0, qPrintable(imported.err));
    QCOMPARE(imported.out, u"Imported: 3 orders new or changed, 0 as before, 1 removed.\n"_qs);

    QTRY_COMPARE(client.book().orders().size(), 3);
    QTRY_VERIFY(!client.book().order(900));
    const Order *order = client.book().order(1);
    QVERIFY(order != nullptr);
    QCOMPARE(order->orderNo, u"PO1"_qs);
    QCOMPARE(order->deliveryDate, QDate(2026, 12, 5));
    QCOMPARE(order->statusDisplay, u"处理中"_qs);
    QVERIFY(order->orderDate.has_value());
    QCOMPARE(order->steps.size(), 2);
    QCOMPARE(order->steps.first().operatorName, u"伟 张"_qs); // as get_full_name() has it
    QCOMPARE(order->steps.first().status, StepStatus::InProgress);
    QTRY_VERIFY(server.readiness().value(u"stats").toObject().value(u"complete").toBool());
}

QTEST_GUILESS_MAIN(Dump)
#include "tst_dump.moc"
