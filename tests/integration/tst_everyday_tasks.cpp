// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/calls/call_desk.h"
#include "client/calls/call_dialog.h"
#include "client/orders/order_popup.h"
#include "client/preferences/first_run_dialog.h"
#include "client/wall/wall_window.h"
#include "client/window/header_bar.h"
#include "shared/protocol/codec.h"
#include "tests/integration/desktop.h"
#include "tests/integration/mouse.h"
#include "tests/integration/paint_watch.h"
#include "tests/integration/wire_client.h"

#include <QAbstractButton>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;
using namespace pressboard::test;

namespace {

constexpr int mostClicks = 3; ///< for each of docs/desk.md's everyday tasks
const QString order = u"PO20231201017"_qs;

/// Into whatever has the keyboard.
void typeText(const QString &text)
{
    QVERIFY(QApplication::focusWidget() != nullptr);
    QTest::keyClicks(QApplication::focusWidget(), text);
}

void press(Qt::Key key, Qt::KeyboardModifiers modifiers = {})
{
    QVERIFY(QApplication::focusWidget() != nullptr);
    QTest::keyClick(QApplication::focusWidget(), key, modifiers);
}

} // namespace

/// docs/desk.md, "Everyday tasks", on the real program and a real server: by mouse within three
/// clicks, and by keyboard without any. Typing is no click.
class EverydayTasks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void init();
    void cleanup();
    void connectASecondPc();
    void findAnOrder();
    void findAnOrderByKeyboard();
    void silenceToasts();
    void silenceToastsByKeyboard();
    void sendToOneDepartment();
    void withdrawIt();
    void sendAndWithdrawAtOnce();
    void sendAndWithdrawByKeyboard();
    void askForConfirmation();
    void seeWhoHasNotSeenIt();
    void callForHelp();
    void takeACall();
    void hangItOnTheWall();
    void hangItOnTheWallByKeyboard();

private:
    void publish(const QString &type, const QString &data);
    void answerTheFirstQuestion();
    QWidget *inHeader(const char *name) const;
    QString words(const char *name) const;
    QString lastEntry() const;
    void goTo(const QString &entry);
    void sitDown();
    void endSilence();
    CallDialog *callDialog() const;
    const Notice *lastCall() const;
    WallWindow *wall() const;
    void leaveTheWall();

    ServerProcess m_server;
    Desktop m_desktop;
    Mouse m_mouse;
    QString m_code; ///< Wang's
    QString m_otherCode; ///< Li's, at a machine of department 3
    std::unique_ptr<WireClient> m_machine;
};

void EverydayTasks::publish(const QString &type, const QString &data)
{
    const Outcome outcome = m_server.ctl({u"publish"_qs, type, data});
    QVERIFY2(outcome.exitCode == 0, qPrintable(outcome.err));
}

void EverydayTasks::initTestCase()
{
    QVERIFY2(m_server.start(), qPrintable(m_server.lastOutput()));
    QVERIFY(m_server.waitUntilReady());
    publish(
        u"order_notification"_qs,
        u"{\"order_id\":17,\"order_no\":\"%1\",\"customer_name\":\"东方出版社\",\"status\":2}"_qs
            .arg(order));
    publish(u"progress_notification"_qs,
            u"{\"order_id\":17,\"progress_id\":1,\"step_name\":\"印刷\","
            "\"step_category\":\"cover\",\"step_order\":1,\"status\":3}"_qs);
    publish(u"progress_notification"_qs,
            u"{\"order_id\":17,\"progress_id\":2,\"step_name\":\"覆膜\","
            "\"step_category\":\"cover\",\"step_order\":2,\"status\":1}"_qs);
    const Outcome user = m_server.ctl({u"user"_qs, u"add"_qs, u"wang"_qs, u"--role"_qs, u"admin"_qs,
                                       u"--department"_qs, u"3"_qs, u"--department"_qs, u"5"_qs});
    QVERIFY2(user.exitCode == 0, qPrintable(user.err));
    m_code = user.out.trimmed();
    const Outcome other = m_server.ctl({u"user"_qs, u"add"_qs, u"li"_qs, u"--role"_qs,
                                        u"operator"_qs, u"--department"_qs, u"3"_qs});
    QVERIFY2(other.exitCode == 0, qPrintable(other.err));
    m_otherCode = other.out.trimmed();
}

