// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/due_work.h"
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/first_panel.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/controls/search_field.h"
#include "client/orders/orders_page.h"
#include "client/today/due_sentence.h"
#include "client/today/today_page.h"
#include "client/today/today_panel.h"
#include "client/window/header_bar.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/due_book.h"
#include "tests/window/sample_shop.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

class TestTodayPage : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void listsByRisk();
    void saysTheSums();
    void saysThatNothingIsDue();
    void everyNumberOpensItsOrders();
    void worksByKey();
    void isSearched();
    void followsTheBook();
    void speaksAnotherLanguage();
    void costsNothingBehind();
    void standsFirstOnTheBoard();
};

namespace {

/// The desktop with 今日必交 in front, judged.
struct TodayDesktop : test::DesktopFixture
{
    explicit TodayDesktop(int rows, const QString &language = u"zh_CN"_qs)
        : DesktopFixture(language)
        , tester(&board.due(), QAbstractItemModelTester::FailureReportingMode::QtTest)
    {
        StoreImage image;
        image.book = test::dueBook(rows);
        image.shop = test::sampleShop();
        image.dataAsOf = image.lastChange = test::sampleNow() - 2min;
        store.restore(image);
        setState(ConnectionState::Live);
        show({1280, 720});
        window.showPage(&pages.today());
        isJudged = QTest::qWaitFor([this] { return pages.dueWork().isReady(); });
        settle();
    }
    DueSentence &sentence() const { return pages.today().today().sentence(); }
    RowList &rows() const { return pages.today().today().panel().rows(); }

    QAbstractItemModelTester tester;
    bool isJudged = false;
};

} // namespace

void TestTodayPage::listsByRisk()
{
    TodayDesktop desktop(120);
    QVERIFY(desktop.isJudged);
    DueModel &list = desktop.board.due();
    QCOMPARE(list.rowCount(), 120);
    for (int row = 1; row < list.rowCount(); ++row) {
        const DueJudgement before = list.row(row - 1).judgement;
        const DueJudgement here = list.row(row).judgement;
        QVERIFY(before.verdict <= here.verdict);
        if (before.verdict == here.verdict && here.expected.isValid())
            QVERIFY(before.slack <= here.slack);
    }
    QCOMPARE(list.row(0).judgement.verdict, DueVerdict::TooLate);
    QCOMPARE(list.row(119).judgement.verdict, DueVerdict::InTime);
}

void TestTodayPage::saysTheSums()
{
    TodayDesktop desktop(9);
    const DueSums today = desktop.pages.dueWork().today();
    QCOMPARE(today.all(), 7);
    const QString text = desktop.sentence().text();
    QVERIFY2(text.startsWith(u"今天必交 7 单：来得及 %1"_qs.arg(today.inTime)), qPrintable(text));
    QVERIFY2(text.contains(u"来不及 %1"_qs.arg(today.tooLate)), qPrintable(text));
    QVERIFY2(text.contains(u"。明天 2 单："_qs), qPrintable(text));
    QCOMPARE(desktop.sentence().accessibleDescription(), text);
}

void TestTodayPage::saysThatNothingIsDue()
{
    TodayDesktop desktop(0);
    QCOMPARE(desktop.sentence().text(), u"今天没有必须交的单"_qs);
    QCOMPARE(desktop.sentence().itemCount(), 0);
    QCOMPARE(desktop.rows().emptyText(), u"没有逾期的单，今天和明天也没有要交的"_qs);
}

void TestTodayPage::everyNumberOpensItsOrders()
{
    TodayDesktop desktop(40);
    const int doors = desktop.sentence().itemCount();
    QVERIFY(doors >= 5);
    for (int item = 0; item < doors; ++item) {
        desktop.window.showPage(&desktop.pages.today());
        desktop.settle();
        // 来得及 5, 今天必交 27 单: the number stands behind a word.
        const QString words = desktop.sentence().itemText(item);
        QTest::mouseClick(&desktop.sentence(), Qt::LeftButton, {},
                          desktop.sentence().itemRect(item).center());
        QCOMPARE(desktop.window.currentPage(), &desktop.pages.orders());
        const int listed = desktop.pages.orders().model().rowCount();
        QVERIFY2(words.contains(QString::number(listed)), qPrintable(words));
    }
}

