// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/page.h"
#include "client/window/page_stack.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/sample_morning.h"

#include <QApplication>
#include <QTest>

#ifdef __GLIBC__
#include <malloc.h>
#endif

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using pressboard::test::DesktopFixture;
using pressboard::test::SampleMorning;

namespace {

const bool isLong = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");
constexpr int hours = 8;
/// In which lists fill up to what they keep, 500 changes and 200 notices, and every order of the
/// sample is replaced: from then on one hour is like another.
constexpr int before = 4;
/// tests/run.sh --long: three a second, as in a shop that is busier than any.
const int eventsPerHour = isLong ? 10'800 : 600;
/// What the last four hours may need beyond the four before: an axis with five more ticks takes
/// 40 KiB, and hashes have room for some more. It is 27 bytes an event, or 1.5 with --long.
constexpr qint64 chance = 64 * 1024;
constexpr int stepsPerOrder = 11;

/// What the program asked for and did not give back; zero where the system does not say.
qint64 heapInUse()
{
#ifdef __GLIBC__
    const auto info = mallinfo2();
    return qint64(info.uordblks + info.hblkhd);
#else
    return 0;
#endif
}

} // namespace

/// A desktop that nobody switches off: from eight in the evening to four in the morning, over
/// midnight. As many orders leave the board as come; then it must need at the end what it needed
/// before.
class NightShift : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void needsNoMoreHourByHour();

private:
    void workAnHour();
    void sendEvent(int number);
    void publishNotice(int number);
    void replaceAnOrder();
    void loseTheServerForAMinute();
    void showEverything();

    DesktopFixture m_desktop;
    SampleMorning m_crm{m_desktop.store, m_desktop.clock};
    int m_firstOrder = 1; ///< of the 64 that are there
    int m_nextOrder = 65;
    StreamId m_lastNotice;
};

void NightShift::needsNoMoreHourByHour()
{
    m_desktop.fillWithSample();
    m_crm.waitUntil({20 - before, 0});
    m_crm.comeBack(protocol::Sync::Mode::Resume);
    m_desktop.show({1280, 720});
    QList<qint64> heap;
    QList<qsizetype> widgets;
    for (int hour = -before; hour < hours; ++hour) {
        workAnHour();
        if (hour < 0)
            continue;
        heap.append(heapInUse());
        widgets.append(QApplication::allWidgets().size());
        qInfo("hour %d: %lld KiB, %lld widgets", hour + 1, heap.last() / 1024,
              qint64(widgets.last()));
    }
    QCOMPARE(m_desktop.store.book().orders().size(), 64);
    QCOMPARE(m_desktop.settings.greetedDay(), QDate(2026, 11, 24));
    const qint64 early = *std::max_element(heap.begin(), heap.begin() + hours / 2);
    const qint64 late = *std::max_element(heap.begin() + hours / 2, heap.end());
    QVERIFY2(late <= early + chance, qPrintable(u"%1 bytes more"_qs.arg(late - early)));
    QCOMPARE(widgets, QList<qsizetype>(hours, widgets.first()));
}

void NightShift::workAnHour()
{
    for (int number = 0; number < eventsPerHour; ++number) {
        m_desktop.clock.advance(std::chrono::milliseconds(1h) / eventsPerHour);
        sendEvent(number);
        m_desktop.notifier.tick();
        if (number % 20 == 0)
            m_desktop.settle();
    }
    loseTheServerForAMinute();
    showEverything();
}

/// Mostly steps that begin and end.
void NightShift::sendEvent(int number)
{
    const int seed = m_firstOrder + number * 7 % 64;
    if (number % 20 == 0)
        replaceAnOrder();
    else if (number % 10 == 7)
        publishNotice(number);
    else if (number % 10 == 5)
        m_crm.order(seed, {{u"quantity"_qs, 100 + number}, {u"note"_qs, u"加急"_qs}});
    else
        m_crm.step(seed, number % stepsPerOrder, StepStatus(1 + number % 4),
                   u"李师傅%1"_qs.arg(number % 60));
}

/// Every other one is taken back by the next.
void NightShift::publishNotice(int number)
{
    static const char *const levels[] = {"info", "success", "warning", "error"};
    QJsonObject more;
    if (number % 20 == 17)
        more.insert(u"replaces"_qs, m_lastNotice.toString());
    m_lastNotice = m_crm.notice(levels[number / 10 % 4], u"19:00 停机检修"_qs, more);
}

/// A new one with its steps; the oldest leaves, as one that is retired.
void NightShift::replaceAnOrder()
{
    const int seed = m_nextOrder++;
    const QString no = u"PO2026112%1"_qs.arg(seed, 5, 10, QLatin1Char('0'));
    m_crm.order(seed,
                {{u"order_no"_qs, no},
                 {u"customer_name"_qs, u"晨光文具%1"_qs.arg(seed % 100)},
                 {u"product_name"_qs, u"2027 台历"_qs},
                 {u"status"_qs, 2},
                 {u"action"_qs, u"created"_qs},
                 {u"delivery_date"_qs, u"2026-11-2%1"_qs.arg(1 + seed % 9)}});
    for (int index = 0; index < stepsPerOrder; ++index)
        m_crm.step(seed, index, StepStatus::Waiting);
    const StreamId position = m_desktop.store.book().position;
    m_desktop.store.handle(protocol::OrderSight{
        {position.ms, position.seq + 1}, 1000 + m_firstOrder++, true, {}, false});
}

void NightShift::loseTheServerForAMinute()
{
    m_crm.cut();
    m_desktop.notifier.tick();
    m_desktop.settle();
    m_desktop.clock.advance(1min);
    m_crm.comeBack(protocol::Sync::Mode::Resume);
    m_desktop.notifier.tick();
}

void NightShift::showEverything()
{
    for (Page *page : m_desktop.window.findChild<PageStack *>()->pages()) {
        m_desktop.window.showPage(page);
        m_desktop.settle();
    }
    m_desktop.window.openNotices();
    m_desktop.settle();
    m_desktop.window.openActivity();
    m_desktop.settle();
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
}

QTEST_MAIN(NightShift)
#include "tst_night_shift.moc"