void EverydayTasks::init()
{
    m_mouse.startOver();
    if (QTest::currentTestFunction() != QByteArrayView("connectASecondPc"))
        sitDown();
}

/// Before the window as it opens: every task begins there.
void EverydayTasks::sitDown()
{
    QVERIFY(QTest::qWaitFor([this] {
        m_desktop.window().activateWindow();
        return m_desktop.window().isActiveWindow();
    }));
    m_desktop.window().setFocus();
}

void EverydayTasks::cleanup()
{
    qInfo("%s: %d clicks", QTest::currentTestFunction(), m_mouse.clicks());
    QVERIFY(m_mouse.clicks() <= mostClicks);
}

void EverydayTasks::answerTheFirstQuestion()
{
    auto *dialog = qobject_cast<FirstRunDialog *>(QApplication::activeModalWidget());
    QVERIFY(dialog != nullptr);
    QVERIFY(QTest::qWaitForWindowActive(dialog));
    typeText(u"127.0.0.1:%1"_qs.arg(m_server.port()));
    press(Qt::Key_Tab);
    typeText(m_code);
    QVERIFY(m_mouse.clickButton(u"测试并继续"_qs));
    auto *name = dialog->findChild<QLineEdit *>(u"stationName"_qs);
    QTRY_VERIFY(name->isVisible());
    QVERIFY(m_mouse.clickButton(u"覆膜"_qs)); // a desktop at the laminator's
    QVERIFY(m_mouse.clickButton(u"打开看板"_qs));
}

void EverydayTasks::connectASecondPc()
{
    QVERIFY(m_desktop.startAnew([this] { answerTheFirstQuestion(); }));
    QTRY_COMPARE(m_desktop.window().header().stateText(), u"已连接"_qs);
    QTRY_VERIFY(paintedText(m_desktop.board()).contains(u"覆膜"));
}

void EverydayTasks::findAnOrder()
{
    QVERIFY(m_mouse.click(m_desktop.window().findChild<QLineEdit *>(u"search"_qs)));
    findAnOrderByKeyboard();
}

void EverydayTasks::findAnOrderByKeyboard()
{
    typeText(order);
    press(Qt::Key_Return);
    OrderPopup &card = m_desktop.window().orderPopup();
    QTRY_VERIFY(card.isVisible());
    QTRY_VERIFY(paintedText(card).contains(u"覆膜"));
    QVERIFY(paintedText(card).contains(u"可开工")); // that is where it waits
    QTest::keyClick(&card, Qt::Key_Escape);
    press(Qt::Key_Escape);
}

void EverydayTasks::silenceToasts()
{
    QVERIFY(m_mouse.click(inHeader("mute")));
    QVERIFY(m_mouse.choose(u"到今天下班"_qs));
    QTRY_VERIFY(words("mute").startsWith(u"免打扰至"));
    endSilence();
}

/// No part of the task.
void EverydayTasks::endSilence()
{
    sitDown(); // no window manager gives the keyboard back after a menu
    press(Qt::Key_F10);
    goTo(u"免打扰"_qs);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Right);
    goTo(u"结束免打扰"_qs);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_COMPARE(words("mute"), u"免打扰"_qs);
}

void EverydayTasks::hangItOnTheWall()
{
    QVERIFY(m_mouse.click(inHeader("menu")));
    QVERIFY(m_mouse.choose(u"大屏模式"_qs));
    QTRY_VERIFY(wall() != nullptr);
    QVERIFY(wall()->isFullScreen());
    leaveTheWall();
}

QWidget *EverydayTasks::inHeader(const char *name) const
{
    return m_desktop.window().header().findChild<QWidget *>(QLatin1StringView(name));
}

QString EverydayTasks::words(const char *name) const
{
    return m_desktop.window()
        .header()
        .findChild<QAbstractButton *>(QLatin1StringView(name))
        ->text();
}

/// By the entries of the open menu: down until this one is chosen.
void EverydayTasks::goTo(const QString &entry)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    QVERIFY(menu != nullptr);
    const auto isThere = [&] {
        return menu->activeAction() != nullptr && menu->activeAction()->text().startsWith(entry);
    };
    for (int i = 0; i < menu->actions().size() && !isThere(); ++i)
        QTest::keyClick(menu, Qt::Key_Down);
    QVERIFY(isThere());
}