void TestTodayPage::worksByKey()
{
    TodayDesktop desktop(9);
    desktop.rows().setFocus(Qt::TabFocusReason);
    QSignalSpy opened(&desktop.orderActions, &OrderActions::openRequested);
    QTest::keyClick(&desktop.rows(), Qt::Key_Down);
    QCOMPARE(opened.count(), 0); // it is selected
    QTest::keyClick(&desktop.rows(), Qt::Key_Return);
    QCOMPARE(opened.count(), 1);
    QCOMPARE(opened.first().first().value<CrmId>(), desktop.rows().currentOrder());
}

void TestTodayPage::isSearched()
{
    TodayDesktop desktop(9);
    const Order &wanted = *desktop.store.book().order(10'003);
    desktop.window.header().search().setText(wanted.orderNo);
    desktop.settle();
    QCOMPARE(desktop.board.due().rowCount(), 1);
    QCOMPARE(desktop.pages.today().firstFound(), wanted.orderId);
    QVERIFY(desktop.sentence().text().contains(u"今天必交 7 单"_qs)); // of all
    QVERIFY(desktop.board.due().row(0).judgement.verdict != DueVerdict::None);
    desktop.window.header().search().setText(u"qqqq"_qs);
    desktop.settle();
    QCOMPARE(desktop.rows().emptyText(), u"没有找到"_qs);
}

void TestTodayPage::followsTheBook()
{
    TodayDesktop desktop(9);
    desktop.store.handle(protocol::EventMessage{
        QString(event_type::order),
        {{u"order_id"_qs, 10'003}, {u"status"_qs, int(OrderStatus::Completed)}},
        {quint64(desktop.clock.now().time_since_epoch().count()), 0},
        false,
        {}});
    QCOMPARE(desktop.board.due().rowCount(), 8);
    QTRY_COMPARE(desktop.pages.dueWork().today().all(), 6);
    desktop.settle();
    QVERIFY(desktop.sentence().text().startsWith(u"今天必交 6 单"_qs));
}

void TestTodayPage::speaksAnotherLanguage()
{
    TodayDesktop desktop(9, u"en"_qs);
    QVERIFY2(desktop.sentence().text().startsWith(u"7 orders must go out today: in time "_qs),
             qPrintable(desktop.sentence().text()));
    desktop.translations.use(u"zh_CN"_qs);
    desktop.settle();
    QVERIFY(desktop.sentence().text().startsWith(u"今天必交 7 单"_qs));
}

/// A page that is not in front judges nothing.
void TestTodayPage::costsNothingBehind()
{
    TodayDesktop desktop(9);
    desktop.window.showPage(&desktop.pages.orders());
    desktop.settle();
    QSignalSpy judged(&desktop.pages.dueWork(), &DueWork::changed);
    desktop.clock.advance(2min);
    desktop.store.noteAlive();
    QVERIFY(!judged.wait(1200));
}

/// For a desk without steps: by itself, as high as its rows, and never more than half.
void TestTodayPage::standsFirstOnTheBoard()
{
    TodayDesktop desktop(9);
    BoardPage &page = desktop.pages.board();
    desktop.window.showPage(&page);
    auto *first = page.findChild<FirstPanel *>();
    QVERIFY(!first->isVisible());
    page.setFirstWanted(true);
    desktop.settle();
    QVERIFY(first->isVisible());
    QVERIFY(first->height() * 2 <= page.height());
    QVERIFY(page.panels().running().isVisible());
    QVERIFY(page.panels().rect().contains(page.panels().running().geometry()));
    for (int i = 0; i < 9; ++i)
        desktop.store.handle(protocol::EventMessage{
            QString(event_type::order),
            {{u"order_id"_qs, 10'000 + i}, {u"status"_qs, int(OrderStatus::Completed)}},
            {quint64(desktop.clock.now().time_since_epoch().count()), quint64(i)},
            false,
            {}});
    desktop.settle();
    QVERIFY(!first->isVisible()); // nothing must go out
}

QTEST_MAIN(TestTodayPage)
#include "tst_today_page.moc"
