// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/toast_folder.h"
#include "client/translations.h"

#include <QTest>

using namespace pressboard::client;
using namespace std::chrono_literals;

class TestToastFolder : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void fourPass();
    void theFifthFolds();
    void alarmsNeverFold_data();
    void alarmsNeverFold();
    void soundIsNotLost();
    void turnsAreNamed();
    void slowToastsPass();
    void aNewBurstBeginsAnew();
};

namespace {

Toast toast(ToastKind kind, bool sound = false)
{
    Toast toast;
    toast.kind = kind;
    toast.sound = sound;
    return toast;
}

} // namespace

void TestToastFolder::fourPass()
{
    ToastFolder folder;
    for (int i = 0; i < ToastFolder::most; ++i)
        QVERIFY(folder.offer(toast(ToastKind::OrderChanged), 1s * i));
    QVERIFY(!folder.takeSummary(1h));
}

void TestToastFolder::theFifthFolds()
{
    Translations translations;
    ToastFolder folder;
    for (int i = 0; i < 4; ++i)
        folder.offer(toast(ToastKind::OrderCreated), 0s);
    for (int i = 0; i < 4; ++i)
        QVERIFY(!folder.offer(toast(ToastKind::OrderCreated), 1s));
    for (int i = 0; i < 18; ++i)
        QVERIFY(!folder.offer(toast(ToastKind::OrderChanged), 5s));
    QVERIFY(!folder.offer(toast(ToastKind::StepSkipped), 10500ms));
    QVERIFY(!folder.takeSummary(10999ms));
    translations.use(QStringLiteral("zh_CN"));
    const auto summary = folder.takeSummary(11s);
    QVERIFY(summary);
    QCOMPARE(summary->kind, ToastKind::Burst);
    QCOMPARE(summary->title, QStringLiteral("23 条更新"));
    QCOMPARE(summary->text, QStringLiteral("新订单 4·改动 18·工序 1（点击查看）"));
    QVERIFY(!summary->sound);
    QVERIFY(!folder.takeSummary(1h));

    for (int i = 0; i < 5; ++i)
        folder.offer(toast(ToastKind::OrderCreated), 100s);
    translations.use(QStringLiteral("en"));
    QCOMPARE(folder.takeSummary(110s)->title, QStringLiteral("1 update"));
}

void TestToastFolder::alarmsNeverFold_data()
{
    QTest::addColumn<int>("kind");
    for (const ToastKind kind :
         {ToastKind::OrderCancelled, ToastKind::Overdue, ToastKind::NoticeError,
          ToastKind::ConnectionLost, ToastKind::ConnectionBack, ToastKind::DueToday,
          ToastKind::NoticeTest})
        QTest::addRow("%d", int(kind)) << int(kind);
}

void TestToastFolder::alarmsNeverFold()
{
    QFETCH(int, kind);
    ToastFolder folder;
    for (int i = 0; i < 20; ++i)
        folder.offer(toast(ToastKind::OrderChanged), 0s);
    for (int i = 0; i < 20; ++i)
        QVERIFY(folder.offer(toast(ToastKind(kind)), 0s));
}

void TestToastFolder::soundIsNotLost()
{
    ToastFolder folder;
    for (int i = 0; i < 5; ++i)
        folder.offer(toast(ToastKind::OrderChanged), 0s);
    folder.offer(toast(ToastKind::StepReady, true), 0s);
    QVERIFY(folder.takeSummary(10s)->sound);
}

void TestToastFolder::turnsAreNamed()
{
    Translations translations;
    translations.use(QStringLiteral("en"));
    ToastFolder folder;
    for (int i = 0; i < ToastFolder::most; ++i)
        folder.offer(toast(ToastKind::OrderChanged), 0s);
    Toast turn = toast(ToastKind::StepReady, true);
    for (int i = 1; i <= 7; ++i) {
        turn.step = i == 2 ? QStringLiteral("覆膜") : QStringLiteral("烫金");
        turn.orderNo = QStringLiteral("PO2026112200%1").arg(i);
        folder.offer(turn, 0s);
    }
    folder.offer(toast(ToastKind::OrderCreated), 0s);
    const Toast summary = *folder.takeSummary(10s);
    QCOMPARE(summary.title, QStringLiteral("Your turn: 7 steps"));
    QCOMPARE(summary.text,
             QStringLiteral("烫金 1122001, 覆膜 1122002, 烫金 1122003, 烫金 1122004, 烫金 1122005 "
                            "and 2 more · 1 new"));
    QCOMPARE(summary.emphasis, ToastEmphasis::YourTurn);
    QVERIFY(summary.sound);
}

void TestToastFolder::slowToastsPass()
{
    ToastFolder folder;
    for (int i = 0; i < 100; ++i)
        QVERIFY(folder.offer(toast(ToastKind::OrderChanged), 2500ms * i));
}

void TestToastFolder::aNewBurstBeginsAnew()
{
    ToastFolder folder;
    for (int i = 0; i < 6; ++i)
        folder.offer(toast(ToastKind::OrderChanged), 0s);
    QCOMPARE(folder.takeSummary(10s)->title, QStringLiteral("2 update(s)"));
    QVERIFY(folder.offer(toast(ToastKind::OrderChanged), 10s));
}

QTEST_GUILESS_MAIN(TestToastFolder)
#include "tst_toast_folder.moc"
