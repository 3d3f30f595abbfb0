// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/controls/segmented_control.h"
#include "client/models/board_row.h"
#include "client/window/header_bar.h"
#include "tests/integration/desktop.h"
#include "tests/integration/paint_watch.h"
#include "tests/integration/wire_client.h"

#include <QAction>
#include <QComboBox>
#include <QJsonDocument>
#include <QLabel>
#include <QLineEdit>
#include <QPaintEvent>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;

namespace {

/// An entry of the log as Redis itself has it.
struct Entry
{
    StreamId id;
    QMap<QString, QString> fields;

    QJsonObject data() const
    {
        return QJsonDocument::fromJson(fields.value(u"data"_qs).toUtf8()).object();
    }
};

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonObject orderData(qint64 id)
{
    return {{u"order_id"_qs, id},
            {u"order_no"_qs, u"PO2026112300%1"_qs.arg(id)},
            {u"customer_name"_qs, u"测试客户"_qs},
            {u"product_name"_qs, u"《江南纪事》精装书"_qs},
            {u"status"_qs, 2},
            {u"status_display"_qs, u"处理中"_qs},
            {u"delivery_date"_qs, u"2026-12-05"_qs},
            {u"action"_qs, u"created"_qs},
            {u"created"_qs, true},
            {u"timestamp"_qs, toWire(SystemClock().now())}};
}

QJsonObject stepData(qint64 orderId)
{
    const QString now = toWire(SystemClock().now());
    return {{u"order_id"_qs, orderId},
            {u"progress_id"_qs, orderId * 10},
            {u"order_no"_qs, u"PO2026112300%1"_qs.arg(orderId)},
            {u"step_name"_qs, u"覆膜"_qs},
            {u"step_order"_qs, 2},
            {u"step_category"_qs, u"cover"_qs},
            {u"status"_qs, 2},
            {u"status_display"_qs, u"进行中"_qs},
            {u"operator"_qs, u"张伟"_qs},
            {u"start_time"_qs, now},
            {u"action"_qs, u"updated"_qs},
            {u"created"_qs, false},
            {u"timestamp"_qs, now}};
}

/// 撤回 beside the notice of these words; null: it does not stand there yet.
QAbstractButton *withdrawOf(const QWidget &window, const QString &words)
{
    const auto buttons = window.findChildren<QAbstractButton *>();
    for (QAbstractButton *button : buttons) {
        if (button->isVisible() && button->text() == u"撤回"
            && button->accessibleDescription() == words)
            return button;
    }
    return nullptr;
}

} // namespace

/// What no suite of one side can show: the real desktop, the real server and the real Redis in one
/// chain, with a classic and a v1 client of a stranger's beside the desktop.
class OneChain : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void testNoticeGoesFromTheTrayThroughRedisToEveryScreen();
    void writtenNoticeGoesFromItsDialogThroughRedisToEveryScreen();
    void aNoticeToOneDepartmentIsTakenBack();
    void whatIsWrittenToRedisIsPaintedAsARow_data();
    void whatIsWrittenToRedisIsPaintedAsARow();

private:
    PaintWatch::Shows toastOf(const QString &text) const;
    PaintWatch::Shows rowOf(qint64 orderId) const;
    Entry lastEntry() const;
    QJsonObject arrivedAtV1(const Entry &entry);
    void isNotice(const Entry &entry, const QJsonObject &written);
    void reachedTheOthers(const Entry &entry);
    QStringList write(const QString &way, const QString &type, const QJsonObject &data) const;
    void sentSince(Moment begin, const PaintWatch &watch, const Entry &entry) const;

    ServerProcess m_server;
    WireClient m_classic{WireClient::Speaks::Classic};
    WireClient m_v1{WireClient::Speaks::V1};
    Desktop m_desktop;
};

void OneChain::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY2(m_server.waitUntilReady(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_classic.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_v1.openAndWait(m_server.url(m_server.adminToken())));
    QVERIFY(m_desktop.open(m_server));
}

PaintWatch::Shows OneChain::toastOf(const QString &text) const
{
    return [text](const QWidget &widget, const QPaintEvent &) {
        const auto *card = qobject_cast<const ToastCard *>(&widget);
        return card != nullptr && card->isWindow() && card->toast().text.startsWith(text);
    };
}

/// A row of this order in 进行中工序, within what is painted.
PaintWatch::Shows OneChain::rowOf(qint64 orderId) const
{
    const RowList &list = m_desktop.board().panels().running().rows();
    return [&list, orderId](const QWidget &widget, const QPaintEvent &paint) {
        if (&widget != list.viewport())
            return false;
        const QAbstractItemModel &model = *list.model();
        for (int row = 0; row < model.rowCount(); ++row) {
            const QModelIndex index = model.index(row, 0);
            if (index.data(OrderIdRole).value<CrmId>() == orderId)
                return paint.region().contains(list.visualRect(index).center());
        }
        return false;
    };
}

