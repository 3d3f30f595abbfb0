// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/search_field.h"
#include "client/orders/order_popup.h"
#include "client/search/scanned_code.h"
#include "client/station/station_card.h"
#include "client/station/station_window.h"
#include "client/window/main_window.h"
#include "tests/support/dbus/private_bus.h"
#include "tests/support/x/pinyin_method.h"
#include "tests/support/x/x_keyboard.h"
#include "tests/window/sample_shop.h"
#include "tests/window/whole_program.h"

#include <QAbstractButton>
#include <QApplication>
#include <QDBusConnection>
#include <QDBusConnectionInterface>
#include <QDBusMessage>
#include <QLineEdit>
#include <QProcess>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;
using namespace std::chrono_literals;

namespace {

const QString stationName = QStringLiteral("覆膜机-2");

/// A code on a job ticket, and the one order that has it.
struct Code
{
    QString text;
    CrmId orderId;
};

/// Of the number and of the job ticket in turns.
QList<Code> codesOf(const Book &book, int most)
{
    QList<Code> codes;
    for (const Order &order : book.orders()) {
        const QString code = codes.size() % 2 == 0 ? order.orderNo : order.workOrderNo;
        const QList<CrmId> meant = ScannedCode(code).ordersIn(book);
        if (codes.size() < most && meant == QList<CrmId>{order.orderId})
            codes.append({code, order.orderId});
    }
    return codes;
}

/// Where the focus may be while somebody scans.
struct Place
{
    const char *name;
    void (*go)(MainWindow &window);
};

void press(MainWindow &window, Qt::Key key)
{
    QTest::keyClick(&window, key, Qt::ControlModifier);
}

const Place places[] = {
    {"board", [](MainWindow &window) { press(window, Qt::Key_1); }},
    {"orders", [](MainWindow &window) { press(window, Qt::Key_2); }},
    {"charts", [](MainWindow &window) { press(window, Qt::Key_3); }},
    {"search", [](MainWindow &window) { window.header().search().setFocus(); }},
    {"drawer", [](MainWindow &window) { window.openNotices(); }},
    {"menu", [](MainWindow &window) { window.header().openMenu(); }},
    {"dialog",
     [](MainWindow &window) {
         window.findChild<QAbstractButton *>(QStringLiteral("station"))->click();
         window.findChild<QLineEdit *>(QStringLiteral("stationName"))->setFocus();
     }},
    // Whatever stood there before, with the last card over it.
    {"card", [](MainWindow &window) { window.orderPopup().activateWindow(); }},
};

} // namespace

/// A scanner beside a Chinese input method: the whole program, keys through the X server's XTEST,
/// fcitx5 on the way. Two hundred scans of twenty orders over ten places: as many right cards.
class TestScansEverywhere : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void theInputMethodIsReal();
    void theFirstLetterGoesToTheMethodToo();
    void eachScanShowsItsCard_data();
    void eachScanShowsItsCard();
    void aCardBeforeAWallGoesByItself();

private:
    void useMethod(bool on);
    void letTheMethodSettle();
    static void bringToFront();
    void scanAll(WholeProgram &program, std::chrono::milliseconds gap);
    void scanTheDesk(WholeProgram &program, std::chrono::milliseconds gap);
    void scanTheStation(WholeProgram &program, std::chrono::milliseconds gap);

    XKeyboard m_keyboard;
    QList<Code> m_codes;
    std::unique_ptr<PinyinMethod> m_method;
    int m_right = 0; ///< cards
};

void TestScansEverywhere::initTestCase()
{
    if (!m_keyboard.isThere())
        QSKIP("no XTEST here");
    if (const QString missing = PinyinMethod::missing(); !missing.isEmpty())
        QSKIP(qUtf8Printable(missing));
    const bool all = qEnvironmentVariableIsSet("PRESSBOARD_LONG_TESTS");
    m_codes = codesOf(sampleBook(), all ? 20 : 2);
    QCOMPARE(m_codes.size(), all ? 20 : 2);
}

