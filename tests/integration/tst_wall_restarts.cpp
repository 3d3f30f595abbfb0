// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/application.h"
#include "client/bigscreen/screen_curtain.h"
#include "client/bigscreen/screen_header.h"
#include "client/wall/wall_list.h"
#include "tests/integration/honesty_watch.h"
#include "tests/integration/server_process.h"
#include "tests/support/test_time.h"

#include <QApplication>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// Tried again within ten seconds, and right within a second of that, on a slow machine.
constexpr int patienceMs = 20'000;
/// With tests/run.sh --long as in the shop; else the wall tries again four times as often.
const bool isLong = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");

template<typename T> QList<T *> onScreen()
{
    QList<T *> found;
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *wanted = qobject_cast<T *>(widget);
        if (wanted != nullptr && wanted->isVisible())
            found.append(wanted);
    }
    return found;
}

} // namespace

/// A wall hangs for weeks while servers come and go, and nobody stands there to help it.
class WallRestarts : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void livesThroughRestarts();
    void comesUpBeforeItsServer();

private:
    void hang();
    void publishOrder(int id);
    bool isLive() const { return m_header->facts().stale.isEmpty(); }
    bool shows(int id) const;

    QTemporaryDir m_folder;
    SystemClock m_clock;
    QuickScheduler m_scheduler{isLong ? 1 : 4};
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Application> m_program;
    WallWindow *m_wall = nullptr;
    ScreenHeader *m_header = nullptr;
};

void WallRestarts::init()
{
    m_program.reset();
    qputenv("XDG_CACHE_HOME", m_folder.filePath(QStringLiteral("cache")).toUtf8());
    m_server = std::make_unique<ServerProcess>();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
}

void WallRestarts::hang()
{
    Options options;
    options.server = QStringLiteral("127.0.0.1:%1").arg(m_server->port());
    options.token = m_server->adminToken();
    options.language = QStringLiteral("zh_CN");
    options.kiosk = true;
    const QString settings = QStringLiteral("wall-%1.ini").arg(m_server->port());
    m_program = std::make_unique<Application>(options, SettingsPlace{m_folder.filePath(settings)},
                                              m_clock, m_scheduler);
    QVERIFY(m_program->start());
    QCOMPARE(onScreen<WallWindow>().size(), 1);
    m_wall = onScreen<WallWindow>().first();
    m_header = m_wall->findChild<ScreenHeader *>();
}

/// Due today, so that it stands among the urgent ones.
void WallRestarts::publishOrder(int id)
{
    const QString order =
        QStringLiteral("{\"order_id\":%1,\"order_no\":\"PO202611%2\",\"status\":2,"
                       "\"delivery_date\":\"%3\",\"action\":\"created\"}")
            .arg(id)
            .arg(100'000 + id)
            .arg(QDate::currentDate().toString(Qt::ISODate));
    const Outcome outcome =
        m_server->redisCli({QStringLiteral("XADD"), QStringLiteral("pressboard:events"),
                            QStringLiteral("*"), QStringLiteral("type"),
                            QStringLiteral("order_notification"), QStringLiteral("data"), order});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
}

bool WallRestarts::shows(int id) const
{
    auto *list = m_wall->findChild<WallList *>(QStringLiteral("wallUrgent"));
    const QString end = QString::number(100'000 + id);
    const QList<WallRow> rows = list->allRows();
    return std::any_of(rows.begin(), rows.end(),
                       [&](const WallRow &row) { return row.number.endsWith(end); });
}

void WallRestarts::livesThroughRestarts()
{
    // A killed server is given ten seconds before the next try: that is for --long.
    const int restarts = isLong ? 100 : 10;
    hang();
    QTRY_VERIFY_WITH_TIMEOUT(isLive(), patienceMs);
    HonestyWatch watch(*m_wall);
    for (int i = 1; i <= restarts; ++i) {
        if (isLong && i % 2 == 0)
            m_server->killNine();
        else
            QCOMPARE(m_server->terminateWhileLooping(), 0);
        watch.cut(1s);
        QTRY_VERIFY_WITH_TIMEOUT(!isLive(), patienceMs);
        watch.mend();
        QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
        QVERIFY(m_server->waitUntilReady());
        publishOrder(i);
        QTRY_VERIFY_WITH_TIMEOUT(isLive() && shows(i), patienceMs);
        QCOMPARE(onScreen<QWidget>(), QList<QWidget *>{m_wall}); // no dialog, no toast
    }
    for (int i = 1; i <= restarts; ++i)
        QVERIFY(shows(i));
    QCOMPARE(watch.lies(), QStringList());
}

/// The PC at the wall is switched on before the server's is.
void WallRestarts::comesUpBeforeItsServer()
{
    QCOMPARE(m_server->terminate(), 0);
    hang();
    auto *curtain = m_wall->findChild<ScreenCurtain *>();
    QCOMPARE(curtain->kind(), ScreenCurtain::Kind::Sentence);
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QTRY_COMPARE_WITH_TIMEOUT(curtain->kind(), ScreenCurtain::Kind::Open, patienceMs);
    QVERIFY(isLive());
}

QTEST_MAIN(WallRestarts)
#include "tst_wall_restarts.moc"
