// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/log/tail_line.h"

#include <QTest>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::server::ctl;

class TestTailLine : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void tellsEvents_data();
    void tellsEvents();
    void tellsWhatWasLeftOut();
    void tellsRejects();
    void staysOneShortLine();
};

static const QTimeZone zone("Asia/Shanghai");
static constexpr StreamId id{1'795'401'240'000, 2};

void TestTailLine::tellsEvents_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QJsonObject>("data");
    QTest::addColumn<QString>("line");
    QTest::newRow("order") << QStringLiteral("order_notification")
                           << QJsonObject{{QStringLiteral("order_id"), 7},
                                          {QStringLiteral("order_no"), QStringLiteral("PO1")},
                                          {QStringLiteral("action"), QStringLiteral("created")},
                                          {QStringLiteral("status_display"),
                                           QStringLiteral("待处理")}}
                           << QStringLiteral("order_notification  created PO1 7 待处理");
    QTest::newRow("step") << QStringLiteral("progress_notification")
                          << QJsonObject{{QStringLiteral("progress_id"), 70},
                                         {QStringLiteral("step_name"), QStringLiteral("覆膜")},
                                         {QStringLiteral("operator"), QStringLiteral("李娜")}}
                          << QStringLiteral("progress_notification  70 覆膜 李娜");
    QTest::newRow("notice") << QStringLiteral("general_notification")
                            << QJsonObject{{QStringLiteral("message"), QStringLiteral("停机")},
                                           {QStringLiteral("type"), QStringLiteral("warning")}}
                            << QStringLiteral("general_notification  warning 停机");
    QTest::newRow("unknown") << QStringLiteral("crm_thing") << QJsonObject{{QStringLiteral("a"), 1}}
                             << QStringLiteral("crm_thing  {\"a\":1}");
}

void TestTailLine::tellsEvents()
{
    QFETCH(QString, type);
    QFETCH(QJsonObject, data);
    QFETCH(QString, line);
    const QString head = QStringLiteral("11-23 10:34:00  1795401240000-2  ");
    QCOMPARE(tailLine(Event{id, type, data, {}, {}}, zone), head + line);
    QCOMPARE(tailLine(Event{id, type, data, Audience({QStringLiteral("dept_3")}),
                            QStringLiteral("import")},
                      zone),
             head + line + QStringLiteral("  to dept_3  from import"));
}

void TestTailLine::tellsWhatWasLeftOut()
{
    Event event{id, event_type::order, {{QStringLiteral("order_id"), 7}}, {}, {}};
    event.oddities = {
        {QStringLiteral("quantity"), Oddity::Fate::LeftOut,
         QStringLiteral("found 2.5, expected\nan integer")},
        {QStringLiteral("status"), Oddity::Fate::OtherStatus, QStringLiteral("found 5")}};
    QVERIFY2(tailLine(event, zone)
                 .endsWith(QStringLiteral(
                     "order_notification  7  left out: quantity (found 2.5, expected\\nan "
                     "integer)  shown as it is: status (found 5)")),
             qPrintable(tailLine(event, zone)));
}

void TestTailLine::tellsRejects()
{
    QCOMPARE(tailLine(Rejected{id, QStringLiteral("order_id: found nothing"),
                               "type=order_notification data={}"},
                      zone),
             QStringLiteral("11-23 10:34:00  1795401240000-2  REJECTED  order_id: found nothing  "
                            "in: type=order_notification data={}"));
}

/// Other people's text must not move the cursor of somebody's terminal.
void TestTailLine::staysOneShortLine()
{
    const QString hostile = QStringLiteral("a\n\x1b[2J") + QString(5000, u'x');
    const QString line = tailLine(Event{id,
                                        QStringLiteral("general_notification"),
                                        {{QStringLiteral("message"), hostile}},
                                        {},
                                        {}},
                                  zone);
    QVERIFY(line.size() < 300);
    QVERIFY(!line.contains(u'\n'));
    QVERIFY(!line.contains(QChar(0x1b)));
    QVERIFY(line.contains(QStringLiteral("a\\n\\u001b[2J")));
}

QTEST_APPLESS_MAIN(TestTailLine)
#include "tst_tail_line.moc"
