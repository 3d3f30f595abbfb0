// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/models/board_row.h"
#include "client/models/format.h"
#include "client/window/main_window.h"
#include "tests/integration/desktop.h"
#include "tests/integration/news_watch.h"
#include "tests/integration/wire_client.h"

#include <QElapsedTimer>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <csignal>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;

namespace {

QByteArray compact(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact);
}

QJsonObject stepLine(qint64 progressId, int place)
{
    return {{u"progress_id"_qs, progressId},
            {u"step_name"_qs, place < 4 ? u"覆膜"_qs : u"折页"_qs},
            {u"step_category"_qs, place < 4 ? u"cover"_qs : u"content"_qs},
            {u"step_order"_qs, place + 1},
            {u"status"_qs, 1 + int(progressId / 10 + place) % 4},
            {u"operator"_qs, u"张伟"_qs},
            {u"start_time"_qs, u"2026-11-20T09:00:00+08:00"_qs}};
}

/// An order with ten steps, all different from the next one's.
QByteArray orderLine(qint64 id)
{
    QJsonArray steps;
    for (int place = 0; place < 10; ++place)
        steps.append(stepLine(id * 10 + place, place));
    return compact({{u"order_id"_qs, id},
                    {u"order_no"_qs, u"PO20261123%1"_qs.arg(id, 5, 10, QChar(u'0'))},
                    {u"customer_name"_qs, u"测试客户"_qs},
                    {u"product_name"_qs, u"《江南纪事》精装书"_qs},
                    {u"status"_qs, 1 + int(id % 4)},
                    {u"delivery_date"_qs, u"2026-12-05"_qs},
                    {u"steps"_qs, steps}});
}

} // namespace

/// The CRM's past comes onto the boards of a shop at work: everything of it, and without a word.
class ImportedPast : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void whatIsNewIsAnnounced();
    void allOrdersComeInSilence();
    void onceMoreWritesNothing();
    void theClassicPageHearsOnlyTheNumbers();
    void whoGainsSightIsNotDisturbed();
    void killedHalfWayItGoesOn();
    void readsAPipe();
    void stopsAtCtrlCWhileNothingComes();

private:
    QString fileOf(qint64 first, qint64 last);
    std::unique_ptr<QProcess> start(const QStringList &arguments);
    /// The desktop goes on meanwhile.
    Outcome import(const QStringList &arguments);
    qint64 logLength() const;
    QString totalShown() const; ///< 订单总数 on the desktop
    bool isRunning(qint64 orderId) const; ///< in the desktop's list of 进行中工序

    ServerProcess m_server;
    WireClient m_classic{WireClient::Speaks::Classic};
    WireClient m_v1{WireClient::Speaks::V1};
    Desktop m_desktop;
    QTemporaryDir m_dir;
    std::unique_ptr<NewsWatch> m_news;
};

/// A CRM of some years with tests/run.sh --long, else what shows the same within seconds.
static const int many = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS") ? 20'000 : 4'000;

void ImportedPast::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_classic.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_v1.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_desktop.open(m_server));
    m_news = std::make_unique<NewsWatch>(m_desktop.window());
}

QString ImportedPast::fileOf(qint64 first, qint64 last)
{
    QFile file(m_dir.filePath(u"orders.jsonl"_qs));
    if (!file.open(QIODevice::WriteOnly))
        return {};
    for (qint64 id = first; id <= last; ++id)
        file.write(orderLine(id) + '\n');
    return file.fileName();
}

std::unique_ptr<QProcess> ImportedPast::start(const QStringList &arguments)
{
    const QStringList command = m_server.ctlCommand(QStringList(u"import"_qs) + arguments);
    auto process = std::make_unique<QProcess>();
    process->start(command.first(), command.mid(1));
    return process;
}

