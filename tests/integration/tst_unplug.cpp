// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/header_bar.h"
#include "client/widgets/page.h"
#include "client/widgets/page_stack.h"
#include "tests/integration/desktop.h"
#include "tests/integration/honesty_watch.h"
#include "tests/integration/newcomer.h"
#include "tests/integration/paint_watch.h"
#include "tests/integration/shown_board.h"
#include "tests/support/redis/redis_fixture.h"

#include <QAction>
#include <QJsonDocument>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// With tests/run.sh --long the outage takes the ten minutes it tells of; else the desk sits
/// through them in a moment, and tries again four times as often.
const bool isLong = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");
constexpr auto outage = 10min;
constexpr auto noticesLostServer = 1s;
constexpr auto noticesLostRedis = 5s;

/// As far as a grey may be from grey.
constexpr int grey = 24;

/// Pixels of a page that have a colour.
int coloured(QWidget &page)
{
    const QImage image = page.grab().toImage().convertToFormat(QImage::Format_RGB32);
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        const auto *line = reinterpret_cast<const QRgb *>(image.constScanLine(y));
        for (int x = 0; x < image.width(); ++x) {
            const auto [low, high] = std::minmax({qRed(line[x]), qGreen(line[x]), qBlue(line[x])});
            count += high - low > grey;
        }
    }
    return count;
}

QJsonObject order(int id, int status, int daysLeft)
{
    return {{u"order_id"_qs, id},
            {u"order_no"_qs, u"PO2026112300%1"_qs.arg(id)},
            {u"customer_name"_qs, u"测试客户"_qs},
            {u"product_name"_qs, u"《江南纪事》精装书"_qs},
            {u"status"_qs, status},
            {u"delivery_date"_qs, QDate::currentDate().addDays(daysLeft).toString(Qt::ISODate)},
            {u"action"_qs, u"updated"_qs},
            {u"timestamp"_qs, toWire(SystemClock().now())}};
}

QJsonObject step(int orderId, int place, int status)
{
    return {{u"order_id"_qs, orderId},
            {u"progress_id"_qs, orderId * 10 + place},
            {u"step_name"_qs, place == 0 ? u"印刷"_qs : u"覆膜"_qs},
            {u"step_order"_qs, place + 1},
            {u"step_category"_qs, u"cover"_qs},
            {u"status"_qs, status},
            {u"operator"_qs, u"张伟"_qs},
            {u"timestamp"_qs, toWire(SystemClock().now())}};
}

} // namespace

/// Somebody pulls a plug and puts it back in after ten minutes: first the server's, then that of
/// Redis alone. A desk must not look live for a moment in between.
class Unplug : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void theServer();
    void redisAlone();

private:
    void write(const QString &type, const QJsonObject &data);
    void writeMorning();
    void writeOfTheOutage();
    QList<Page *> pages() const;
    void livePagesHaveColour();
    QStringList lookAtDrainedPages();
    void sitThrough();
    void isBackAndRight();

    std::unique_ptr<RedisFixture> m_redis;
    std::unique_ptr<ServerProcess> m_server;
    std::unique_ptr<Desktop> m_desk;
    std::unique_ptr<HonestyWatch> m_watch;
};

void Unplug::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_server = std::make_unique<ServerProcess>();
    m_server->setRedisUrl(m_redis->url());
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    writeMorning();
    m_desk = std::make_unique<Desktop>(isLong ? 1 : 4);
    QVERIFY(m_desk->open(*m_server));
    QAction *trayLine = m_desk->trayMenu()->actions().first();
    m_watch = std::make_unique<HonestyWatch>(m_desk->window(), m_desk->board(), *trayLine);
    livePagesHaveColour();
    // What the day's start had to say is no matter of ours.
    QTRY_VERIFY(m_desk->toast(QString()) != nullptr);
}

void Unplug::cleanup()
{
    m_watch.reset();
    m_desk.reset();
    m_server.reset();
    m_redis.reset();
}

void Unplug::write(const QString &type, const QJsonObject &data)
{
    const QString json = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    const QByteArray id = m_redis->command(
        {u"XADD"_qs, u"pressboard:events"_qs, u"*"_qs, u"type"_qs, type, u"data"_qs, json});
    QVERIFY2(id.contains('-'), id.constData());
}

