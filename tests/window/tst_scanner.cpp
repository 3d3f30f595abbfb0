// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/search_field.h"
#include "client/orders/order_popup.h"
#include "client/scanner/scan_filter.h"
#include "tests/support/x/x_keyboard.h"
#include "tests/window/desktop_fixture.h"

#include <QDialog>
#include <QLineEdit>
#include <QRandomGenerator>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

/// The window as the program wires it to a scanner, on a real screen.
struct ScannerDesk : DesktopFixture
{
    ScannerDesk()
    {
        fillWithSample();
        show(QSize(1366, 768));
        QObject::connect(filter.get(), &ScanFilter::scanned, &window, &MainWindow::openScanned);
        QObject::connect(filter.get(), &ScanFilter::aboutToType, &window,
                         &MainWindow::expectTyping);
        window.activateWindow();
    }

    OrderPopup &card() { return window.orderPopup(); }
    QString searched() { return window.header().search().text(); }
    void closeCard()
    {
        if (card().isVisible())
            card().close();
        window.activateWindow();
    }

    std::unique_ptr<ScanFilter> filter = ScanFilter::ofSystem();
};

/// Some orders of the sample, pending ones and those of no list among them.
QList<const Order *> ordersOf(const Book &book, int most)
{
    QList<const Order *> orders;
    for (const Order &order : book.orders()) {
        if (!order.orderNo.isEmpty() && orders.size() < most)
            orders.append(&order);
    }
    return orders;
}

} // namespace

/// Keys through the X server's XTEST, as those of a USB scanner.
class TestScanner : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void eachScanShowsItsCard_data();
    void eachScanShowsItsCard();
    void scanLeavesNoText();
    void unknownCodeIsSaid();
    void scanReachesTheCardOverADialog();
    void typingGoesToTheSearchWhole();
    void codeFieldTakesScansAsText();
    void nothingTypedIsLost();

private:
    XKeyboard m_keyboard;
};

void TestScanner::initTestCase()
{
    if (!m_keyboard.isThere())
        QSKIP("no XTEST here");
}

void TestScanner::eachScanShowsItsCard_data()
{
    QTest::addColumn<int>("gap");
    QTest::addColumn<QString>("end");
    QTest::newRow("2 ms, Enter") << 2 << QStringLiteral("\n");
    QTest::newRow("12 ms, Enter") << 12 << QStringLiteral("\n");
    QTest::newRow("12 ms, Tab") << 12 << QStringLiteral("\t");
}

void TestScanner::eachScanShowsItsCard()
{
    QFETCH(int, gap);
    QFETCH(QString, end);
    ScannerDesk desk;
    QTRY_VERIFY(desk.window.isActiveWindow());
    const QList<const Order *> orders = ordersOf(desk.store.book(), 10);
    for (int page = 0; page < 3; ++page) {
        QTest::keyClick(&desk.window, Qt::Key(Qt::Key_1 + page), Qt::ControlModifier);
        for (const Order *order : orders) {
            m_keyboard.type(order->orderNo + end, std::chrono::milliseconds(gap));
            QTRY_COMPARE(desk.card().orderId(), order->orderId);
            QVERIFY(desk.card().isVisible());
        }
        desk.closeCard();
        QTRY_VERIFY(desk.window.isActiveWindow());
    }
}

void TestScanner::scanLeavesNoText()
{
    ScannerDesk desk;
    QTRY_VERIFY(desk.window.isActiveWindow());
    desk.window.header().search().setFocus();
    QSignalSpy scans(desk.filter.get(), &ScanFilter::scanned);
    m_keyboard.type(QStringLiteral("NOSUCHORDER\n"), 3ms);
    QTRY_COMPARE(scans.size(), 1);
    QCOMPARE(scans.first().first().toString(), QStringLiteral("NOSUCHORDER"));
    QCOMPARE(desk.searched(), QString());
}