Outcome ImportedPast::import(const QStringList &arguments)
{
    const auto process = start(arguments);
    process->closeWriteChannel();
    if (!QTest::qWaitFor([&] { return process->state() == QProcess::NotRunning; }, 60'000))
        return {};
    return {process->exitCode(), QString::fromUtf8(process->readAllStandardOutput()),
            QString::fromUtf8(process->readAllStandardError())};
}

qint64 ImportedPast::logLength() const
{
    return m_server.redisCli({u"XLEN"_qs, u"pressboard:events"_qs}).out.trimmed().toLongLong();
}

QString ImportedPast::totalShown() const
{
    return m_desktop.board().numbers().cell(6).number();
}

bool ImportedPast::isRunning(qint64 orderId) const
{
    const QAbstractItemModel &steps = *m_desktop.board().panels().running().rows().model();
    return !steps
                .match(steps.index(0, 0), OrderIdRole, QVariant::fromValue(CrmId(orderId)), 1,
                       Qt::MatchExactly)
                .isEmpty();
}

/// So that the silence afterwards means something. The order is met by an update: there is a past.
void ImportedPast::whatIsNewIsAnnounced()
{
    const QJsonObject order{{u"order_id"_qs, 1},
                            {u"status"_qs, 2},
                            {u"delivery_date"_qs, u"2020-01-01"_qs},
                            {u"action"_qs, u"updated"_qs}};
    const QJsonObject notice{{u"message"_qs, u"19:00 停机检修"_qs}, {u"type"_qs, u"warning"_qs}};
    const QJsonObject step{{u"order_id"_qs, 1}, {u"progress_id"_qs, 10}, {u"status"_qs, 2}};
    QCOMPARE(
        m_server.ctl({u"publish"_qs, u"order_notification"_qs, QString::fromUtf8(compact(order))})
            .exitCode,
        0);
    QCOMPARE(
        m_server.ctl({u"publish"_qs, u"progress_notification"_qs, QString::fromUtf8(compact(step))})
            .exitCode,
        0);
    QCOMPARE(m_server.ctl({u"publish"_qs, u"dashboard_update"_qs, u"{\"total_orders\":999}"_qs})
                 .exitCode,
             0);
    QCOMPARE(
        m_server
            .ctl({u"publish"_qs, u"general_notification"_qs, QString::fromUtf8(compact(notice))})
            .exitCode,
        0);
    QTRY_VERIFY(m_news->toasts() > 0);
    QTRY_VERIFY(m_news->flashes() > 0);
    QTRY_COMPARE(totalShown(), format::number(999));
    QTRY_VERIFY(m_v1.book().order(1));
    QVERIFY(!m_v1.book().order(1)->stub);
}

void ImportedPast::allOrdersComeInSilence()
{
    const QString file = fileOf(1, many);
    QTRY_VERIFY(!NewsWatch::isFlashing(m_desktop.window())); // for what was announced before
    NewsWatch silence(m_desktop.window());
    QElapsedTimer taken;
    taken.start();
    const Outcome outcome = import({file, u"--complete"_qs});
    qInfo("%d orders with %d steps imported in %lld ms", many, many * 10, taken.elapsed());
    QVERIFY(taken.elapsed() < 60'000);
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QCOMPARE(outcome.out,
             u"Imported: %1 orders new or changed, 0 as before, 0 removed.\n"_qs.arg(many));
    QTRY_COMPARE_WITH_TIMEOUT(m_v1.book().orders().size(), many, 60'000);
    QTRY_COMPARE_WITH_TIMEOUT(totalShown(), format::number(many), 60'000);
    QCOMPARE(m_v1.book().order(1)->steps.size(), 10);
    QCOMPARE(m_v1.book().order(many)->steps.last().progressId, many * 10 + 9);
    QCOMPARE(silence.toasts(), 0);
    QCOMPARE(silence.flashes(), 0);
}

void ImportedPast::onceMoreWritesNothing()
{
    NewsWatch silence(m_desktop.window());
    const qint64 length = logLength();
    const Outcome outcome = import({m_dir.filePath(u"orders.jsonl"_qs), u"--complete"_qs});
    QCOMPARE(outcome.out,
             u"Imported: 0 orders new or changed, %1 as before, 0 removed.\n"_qs.arg(many));
    QCOMPARE(logLength(), length);
    QCOMPARE(silence.toasts(), 0);
    QCOMPARE(silence.flashes(), 0);
}

void ImportedPast::theClassicPageHearsOnlyTheNumbers()
{
    QTRY_COMPARE(m_classic.lastOf(u"dashboard_update"_qs)
                     .value(u"data")
                     .toObject()
                     .value(u"total_orders")
                     .toInteger(),
                 many);
    QCOMPARE(m_classic.events().size(), 3); // the order, the step, the notice
}

/// An order of another department becomes this desktop's: once by the CRM's word, once by an
/// import.
void ImportedPast::whoGainsSightIsNotDisturbed()
{
    constexpr qint64 order = 5; // its first step is in progress
    QFile file(m_dir.filePath(u"today.jsonl"_qs));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const QString now = QDateTime::currentDateTimeUtc().toString(Qt::ISODate);
    file.write(orderLine(order).replace("2026-11-20T09:00:00+08:00", now.toLatin1()));
    file.close();
    QCOMPARE(import({file.fileName()}).exitCode, 0);
    QTRY_VERIFY(isRunning(order));
    const auto giveTo = [this](const QString &group) {
        return m_server
            .ctl({u"publish"_qs, u"order_notification"_qs,
                  u"{\"order_id\":%1,\"action\":\"updated\"}"_qs.arg(order), u"--group"_qs, group})
            .exitCode;
    };
    QCOMPARE(giveTo(u"dept_9"_qs), 0);
    QTRY_VERIFY(!isRunning(order));
    const int before = m_news->flashes();
    QCOMPARE(giveTo(u"user_admin"_qs), 0);
    QTRY_VERIFY(m_news->flashes() > before);
    QCOMPARE(giveTo(u"dept_9"_qs), 0);
    QTRY_VERIFY(!isRunning(order));

    NewsWatch silence(m_desktop.window());
    QCOMPARE(import({file.fileName()}).exitCode, 0);
    QTRY_VERIFY(isRunning(order));
    QCOMPARE(silence.toasts(), 0);
    QCOMPARE(silence.flashes(), 0);
}

void ImportedPast::killedHalfWayItGoesOn()
{
    NewsWatch silence(m_desktop.window());
    constexpr int fewer = 3'000;
    const QString file = fileOf(many + 1, many + fewer);
    const qint64 length = logLength();
    const auto killed = start({file, u"--complete"_qs});
    QVERIFY(QTest::qWaitFor([&] { return logLength() > length; }, 30'000));
    killed->kill();
    QVERIFY(killed->state() == QProcess::NotRunning || killed->waitForFinished());
    QVERIFY(killed->exitCode() != 0 || killed->exitStatus() == QProcess::CrashExit);
    const Outcome outcome = import({file, u"--complete"_qs});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
    QVERIFY2(outcome.out.endsWith(u" %1 removed.\n"_qs.arg(many)), qPrintable(outcome.out));
    QTRY_COMPARE_WITH_TIMEOUT(m_v1.book().orders().size(), fewer, 60'000);
    for (qint64 id = many + 1; id <= many + fewer; ++id)
        QCOMPARE(m_v1.book().order(id)->steps.size(), 10);
    QCOMPARE(silence.toasts(), 0);
    QCOMPARE(silence.flashes(), 0);
}

void ImportedPast::readsAPipe()
{
    const auto process = start({u"-"_qs});
    QVERIFY(process->waitForStarted());
    process->write("\xEF\xBB\xBF" + orderLine(900'001) + "\r\n");
    process->write(orderLine(900'002));
    process->closeWriteChannel();
    QTRY_COMPARE_WITH_TIMEOUT(process->state(), QProcess::NotRunning, 60'000);
    QCOMPARE(process->exitCode(), 0);
    QTRY_VERIFY(m_v1.book().order(900'002));
}

void ImportedPast::stopsAtCtrlCWhileNothingComes()
{
    const qint64 length = logLength();
    const auto process = start({u"-"_qs});
    QVERIFY(process->waitForStarted());
    process->write(orderLine(900'003) + "\n{");
    QVERIFY(process->waitForBytesWritten());
    // It listens to signals by the time that it has asked Redis who it is.
    QTRY_VERIFY(m_server.redisCli({u"CLIENT"_qs, u"LIST"_qs}).out.contains(u"pressboard:ctl"_qs));
    ::kill(pid_t(process->processId()), SIGINT);
    QTRY_COMPARE(process->state(), QProcess::NotRunning);
    QCOMPARE(process->exitCode(), 1);
    QCOMPARE(logLength(), length);
}

QTEST_MAIN(ImportedPast)
#include "tst_import.moc"