Entry OneChain::lastEntry() const
{
    const Outcome outcome = m_server.redisCli(
        {u"XREVRANGE"_qs, u"pressboard:events"_qs, u"+"_qs, u"-"_qs, u"COUNT"_qs, u"1"_qs});
    const QStringList lines = outcome.out.trimmed().split(u'\n');
    Entry entry;
    entry.id = StreamId::parse(lines.first()).value_or(StreamId());
    for (qsizetype i = 1; i + 1 < lines.size(); i += 2)
        entry.fields.insert(lines.at(i), lines.at(i + 1));
    return entry;
}

QJsonObject OneChain::arrivedAtV1(const Entry &entry)
{
    QJsonObject found;
    m_v1.waitFor([&] {
        for (const QJsonObject &frame : m_v1.events()) {
            if (frame.value(u"id").toString() == entry.id.toString())
                found = frame;
        }
        return !found.isEmpty();
    });
    return found;
}

/// What was written, and what the server signs it with.
void OneChain::isNotice(const Entry &entry, const QJsonObject &written)
{
    QCOMPARE(entry.fields.keys(), QStringList({u"data"_qs, u"src"_qs, u"type"_qs, u"user"_qs}));
    QCOMPARE(entry.fields.value(u"user"_qs), u"admin"_qs);
    QCOMPARE(entry.fields.value(u"type"_qs), u"general_notification"_qs);
    QCOMPARE(entry.fields.value(u"src"_qs), u"client"_qs);
    QJsonObject data = entry.data();
    QVERIFY(!data.take(u"sender").toString().isEmpty());
    QVERIFY(momentFromText(data.take(u"timestamp").toString(), QTimeZone::utc()).has_value());
    QCOMPARE(data, written);
}

void OneChain::reachedTheOthers(const Entry &entry)
{
    QJsonObject whole{{u"type"_qs, entry.fields.value(u"type"_qs)}, {u"data"_qs, entry.data()}};
    QVERIFY(m_classic.waitFor([&] { return m_classic.frames().contains(whole); }));
    whole.insert(u"id"_qs, entry.id.toString());
    QCOMPARE(arrivedAtV1(entry), whole);
}

/// The log's own time is in its ids, so that what a tool took to start and to end does not count.
void OneChain::sentSince(Moment begin, const PaintWatch &watch, const Entry &entry) const
{
    const qint64 painted = watch.paintedAt()->time_since_epoch().count();
    qInfo("painted %lld ms after it was in the log, %lld ms after it was sent",
          painted - qint64(entry.id.ms), painted - qint64(begin.time_since_epoch().count()));
}

void OneChain::testNoticeGoesFromTheTrayThroughRedisToEveryScreen()
{
    const QString text = u"测试，无需处理"_qs;
    QAction *send = m_desktop.inTray(u"发送测试通知"_qs);
    QVERIFY(send != nullptr);
    PaintWatch watch(toastOf(text));
    const Moment begin = SystemClock().now();
    send->trigger();
    QVERIFY(watch.wait());

    const Entry entry = lastEntry();
    sentSince(begin, watch, entry);
    isNotice(entry, {{u"message"_qs, text}, {u"type"_qs, u"info"_qs}, {u"test"_qs, true}});
    reachedTheOthers(entry);

    ToastCard *toast = m_desktop.toast(text);
    QVERIFY(toast != nullptr);
    QVERIFY(paintedText(*toast).contains(text));
    QVERIFY(paintedText(*toast).contains(u"往返")); // and how long it took
    QVERIFY(!m_desktop.openNotices().contains(text)); // a test is not kept
}

void OneChain::writtenNoticeGoesFromItsDialogThroughRedisToEveryScreen()
{
    const QString text = u"19:00 停机检修"_qs;
    QAction *open = m_desktop.inTray(u"发通知…"_qs);
    QVERIFY(open != nullptr);
    QTRY_VERIFY(open->isEnabled());
    open->trigger();
    SendNoticeDialog *dialog = m_desktop.sendDialog();
    QVERIFY(dialog != nullptr && button(*dialog, u"发送"_qs) != nullptr);
    type(*dialog->findChild<QPlainTextEdit *>(), text);
    auto *level = dialog->findChild<SegmentedControl *>();
    QTest::mouseClick(level, Qt::LeftButton, {}, {level->width() - 4, level->height() / 2}); // 重要

    PaintWatch watch(toastOf(text));
    const Moment begin = SystemClock().now();
    QTest::mouseClick(button(*dialog, u"发送"_qs), Qt::LeftButton);
    QVERIFY(watch.wait());

    const Entry entry = lastEntry();
    sentSince(begin, watch, entry);
    isNotice(entry, {{u"message"_qs, text}, {u"type"_qs, u"error"_qs}});
    reachedTheOthers(entry);

    QTRY_COMPARE(dialog->findChild<QLabel *>(u"result"_qs)->text(), u"已发送给全厂，3 台在线。"_qs);
    dialog->close();
    ToastCard *toast = m_desktop.toast(text);
    QVERIFY(toast != nullptr);
    QVERIFY(paintedText(*toast).contains(text));
    QVERIFY(paintedText(*toast).contains(entry.data().value(u"sender").toString()));
    QVERIFY(m_desktop.openNotices().contains(text));
}

