// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/orders/order_popup.h"
#include "client/orders/orders_page.h"
#include "client/station/station_window.h"
#include "client/wall/wall_window.h"
#include "client/window/main_window.h"
#include "tests/window/sample_shop.h"
#include "tests/window/whole_program.h"

#include <QApplication>
#include <QScreen>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using pressboard::test::WholeProgram;

namespace {

QStringList again(const QStringList &arguments)
{
    return QStringList(QStringLiteral("pressboard")) + arguments;
}

template<typename Window> bool isOnScreen()
{
    const QWidgetList all = QApplication::topLevelWidgets();
    return std::any_of(all.begin(), all.end(), [](const QWidget *widget) {
        return qobject_cast<const Window *>(widget) != nullptr && widget->isVisible();
    });
}

} // namespace

/// The program put together: how it begins, and what becomes of a second start.
class TestApplication : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void aSecondStartIsAnswered();
    void aSecondStartBringsThePageAndTheOrder();
    void aSecondStartGoesIntoAMode();
    void aSmallScreenIsFilled();
    void thePlaceIsKeptWhileItRuns();
    void atLoginItMayBeginWithoutAWindow();

private:
    QTemporaryDir m_home;
};

void TestApplication::initTestCase()
{
    qputenv("XDG_CACHE_HOME", m_home.path().toUtf8());
    qputenv("XDG_CONFIG_HOME", m_home.path().toUtf8());
}

void TestApplication::aSecondStartIsAnswered()
{
    WholeProgram program(WholeProgram::Mode::Desk);
    program.start();
    program.desk().hide();
    program.application().startAgain(again({}));
    QVERIFY(program.desk().isVisible());
    program.desk().hide();
    program.application().startAgain(again({QStringLiteral("--no-such-option")}));
    QVERIFY(program.desk().isVisible());
}

void TestApplication::aSecondStartBringsThePageAndTheOrder()
{
    WholeProgram program(WholeProgram::Mode::Desk);
    program.start();
    QVERIFY(qobject_cast<BoardPage *>(program.desk().currentPage()) != nullptr);
    const Book book = test::sampleBook();
    const Order &order = *book.orders().begin();
    program.application().startAgain(again({QStringLiteral("--page"), QStringLiteral("orders"),
                                            QStringLiteral("--find"), order.orderNo}));
    QVERIFY(qobject_cast<OrdersPage *>(program.desk().currentPage()) != nullptr);
    QCOMPARE(program.desk().currentPage()->firstFound(), order.orderId);
}

void TestApplication::aSecondStartGoesIntoAMode()
{
    WholeProgram program(WholeProgram::Mode::Desk);
    program.start();
    program.application().startAgain(again({QStringLiteral("--station")}));
    QVERIFY(isOnScreen<StationWindow>());
    QVERIFY(!program.desk().isVisible());
    program.application().startAgain(again({QStringLiteral("--kiosk")}));
    QVERIFY(isOnScreen<WallWindow>());
    QTRY_VERIFY(!isOnScreen<StationWindow>());
}

void TestApplication::aSmallScreenIsFilled()
{
    const int width = QGuiApplication::primaryScreen()->availableSize().width();
    WholeProgram program(WholeProgram::Mode::Desk);
    program.start();
    QCOMPARE(program.desk().isMaximized(), width <= 1440);
    QVERIFY(program.desk().minimumWidth() <= width);
}

/// A session that ends kills the program, and asks nobody before.
void TestApplication::thePlaceIsKeptWhileItRuns()
{
    WholeProgram program(WholeProgram::Mode::Desk);
    program.settings().setWindowGeometry({});
    program.start();
    program.desk().showNormal();
    program.desk().setGeometry(20, 30, 970, 560);
    const QByteArray place = program.desk().saveGeometry();
    QTRY_COMPARE(Settings(program.settings().path()).windowGeometry(), place);
}

/// Nobody is left with neither: this screen has no tray.
void TestApplication::atLoginItMayBeginWithoutAWindow()
{
    WholeProgram program(WholeProgram::Mode::Desk);
    program.settings().setLoginBeginsInTray(true);
    Options options;
    options.atLogin = true;
    program.start(options);
    QVERIFY(program.desk().isMinimized());
}

QTEST_MAIN(TestApplication)
#include "tst_application.moc"