void TestScansEverywhere::init()
{
    m_right = 0;
}

void TestScansEverywhere::cleanup()
{
    m_method.reset();
}

void TestScansEverywhere::useMethod(bool on)
{
    auto *bus = QDBusConnection::sessionBus().interface();
    const QString name = QStringLiteral("org.fcitx.Fcitx5");
    QTRY_VERIFY(!bus->isServiceRegistered(name)); // the one before
    m_method = std::make_unique<PinyinMethod>();
    QVERIFY(m_method->start(on));
    QTRY_VERIFY(bus->isServiceRegistered(name));
}

/// It answers in order: once it answered this, it did what the program asked for before.
void TestScansEverywhere::letTheMethodSettle()
{
    QCoreApplication::processEvents();
    QDBusConnection::sessionBus().call(QDBusMessage::createMethodCall(
        QStringLiteral("org.fcitx.Fcitx5"), QStringLiteral("/"),
        QStringLiteral("org.freedesktop.DBus.Peer"), QStringLiteral("Ping")));
    QCoreApplication::processEvents();
}

/// Else all that follows would prove nothing.
void TestScansEverywhere::theInputMethodIsReal()
{
    useMethod(true);
    if (QTest::currentTestFailed())
        return;
    QLineEdit field;
    field.show();
    field.activateWindow();
    QTRY_VERIFY(field.hasFocus() && field.isActiveWindow());
    const auto typed = [&] {
        m_keyboard.type(QStringLiteral("nihao "), 80ms);
        return QTest::qWaitFor([&] { return field.text().endsWith(QStringLiteral("你好")); },
                               2'000);
    };
    QTRY_VERIFY_WITH_TIMEOUT(typed(), 30'000);
    // What was typed in vain comes late, and must not come in another test's window.
    QSignalSpy entered(&field, &QLineEdit::returnPressed);
    m_keyboard.type(QStringLiteral("\n"), 80ms);
    QTRY_COMPARE(entered.count(), 1);
}

/// There is no window manager here, which would give a new window the keyboard.
void TestScansEverywhere::bringToFront()
{
    for (QWidget *window : QApplication::topLevelWidgets()) {
        if (window->isVisible())
            window->activateWindow();
    }
}

/// Typing anywhere on the board is typing into the search, Chinese too.
void TestScansEverywhere::theFirstLetterGoesToTheMethodToo()
{
    useMethod(true);
    if (QTest::currentTestFailed())
        return;
    WholeProgram program(WholeProgram::Mode::Desk, stationName);
    program.start();
    MainWindow &window = program.desk();
    window.activateWindow();
    QTRY_VERIFY(window.isActiveWindow());
    letTheMethodSettle();
    m_keyboard.type(QStringLiteral("nihao "), 80ms);
    QTRY_COMPARE(window.header().search().text(), QStringLiteral("你好"));
}

void TestScansEverywhere::eachScanShowsItsCard_data()
{
    QTest::addColumn<bool>("pinyin");
    QTest::addColumn<int>("gap");
    QTest::newRow("pinyin on, 2 ms") << true << 2;
    QTest::newRow("pinyin on, 12 ms") << true << 12;
    QTest::newRow("pinyin off, 2 ms") << false << 2;
    QTest::newRow("pinyin off, 12 ms") << false << 12;
}

void TestScansEverywhere::eachScanShowsItsCard()
{
    QFETCH(bool, pinyin);
    QFETCH(int, gap);
    useMethod(pinyin);
    for (const WholeProgram::Mode mode :
         {WholeProgram::Mode::Desk, WholeProgram::Mode::Wall, WholeProgram::Mode::Station}) {
        if (QTest::currentTestFailed())
            return;
        WholeProgram program(mode, stationName);
        program.start();
        bringToFront();
        QTRY_VERIFY(QGuiApplication::focusWindow() != nullptr);
        const std::chrono::milliseconds between(gap);
        if (mode == WholeProgram::Mode::Desk)
            scanTheDesk(program, between);
        else if (mode == WholeProgram::Mode::Wall)
            scanAll(program, between);
        else
            scanTheStation(program, between);
    }
    constexpr int modes = 2; // beside the desk
    QCOMPARE(m_right, int(m_codes.size()) * (int(std::size(places)) + modes));
}

void TestScansEverywhere::scanAll(WholeProgram &program, std::chrono::milliseconds gap)
{
    OrderPopup &card = program.desk().orderPopup();
    for (const Code &code : std::as_const(m_codes)) {
        m_keyboard.type(code.text + u'\n', gap);
        QTRY_COMPARE(card.orderId(), code.orderId);
        QVERIFY(card.isVisible());
        ++m_right;
    }
}

void TestScansEverywhere::scanTheDesk(WholeProgram &program, std::chrono::milliseconds gap)
{
    MainWindow &window = program.desk();
    for (const Place &place : places) {
        if (qstrcmp(place.name, "card") != 0 && window.orderPopup().isVisible()) {
            window.orderPopup().close();
            window.activateWindow();
            QTRY_VERIFY(window.isActiveWindow());
        }
        place.go(window);
        QTRY_VERIFY(QGuiApplication::focusWindow() != nullptr);
        scanAll(program, gap);
        if (QTest::currentTestFailed()) {
            qWarning("at: %s", place.name);
            return;
        }
    }
    QCOMPARE(window.header().search().text(), QString());
    QCOMPARE(window.findChild<QLineEdit *>(QStringLiteral("stationName"))->text(), stationName);
}

void TestScansEverywhere::scanTheStation(WholeProgram &program, std::chrono::milliseconds gap)
{
    const StationCard &card = program.station()->card();
    for (const Code &code : std::as_const(m_codes)) {
        m_keyboard.type(code.text + u'\n', gap);
        QTRY_COMPARE(card.orderId(), code.orderId);
        QVERIFY(card.isVisible());
        ++m_right;
    }
}

void TestScansEverywhere::aCardBeforeAWallGoesByItself()
{
    WholeProgram program(WholeProgram::Mode::Wall, stationName);
    program.start();
    QTRY_VERIFY(QGuiApplication::focusWindow() != nullptr);
    OrderPopup &card = program.desk().orderPopup();
    m_keyboard.type(m_codes.first().text + u'\n', 3ms);
    QTRY_COMPARE(card.orderId(), m_codes.first().orderId);
    program.pass(59s);
    QVERIFY(card.isVisible());
    program.pass(1s);
    QVERIFY(!card.isVisible());
}

/// A program finds its bus and its input method when it starts: so this one starts itself again,
/// with a bus of its own.
int runOnItsOwnBus(int &argc, char **argv)
{
    const QCoreApplication outer(argc, argv);
    PrivateBus bus;
    if (!bus.start())
        return 1;
    const QTemporaryDir home;
    qputenv("DBUS_SESSION_BUS_ADDRESS", bus.address().toUtf8());
    qputenv("QT_IM_MODULE", "fcitx");
    qputenv("XDG_CACHE_HOME", home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", home.path().toUtf8());
    QProcess inner;
    inner.setProcessChannelMode(QProcess::ForwardedChannels);
    inner.start(outer.applicationFilePath(), outer.arguments().mid(1));
    inner.waitForFinished(-1);
    return inner.exitStatus() == QProcess::NormalExit ? inner.exitCode() : 1;
}

int main(int argc, char **argv)
{
    if (!qEnvironmentVariableIsSet("PRESSBOARD_TEST_BUS")) {
        qputenv("PRESSBOARD_TEST_BUS", "1");
        return runOnItsOwnBus(argc, argv);
    }
    const QApplication program(argc, argv);
    TestScansEverywhere test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_scans_everywhere.moc"