void EverydayTasks::silenceToastsByKeyboard()
{
    press(Qt::Key_F10);
    goTo(u"免打扰"_qs);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Right);
    goTo(u"到今天下班"_qs);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_VERIFY(words("mute").startsWith(u"免打扰至"));
    endSilence();
}

/// The newest entry of the log.
QString EverydayTasks::lastEntry() const
{
    return m_server
        .redisCli(
            {u"XREVRANGE"_qs, u"pressboard:events"_qs, u"+"_qs, u"-"_qs, u"COUNT"_qs, u"1"_qs})
        .out;
}

void EverydayTasks::sendToOneDepartment()
{
    QVERIFY(m_mouse.click(inHeader("sendNotice")));
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr && m_desktop.sendDialog()->isActiveWindow());
    typeText(u"19:00 stop"_qs);
    QVERIFY(m_mouse.pick(u"部门 3"_qs));
    QVERIFY(m_mouse.clickButton(u"发送"_qs));
    QTRY_VERIFY(lastEntry().contains(u"19:00 stop"));
    QVERIFY(lastEntry().contains(u"dept_3"));
    QTRY_VERIFY(m_desktop.toast(u"19:00 stop"_qs) != nullptr);
    m_desktop.sendDialog()->close();
}

/// Any time after it was sent, from the board.
void EverydayTasks::withdrawIt()
{
    QVERIFY(m_mouse.click(inHeader("sendNotice")));
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr);
    QVERIFY(m_mouse.clickButton(u"撤回"_qs));
    QTRY_VERIFY(lastEntry().contains(u"replaces"));
    QTRY_VERIFY(m_desktop.toast(u"19:00 stop"_qs) != nullptr); // 王芳撤回了一条通知
    m_desktop.sendDialog()->close();
}

void EverydayTasks::sendAndWithdrawAtOnce()
{
    QVERIFY(m_mouse.click(inHeader("sendNotice")));
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr && m_desktop.sendDialog()->isActiveWindow());
    typeText(u"not that"_qs);
    QVERIFY(m_mouse.pick(u"部门 3"_qs));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(lastEntry().contains(u"not that"));
    QVERIFY(QTest::qWaitFor([this] { return m_mouse.clickButton(u"撤回"_qs); }));
    QTRY_VERIFY(lastEntry().contains(u"replaces"));
    m_desktop.sendDialog()->close();
}

void EverydayTasks::sendAndWithdrawByKeyboard()
{
    press(Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr && m_desktop.sendDialog()->isActiveWindow());
    typeText(u"lunch"_qs);
    press(Qt::Key_Tab);
    press(Qt::Key_Tab);
    press(Qt::Key_Right); // 部门 3
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(lastEntry().contains(u"lunch"));
    QVERIFY(lastEntry().contains(u"dept_3"));
    const auto mayBeWithdrawn = [](const QAbstractButton *button) {
        return button->isVisible() && button->text() == u"撤回"
            && button->accessibleDescription() == u"lunch";
    };
    QTRY_VERIFY(std::ranges::any_of(m_desktop.sendDialog()->findChildren<QAbstractButton *>(),
                                    mayBeWithdrawn));
    const auto isOnWithdraw = [] {
        auto *button = qobject_cast<QAbstractButton *>(QApplication::focusWidget());
        return button != nullptr && button->text() == u"撤回";
    };
    for (int i = 0; i < 12 && !isOnWithdraw(); ++i)
        press(Qt::Key_Tab);
    QVERIFY(isOnWithdraw());
    press(Qt::Key_Space);
    QTRY_VERIFY(lastEntry().contains(u"replaces"));
    press(Qt::Key_Escape);
    QTRY_VERIFY(m_desktop.sendDialog() == nullptr);
}