void TestScanner::unknownCodeIsSaid()
{
    ScannerDesk desk;
    QTRY_VERIFY(desk.window.isActiveWindow());
    const Order *order = ordersOf(desk.store.book(), 1).first();
    m_keyboard.type(order->orderNo + u'\n', 3ms);
    QTRY_COMPARE(desk.card().orderId(), order->orderId);
    QSignalSpy missed(&desk.window, &MainWindow::scanMissed);
    m_keyboard.type(QStringLiteral("PO9999999\n"), 3ms);
    QTRY_VERIFY(desk.card().isMissingShown());
    QCOMPARE(missed.size(), 1);
    QVERIFY(desk.card().orderId().isNull());
    // The next one counts at once.
    m_keyboard.type(order->orderNo + u'\n', 3ms);
    QTRY_COMPARE(desk.card().orderId(), order->orderId);
    QVERIFY(!desk.card().isMissingShown());
}

void TestScanner::scanReachesTheCardOverADialog()
{
    ScannerDesk desk;
    QTRY_VERIFY(desk.window.isActiveWindow());
    QDialog dialog(&desk.window);
    QVBoxLayout column(&dialog);
    QLineEdit field;
    column.addWidget(&field);
    dialog.open();
    field.setFocus();
    QTRY_VERIFY(dialog.isActiveWindow());
    const Order *order = ordersOf(desk.store.book(), 1).first();
    m_keyboard.type(order->orderNo + u'\n', 3ms);
    QTRY_COMPARE(desk.card().orderId(), order->orderId);
    QCOMPARE(field.text(), QString());
    QVERIFY(dialog.isVisible());
    QTRY_VERIFY(desk.card().isActiveWindow());
    QTest::keyClick(&desk.card(), Qt::Key_Escape);
    QTRY_VERIFY(!desk.card().isVisible());
}

void TestScanner::typingGoesToTheSearchWhole()
{
    ScannerDesk desk;
    QTRY_VERIFY(desk.window.isActiveWindow());
    desk.window.setFocus();
    m_keyboard.type(QStringLiteral("xhsj"), 80ms);
    QTRY_COMPARE(desk.searched(), QStringLiteral("xhsj"));
    QVERIFY(desk.window.header().search().hasFocus());
}

void TestScanner::codeFieldTakesScansAsText()
{
    ScannerDesk desk;
    QDialog dialog(&desk.window);
    QVBoxLayout column(&dialog);
    QLineEdit code;
    code.setProperty(ScanFilter::wantsText, true);
    column.addWidget(&code);
    dialog.open();
    code.setFocus();
    QTRY_VERIFY(dialog.isActiveWindow());
    QSignalSpy scans(desk.filter.get(), &ScanFilter::scanned);
    QSignalSpy entered(&code, &QLineEdit::returnPressed);
    m_keyboard.type(QStringLiteral("abcdef123456\n"), 2ms);
    QTRY_COMPARE(entered.size(), 1);
    QCOMPARE(code.text(), QStringLiteral("abcdef123456"));
    QCOMPARE(scans.size(), 0);
}

void TestScanner::nothingTypedIsLost()
{
    const int keys = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS") ? 10'000 : 1'500;
    ScannerDesk desk;
    QDialog dialog(&desk.window);
    QVBoxLayout column(&dialog);
    QLineEdit field;
    column.addWidget(&field);
    dialog.open();
    field.setFocus();
    QTRY_VERIFY(dialog.isActiveWindow());
    QRandomGenerator random(1);
    QString typed;
    while (typed.size() < keys) {
        QString word;
        for (int i = random.bounded(1, 30); i > 0; --i)
            word += QChar(u'a' + random.bounded(26));
        if (random.bounded(3) == 0)
            word = word.toUpper();
        // A rest before each word: two words are never one.
        m_keyboard.type(word.left(1), 60ms);
        m_keyboard.type(word.mid(1), std::chrono::milliseconds(random.bounded(1, 4)));
        typed += word;
        QTRY_COMPARE_WITH_TIMEOUT(field.text().size(), typed.size(), 10'000);
    }
    QCOMPARE(field.text(), typed);
}

QTEST_MAIN(TestScanner)
#include "tst_scanner.moc"