/// In three clicks after the dialog is open, and whatever has to be typed.
void OneChain::aNoticeToOneDepartmentIsTakenBack()
{
    const QString text = u"3 号机换版"_qs;
    m_desktop.inTray(u"发通知…"_qs)->trigger();
    SendNoticeDialog *dialog = m_desktop.sendDialog();
    QVERIFY(dialog != nullptr);
    type(*dialog->findChild<QPlainTextEdit *>(), text);
    auto *to = dialog->findChildren<SegmentedControl *>().last();
    QTest::mouseClick(to, Qt::LeftButton, {}, to->rect().center()); // 部门…
    type(*dialog->findChild<QComboBox *>(u"target"_qs)->lineEdit(), u"3"_qs);
    QTest::mouseClick(button(*dialog, u"发送"_qs), Qt::LeftButton);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"result"_qs)->text().left(9), u"已发送给部门 3，"_qs);
    const Entry sent = lastEntry();
    QCOMPARE(sent.fields.value(u"groups"_qs), u"dept_3"_qs);

    QTRY_VERIFY(withdrawOf(*dialog, text) != nullptr);
    QTest::mouseClick(withdrawOf(*dialog, text), Qt::LeftButton);
    QTRY_COMPARE(dialog->findChild<QLabel *>(u"result"_qs)->text(),
                 u"已撤回，所有屏幕上都会消失。"_qs);
    const Entry withdrawal = lastEntry();
    QCOMPARE(withdrawal.data().value(u"replaces"_qs).toString(), sent.id.toString());
    dialog->close();
}

void OneChain::whatIsWrittenToRedisIsPaintedAsARow_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<int>("order");
    QTest::newRow("redis-cli XADD") << u"XADD"_qs << 1;
    QTest::newRow("redis-cli PUBLISH") << u"PUBLISH"_qs << 2;
    QTest::newRow("pressboardctl publish") << u"ctl"_qs << 3;
}

QStringList OneChain::write(const QString &way, const QString &type, const QJsonObject &data) const
{
    if (way == u"ctl")
        return m_server.ctlCommand({u"publish"_qs, type, compact(data)});
    if (way == u"PUBLISH") {
        return m_server.redisCliCommand(
            {way, u"pressboard:publish"_qs, compact({{u"type"_qs, type}, {u"data"_qs, data}})});
    }
    return m_server.redisCliCommand(
        {way, u"pressboard:events"_qs, u"*"_qs, u"type"_qs, type, u"data"_qs, compact(data)});
}

void OneChain::whatIsWrittenToRedisIsPaintedAsARow()
{
    QFETCH(QString, way);
    QFETCH(int, order);
    const QJsonObject orderEvent = orderData(order);
    const QJsonObject stepEvent = stepData(order);
    const QStringList first = write(way, u"order_notification"_qs, orderEvent);
    QCOMPARE(runTool(first.first(), first.mid(1)).exitCode, 0);
    QTRY_COMPARE(lastEntry().data(), orderEvent);
    reachedTheOthers(lastEntry());

    PaintWatch watch(rowOf(order));
    const QStringList second = write(way, u"progress_notification"_qs, stepEvent);
    QProcess tool; // beside the desktop, which must not wait for it
    const Moment begin = SystemClock().now();
    tool.start(second.first(), second.mid(1));
    QVERIFY(watch.wait());
    QVERIFY(tool.state() == QProcess::NotRunning || tool.waitForFinished());

    const Entry entry = lastEntry();
    sentSince(begin, watch, entry);
    QCOMPARE(entry.data(), stepEvent);
    reachedTheOthers(entry);

    const QString painted = paintedText(*m_desktop.board().panels().running().rows().viewport());
    for (const char16_t *key : {u"order_no", u"customer_name"})
        QVERIFY2(painted.contains(orderEvent.value(QStringView(key)).toString()),
                 qPrintable(painted));
    for (const char16_t *key : {u"step_name", u"operator"})
        QVERIFY2(painted.contains(stepEvent.value(QStringView(key)).toString()),
                 qPrintable(painted));
    QTRY_COMPARE(m_desktop.board().numbers().cell(1).number(), QString::number(order));
}

QTEST_MAIN(OneChain)
#include "tst_one_chain.moc"
