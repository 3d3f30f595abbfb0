// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/unplug_test.h"

#include "client/controls/page.h"
#include "client/window/page_stack.h"
#include "tests/integration/fresh_client.h"
#include "tests/integration/paint_watch.h"
#include "tests/integration/shown_board.h"

#include <QJsonDocument>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace pressboard::client;
using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

constexpr auto outage = 10min;

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

void UnplugTest::init()
{
    m_redis = std::make_unique<RedisFixture>();
    QVERIFY(m_redis->start());
    m_server = std::make_unique<ServerProcess>();
    m_server->setRedisUrl(m_redis->url());
    QVERIFY2(m_server->start(), qPrintable(m_server->lastOutput()));
    QVERIFY(m_server->waitUntilReady());
    writeMorning();
    m_desktop = std::make_unique<Desktop>(isLong() ? 1 : 4);
    QVERIFY(m_desktop->open(*m_server));
    m_watch = std::make_unique<HonestyWatch>(m_desktop->window(), m_desktop->board(),
                                             *m_desktop->trayMenu());
    livePagesHaveColour();
    // What the day's start had to say is no matter of ours.
    QTRY_VERIFY(m_desktop->toast(QString()) != nullptr);
}

void UnplugTest::cleanup()
{
    m_watch.reset();
    m_desktop.reset();
    m_server.reset();
    m_redis.reset();
}

void UnplugTest::write(const QString &type, const QJsonObject &data)
{
    const QString json = QString::fromUtf8(QJsonDocument(data).toJson(QJsonDocument::Compact));
    const QByteArray id = m_redis->command(
        {u"XADD"_qs, u"pressboard:events"_qs, u"*"_qs, u"type"_qs, type, u"data"_qs, json});
    QVERIFY2(id.contains('-'), id.constData());
}

/// Overdue, due today, running, ready: everything that has a colour.
void UnplugTest::writeMorning()
{
    for (int id = 1; id <= 6; ++id) {
        write(u"order_notification"_qs, order(id, 2, id - 3));
        write(u"progress_notification"_qs, step(id, 0, id % 2 ? 2 : 3));
        write(u"progress_notification"_qs, step(id, 1, 1));
    }
    write(u"order_notification"_qs, order(8, 2, -4)); // and is it still when the outage is over
}

void UnplugTest::writeOfTheOutage()
{
    QJsonObject created = order(7, 2, 0);
    created.insert(u"action"_qs, u"created"_qs);
    created.insert(u"created"_qs, true);
    write(u"order_notification"_qs, created);
    write(u"order_notification"_qs, order(1, 3, -2));
    write(u"order_notification"_qs, order(2, 2, 9));
    write(u"progress_notification"_qs, step(3, 0, 3));
}

QList<Page *> UnplugTest::pages() const
{
    return m_desktop->window().findChild<PageStack *>()->pages();
}

void UnplugTest::livePagesHaveColour()
{
    for (Page *page : pages()) {
        m_desktop->window().showPage(page);
        QTRY_VERIFY2(coloured(*page) > 0, qPrintable(page->title()));
    }
    m_desktop->window().showPage(pages().first());
}

/// No page has a colour left; what they say.
QStringList UnplugTest::wordsOfDrainedPages()
{
    QStringList words;
    for (Page *page : pages()) {
        m_desktop->window().showPage(page);
        QTest::qWait(0);
        words.append(coloured(*page) == 0 ? paintedText(*page) : u"coloured"_qs);
    }
    m_desktop->window().showPage(pages().first());
    return words;
}

void UnplugTest::sitThrough()
{
    const QStringList words = wordsOfDrainedPages();
    QVERIFY(!words.contains(u"coloured"_qs));
    if (isLong())
        QTest::qWait(int(std::chrono::milliseconds(outage).count()));
    else
        m_desktop->skip(outage);
    QTRY_VERIFY(m_watch->toasts().size() > 0);
    QCOMPARE(wordsOfDrainedPages(), words); // frozen
}

void UnplugTest::isBackAndRight()
{
    QTRY_VERIFY_WITH_TIMEOUT(m_watch->liveAfter(), 30'000);
    FreshClient fresh;
    QVERIFY(fresh.connectTo(*m_server));
    QTRY_COMPARE(shownOn(m_desktop->board()), shownBy(fresh.board()));
    QTRY_COMPARE(m_watch->toasts().size(), 2);
    QTest::qWait(2000); // what would come too much, comes with the window's second
    qInfo("live %lld ms after the return, right %lld ms after that; checked %lld times",
          qint64(m_watch->liveAfter()->count()), qint64(m_watch->rightAfter().count()),
          m_watch->checks());
    QCOMPARE(m_watch->lies(), QStringList());
    QVERIFY(*m_watch->liveAfter() <= 10s);
    QVERIFY(m_watch->rightAfter() <= 1s);
    QCOMPARE(m_watch->toasts().size(), 2);
    QCOMPARE(m_watch->toasts().last(), u"已恢复连接\n断开10分钟：新订单 1·完成 1"_qs);
    livePagesHaveColour();
}

} // namespace pressboard::test
