// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/metrics/exposition.h"
#include "server/metrics/histogram.h"
#include "server/metrics/loop_watch.h"
#include "server/metrics/server_metrics.h"
#include "server/platform/event_dispatcher.h"

#include <QAbstractEventDispatcher>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QProcess>
#include <QRegularExpression>
#include <QSet>
#include <QStandardPaths>
#include <QTest>
#include <QTimer>

using namespace pressboard;
using namespace pressboard::server;
using namespace std::chrono_literals;

class TestMetrics : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void aTimeGoesIntoItsBucket_data();
    void aTimeGoesIntoItsBucket();
    void bucketsAreCumulated();
    void othersTextIsEscaped();
    void histogramsHaveAllTheirLines();
    void everyFamilyIsTold();
    void whatIsNotKnownIsLeftOut();
    void faultsAreThereBeforeTheyHappen();
    void promtoolFindsNothing();
    void theLoopsTurnsAreSeen();
};

namespace {

ServerMetrics full()
{
    ServerMetrics metrics;
    metrics.version = QStringLiteral("0.1.0");
    metrics.isReady = true;
    metrics.lastEvent = Moment(1'700'000'000'500ms);
    metrics.redisBytes = 4096;
    metrics.diskFreeBytes = qint64(1) << 40;
    metrics.certificateEnds = Moment(1'800'000'000'000ms);
    metrics.eventToSocket.note(3ms);
    metrics.push.closed = {{4008, 2}};
    metrics.process = platform::ProcessUse{1500ms, 1, 2, 1'700'000'000'000ms, 4, 5};
    return metrics;
}

} // namespace

void TestMetrics::aTimeGoesIntoItsBucket_data()
{
    QTest::addColumn<qint64>("us");
    QTest::addColumn<int>("bucket");
    QTest::newRow("negative") << qint64(-5) << 0;
    QTest::newRow("nothing") << qint64(0) << 0;
    for (std::size_t i = 0; i < Histogram::bounds.size(); ++i) {
        QTest::addRow("bound %zu", i) << qint64(Histogram::bounds[i].count()) << int(i);
        QTest::addRow("beyond %zu", i) << qint64(Histogram::bounds[i].count() + 1) << int(i) + 1;
    }
}

void TestMetrics::aTimeGoesIntoItsBucket()
{
    QFETCH(qint64, us);
    QFETCH(int, bucket);
    Histogram histogram;
    histogram.note(std::chrono::microseconds(us));
    const auto sums = histogram.cumulated();
    for (int i = 0; i < int(sums.size()); ++i)
        QCOMPARE(sums[std::size_t(i)], quint64(i >= bucket ? 1 : 0));
    QCOMPARE(histogram.sum().count(), std::max<qint64>(us, 0));
}

void TestMetrics::bucketsAreCumulated()
{
    Histogram histogram;
    histogram.note(1ms, 3);
    histogram.note(100ms);
    histogram.note(1h);
    const auto sums = histogram.cumulated();
    QVERIFY(std::is_sorted(sums.begin(), sums.end()));
    QCOMPARE(sums.back(), histogram.count());
    QCOMPARE(histogram.count(), quint64(5));
}

void TestMetrics::othersTextIsEscaped()
{
    Exposition text;
    text.gauge("x_info", "a\\b\nc \"d\"").sample(1, {{"version", "a\\b\nc \"d\" 李"}, {"n", "1"}});
    QCOMPARE(QString::fromUtf8(text.text()),
             QString::fromUtf8("# HELP x_info a\\\\b\\nc \"d\"\n"
                               "# TYPE x_info gauge\n"
                               "x_info{version=\"a\\\\b\\nc \\\"d\\\" 李\",n=\"1\"} 1\n"));
}

void TestMetrics::histogramsHaveAllTheirLines()
{
    Histogram histogram;
    histogram.note(700us);
    histogram.note(20s);
    Exposition text;
    text.histogram("x_seconds", "x", histogram);
    QVERIFY(text.text().startsWith("# HELP x_seconds x\n# TYPE x_seconds histogram\n"
                                   "x_seconds_bucket{le=\"0.0005\"} 0\n"
                                   "x_seconds_bucket{le=\"0.001\"} 1\n"));
    QVERIFY(text.text().endsWith("x_seconds_bucket{le=\"10\"} 1\n"
                                 "x_seconds_bucket{le=\"+Inf\"} 2\n"
                                 "x_seconds_sum 20.0007\n"
                                 "x_seconds_count 2\n"));
}