/// At a machine there is somebody who does not look.
void EverydayTasks::askForConfirmation()
{
    m_machine = std::make_unique<WireClient>(WireClient::Speaks::V1);
    m_machine->setStation(u"s-machine"_qs, u"station"_qs, u"1"_qs);
    QVERIFY(QTest::qWaitFor([this] { return m_machine->openAndWait(m_server.url(m_otherCode)); },
                            20'000));
    QVERIFY(m_mouse.click(inHeader("sendNotice")));
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr && m_desktop.sendDialog()->isActiveWindow());
    typeText(u"19:00 off"_qs);
    QVERIFY(m_mouse.pick(u"部门 3"_qs));
    QVERIFY(m_mouse.clickButton(u"要求确认：对方要点「知道了」"_qs));
    press(Qt::Key_Return, Qt::ControlModifier);
    QTRY_VERIFY(lastEntry().contains(u"19:00 off"));
    QVERIFY(lastEntry().contains(u"confirm"));
    m_desktop.sendDialog()->close();
}

/// Any time after it was sent, from the board.
void EverydayTasks::seeWhoHasNotSeenIt()
{
    QVERIFY(m_mouse.click(inHeader("sendNotice")));
    QTRY_VERIFY(m_desktop.sendDialog() != nullptr);
    QVERIFY(QTest::qWaitFor([this] { return m_mouse.clickButton(u"还没看"_qs); }));
    QTRY_VERIFY(paintedText(*m_desktop.sendDialog()).contains(u"name of s-"));
    QVERIFY(m_mouse.clickButton(u"再提醒"_qs));
    QVERIFY(m_machine->waitFor([this] { return !m_machine->lastOf(u"remind"_qs).isEmpty(); }));
    m_desktop.sendDialog()->close();
}

CallDialog *EverydayTasks::callDialog() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *dialog = qobject_cast<CallDialog *>(widget);
        if (dialog != nullptr && dialog->isVisible())
            return dialog;
    }
    return nullptr;
}

/// As the machine has it.
const Notice *EverydayTasks::lastCall() const
{
    const QList<Notice> &notices = m_machine->book().notices;
    return !notices.isEmpty() && !notices.last().call().isEmpty() ? &notices.last() : nullptr;
}

void EverydayTasks::callForHelp()
{
    QVERIFY(m_mouse.click(inHeader("menu")));
    QVERIFY(m_mouse.choose(u"呼叫"_qs));
    QTRY_VERIFY(callDialog() != nullptr);
    QVERIFY(QTest::qWaitFor([this] { return m_mouse.clickButton(u"1 缺纸"_qs); }));
    m_desktop.skip(CallDesk::takesBack);
    QVERIFY(m_machine->waitFor([this] { return lastCall() != nullptr; }));
    QCOMPARE(lastCall()->message(), u"缺纸"_qs);
    m_machine->send(protocol::encode(protocol::Settle{u"coming"_qs, lastCall()->id}));
    QVERIFY(m_machine->waitFor([this] { return lastCall()->settled.has_value(); }));
    m_desktop.skip(CallDesk::asksAgain);
    QTRY_VERIFY(paintedText(*callDialog()).contains(u"li"));
    callDialog()->close();
}

void EverydayTasks::takeACall()
{
    m_machine->publish(u"call"_qs, u"general_notification"_qs, {{u"call"_qs, u"leader"_qs}});
    QVERIFY(QTest::qWaitFor([this] { return m_mouse.clickButton(u"我来处理"_qs); }));
    QVERIFY(m_machine->waitFor([this] { return lastCall() && lastCall()->settled.has_value(); }));
    QCOMPARE(lastCall()->settled->by, u"wang"_qs);
}

WallWindow *EverydayTasks::wall() const
{
    for (QWidget *widget : QApplication::topLevelWidgets()) {
        auto *wall = qobject_cast<WallWindow *>(widget);
        if (wall != nullptr && wall->isVisible())
            return wall;
    }
    return nullptr;
}

void EverydayTasks::leaveTheWall()
{
    QTest::keyPress(wall(), Qt::Key_Escape);
    m_desktop.skip(KeyHold::needed);
    QTRY_VERIFY(wall() == nullptr);
    QTRY_VERIFY(m_desktop.window().isVisible());
}

void EverydayTasks::hangItOnTheWallByKeyboard()
{
    press(Qt::Key_F10);
    goTo(u"大屏模式"_qs);
    QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
    QTRY_VERIFY(wall() != nullptr);
    leaveTheWall();
}

QTEST_MAIN(EverydayTasks)
#include "tst_everyday_tasks.moc"