/// Overdue, due today, running, ready: everything that has a colour.
void Unplug::writeMorning()
{
    for (int id = 1; id <= 6; ++id) {
        write(u"order_notification"_qs, order(id, 2, id - 3));
        write(u"progress_notification"_qs, step(id, 0, id % 2 ? 2 : 3));
        write(u"progress_notification"_qs, step(id, 1, 1));
    }
}

/// A new order, a finished one, another date, and a step that moved.
void Unplug::writeOfTheOutage()
{
    QJsonObject created = order(7, 2, 0);
    created.insert(u"action"_qs, u"created"_qs);
    created.insert(u"created"_qs, true);
    write(u"order_notification"_qs, created);
    write(u"order_notification"_qs, order(1, 3, -2));
    write(u"order_notification"_qs, order(2, 2, 9));
    write(u"progress_notification"_qs, step(3, 0, 3));
}

QList<Page *> Unplug::pages() const
{
    return m_desk->window().findChild<PageStack *>()->pages();
}

void Unplug::livePagesHaveColour()
{
    for (Page *page : pages()) {
        m_desk->window().showPage(page);
        QTRY_VERIFY2(coloured(*page) > 0, qPrintable(page->title()));
    }
    m_desk->window().showPage(pages().first());
}

/// No page has a colour left; what they say.
QStringList Unplug::lookAtDrainedPages()
{
    QStringList words;
    for (Page *page : pages()) {
        m_desk->window().showPage(page);
        QTest::qWait(0);
        words.append(coloured(*page) == 0 ? paintedText(*page) : u"coloured"_qs);
    }
    m_desk->window().showPage(pages().first());
    return words;
}

void Unplug::sitThrough()
{
    const QStringList words = lookAtDrainedPages();
    QVERIFY(!words.contains(u"coloured"_qs));
    if (isLong)
        QTest::qWait(int(std::chrono::milliseconds(outage).count()));
    else
        m_desk->skip(outage);
    QTRY_VERIFY(m_watch->toasts().size() > 0);
    QCOMPARE(lookAtDrainedPages(), words); // frozen
}

void Unplug::isBackAndRight()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->liveAfter(), 30'000);
    Newcomer newcomer;
    QVERIFY(newcomer.come(*m_server));
    QTRY_COMPARE(shownOn(m_desk->board()), shownBy(newcomer.board()));
    QTRY_COMPARE(m_watch->toasts().size(), 2);
    QTest::qWait(2000); // what would come too much, comes with the window's second
    qInfo("live %lld ms after the return, right %lld ms after that; looked %lld times",
          qint64(m_watch->liveAfter()->count()), qint64(m_watch->rightAfter().count()),
          m_watch->looks());
    QCOMPARE(m_watch->lies(), QStringList());
    QVERIFY(*m_watch->liveAfter() <= 10s);
    QVERIFY(m_watch->rightAfter() <= 1s);
    QCOMPARE(m_watch->toasts().size(), 2);
    QCOMPARE(m_watch->toasts().last(), u"已恢复连接\n断开10分钟：新订单 1·完成 1"_qs);
    livePagesHaveColour();
}

void Unplug::theServer()
{
    const QString at = QTime::currentTime().toString(u"HH:mm"_qs);
    QCOMPARE(m_server->terminate(), 0); // the desk's loop stands still meanwhile
    m_watch->cut(noticesLostServer);
    QTRY_VERIFY(m_desk->window().header().stateText().contains(at));
    writeOfTheOutage(); // the CRM does not wait for us
    sitThrough();
    QCOMPARE(m_watch->toasts().first(), u"服务器已停止\n看板停在 %1，恢复后自动连接"_qs.arg(at));

    m_watch->mend();
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    isBackAndRight();
}

void Unplug::redisAlone()
{
    const QString at = QTime::currentTime().toString(u"HH:mm"_qs);
    m_redis->stop();
    m_watch->cut(noticesLostRedis);
    QTRY_VERIFY(m_desk->window().header().stateText().contains(at));
    sitThrough();
    QCOMPARE(m_watch->toasts().first(), u"连接已断开\n看板停在 %1 的数据，正在自动重连"_qs.arg(at));

    // The CRM is faster than the server: what it writes first is not on the board yet.
    m_server->pause();
    QVERIFY(m_redis->start());
    writeOfTheOutage();
    m_watch->mend();
    m_server->wake();
    isBackAndRight();
}

QTEST_MAIN(Unplug)
#include "tst_unplug.moc"