/// One HELP, one TYPE, then samples of that name alone, none of them twice.
void TestMetrics::everyFamilyIsTold()
{
    const QString text = QString::fromUtf8(toText(full()));
    QVERIFY(text.endsWith(u'\n') && !text.contains(QStringLiteral("\n\n")));
    QSet<QString> families;
    QSet<QString> series;
    QString family;
    for (const QString &line : text.split(u'\n', Qt::SkipEmptyParts)) {
        if (line.startsWith(QStringLiteral("# HELP "))) {
            family = line.section(u' ', 2, 2);
            QVERIFY2(!families.contains(family), qPrintable(line));
            families.insert(family);
        } else if (line.startsWith(QStringLiteral("# TYPE "))) {
            QCOMPARE(line.section(u' ', 2, 2), family);
            QCOMPARE(line.endsWith(QStringLiteral(" counter")),
                     family.endsWith(QStringLiteral("_total")));
        } else {
            QVERIFY2(line.startsWith(family), qPrintable(line));
            const QString name = line.section(u' ', 0, -2);
            QVERIFY2(!series.contains(name), qPrintable(line));
            series.insert(name);
            QVERIFY2(!qIsNaN(line.section(u' ', -1).toDouble()), qPrintable(line));
        }
    }
    QVERIFY(families.contains(QStringLiteral("pressboard_log_last_event_timestamp_seconds")));
    QVERIFY(text.contains(
        QStringLiteral("\npressboard_log_last_event_timestamp_seconds 1700000000.5\n")));
    QVERIFY(text.contains(QStringLiteral("\npressboard_disk_free_bytes 1099511627776\n")));
}

void TestMetrics::whatIsNotKnownIsLeftOut()
{
    const QByteArray text = toText(ServerMetrics());
    for (const char *name : {"redis_memory", "disk_free", "certificate", "process_"})
        QVERIFY2(!text.contains(name), name);
    QVERIFY(text.contains("\npressboard_log_last_event_timestamp_seconds 0\n"));
}

void TestMetrics::faultsAreThereBeforeTheyHappen()
{
    const QByteArray text = toText(full());
    QVERIFY(text.contains("\npressboard_refused_total{status=\"429\"} 0\n"));
    QVERIFY(text.contains("\npressboard_disconnects_total{code=\"4009\"} 0\n"));
    QVERIFY(text.contains("\npressboard_disconnects_total{code=\"4008\"} 2\n"));
}

void TestMetrics::promtoolFindsNothing()
{
    const QString promtool = QStandardPaths::findExecutable(QStringLiteral("promtool"));
    if (promtool.isEmpty())
        QSKIP("promtool is in Debian's package prometheus");
    QProcess process;
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(promtool, {QStringLiteral("check"), QStringLiteral("metrics")});
    process.write(toText(full()));
    process.closeWriteChannel();
    QVERIFY(process.waitForFinished());
    QCOMPARE(QString::fromUtf8(process.readAll()), QString());
    QCOMPARE(process.exitCode(), 0);
}

void TestMetrics::theLoopsTurnsAreSeen()
{
    LoopWatch watch(*QCoreApplication::eventDispatcher());
    QEventLoop loop; // which waits, as a server's does
    QTimer::singleShot(0, this, [] {
        QElapsedTimer timer; // work, as a burst would
        timer.start();
        while (timer.elapsed() < 20) { }
    });
    QTimer::singleShot(40ms, &loop, &QEventLoop::quit);
    loop.exec();
    QVERIFY(watch.turns().count() > 1);
    QVERIFY(watch.turns().sum() > 1ms);
}

/// With the server's own event loop.
int main(int argc, char *argv[])
{
    platform::installEventDispatcher();
    const QCoreApplication application(argc, argv);
    TestMetrics test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_metrics.moc"
