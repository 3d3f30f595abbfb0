// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/widgets/banner.h"
#include "client/widgets/board_page.h"
#include "client/widgets/board_panels.h"
#include "client/widgets/header_bar.h"
#include "client/widgets/number_cell.h"
#include "client/widgets/numbers_strip.h"
#include "client/widgets/panel.h"
#include "client/widgets/row_list.h"
#include "tests/window/desk.h"
#include "tests/window/sample_shop.h"
#include "tests/window/text_audit.h"

#include <QAbstractButton>
#include <QDir>
#include <QLineEdit>
#include <QTest>

#include <functional>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;

using Enter = std::function<void(test::Desk &)>;
Q_DECLARE_METATYPE(Enter)

namespace {

enum class Look {
    Live, ///< no banner, all colours
    OnItsWay, ///< a plain banner
    Alarm, ///< a red one
};

Enter waiting(Trouble trouble, std::chrono::milliseconds retryIn)
{
    return [=](test::Desk &desk) {
        desk.fillWithSample();
        desk.setState(ConnectionState::Waiting, trouble, 3, retryIn);
    };
}

void startFirst(test::Desk &desk)
{
    Surroundings around;
    around.configured = false;
    around.station = QStringLiteral("PC-7");
    desk.window.setSurroundings(around);
}

void syncThreeOfSeven(test::Desk &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Syncing);
    desk.store.handle(protocol::Sync{protocol::Sync::Mode::Snapshot, {}});
    for (int part = 1; part <= 3; ++part)
        desk.store.handle(protocol::SnapshotPart{part, 7, {}, {}});
}

void hearNothing(test::Desk &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Live);
    desk.clock.advance(70min);
    desk.store.noteAlive();
}

void loseTheSource(test::Desk &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Live);
    desk.store.handle(protocol::SourceChanged{{protocol::SourceState::Lost, test::sampleNow()}});
}

void haveAWrongClock(test::Desk &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Live);
    desk.store.handle(protocol::Pong{test::sampleNow() + 5min, {}});
}

void lackThePast(test::Desk &desk)
{
    desk.fillWithSample();
    desk.setState(ConnectionState::Live);
    QJsonObject stats = desk.store.stats();
    stats[u"complete"_qs] = false;
    desk.store.handle(protocol::Numbers{stats});
}

QString words(const test::Desk &desk, const QString &item)
{
    const auto *button = desk.window.findChild<QAbstractButton *>(item);
    return button->isVisible() ? button->text() : QString();
}

} // namespace

/// At no moment does the board look more alive than it is. Each state in board.md's words, on
/// pictures to be looked at, and with no word cut.
class TestHonestStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<Enter>("enter");
        QTest::addColumn<int>("look");
        QTest::addColumn<QString>("banner"); ///< title, data as of, progress; or the header's words
        QTest::addColumn<QString>("emptyList");
        const auto row = [](const char *name, Enter enter, Look look, const QString &banner,
                            const QString &empty = QString()) {
            QTest::newRow(name) << std::move(enter) << int(look) << banner << empty;
        };
        const auto asOf = u"数据截至 10:32"_qs;
        row("first-start", startFirst, Look::OnItsWay, u"未设置服务器"_qs,
            u"请在设置中填写服务器地址和授权码"_qs);
        row("connecting", [](test::Desk &desk) { desk.setState(ConnectionState::Connecting); },
            Look::OnItsWay, u"正在连接"_qs, u"正在连接"_qs);
        row("connecting-from-cache",
            [](test::Desk &desk) {
                desk.fillWithSample();
                desk.setState(ConnectionState::Connecting);
            },
            Look::OnItsWay, u"正在连接|"_qs + asOf);
        row("syncing", syncThreeOfSeven, Look::OnItsWay, u"正在同步|"_qs + asOf + u"|42%"_qs);
        row("live",
            [](test::Desk &desk) {
                desk.fillWithSample();
                desk.setState(ConnectionState::Live);
            },
            Look::Live, u"已连接|最近变化 10:32"_qs);
        row("crm-silent", hearNothing, Look::Live, u"已连接，但 CRM 已 72 分钟没有数据"_qs);
        row("source-lost", loseTheSource, Look::Alarm,
            u"服务器连不上 Redis|数据截至 10:34|服务器正在自动重连"_qs);
        row("cut", waiting(Trouble::Cut, 5s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|重连中（第3次，5秒后）"_qs);
        row("planned-stop", waiting(Trouble::GoingAway, 5s), Look::Alarm,
            u"服务器已停止|"_qs + asOf + u"|重连中（第3次，5秒后）"_qs);
        row("refused", waiting(Trouble::Unauthorized, 60s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|授权码无效，请找管理员；每分钟自动重试"_qs);
        row("forbidden", waiting(Trouble::Forbidden, 300s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|这个授权码不能看看板，请找管理员；自动重试"_qs);
        row("wrong-address", waiting(Trouble::WrongAddress, 60s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|这个地址上没有印务看板服务器；每分钟自动重试"_qs);
        row("too-many", waiting(Trouble::TooMany, 60s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|服务器的连接已满；自动重试"_qs);
        row("does-not-fit", waiting(Trouble::ProtocolMismatch, 60s), Look::Alarm,
            u"已断开|"_qs + asOf + u"|服务器与本程序版本不符，请更新较旧的一方；自动重试"_qs);
        row("wrong-clock", haveAWrongClock, Look::Live, u"已连接|最近变化 10:32|本机时钟慢 5 分钟"_qs);
        row("empty-shop", [](test::Desk &desk) { desk.setState(ConnectionState::Live); },
            Look::Live, u"已连接"_qs, u"暂无订单，等待 CRM 数据"_qs);
        row("incomplete", lackThePast, Look::Live, u"已连接|最近变化 10:32"_qs);
    }

    void says()
    {
        QFETCH(Enter, enter);
        QFETCH(int, look);
        QFETCH(QString, banner);
        QFETCH(QString, emptyList);
        test::Desk desk;
        enter(desk);
        desk.show({1280, 720});
        QCOMPARE(desk.theme.isStale(), Look(look) != Look::Live);
        const Banner &shown = desk.window.header().banner();
        QCOMPARE(shown.isVisible(), Look(look) != Look::Live);
        QStringList said{words(desk, u"state"_qs), words(desk, u"lastChange"_qs),
                         words(desk, u"clockWarning"_qs)};
        if (shown.isVisible()) {
            QCOMPARE(shown.words().alarm, Look(look) == Look::Alarm);
            said = {shown.words().title, shown.words().asOf, shown.words().progress};
        }
        said.removeAll(QString());
        QCOMPARE(said.join(u'|'), banner);
        if (!emptyList.isEmpty())
            QCOMPARE(desk.pages.board().panels().running().rows().emptyText(), emptyList);
    }

    void looks_data() { says_data(); }

    void looks()
    {
        QFETCH(Enter, enter);
        const QDir folder(QStringLiteral(PRESSBOARD_SCREENSHOTS));
        QVERIFY(folder.mkpath(QStringLiteral(".")));
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::Desk desk(language);
            desk.setDark(language == u"en");
            enter(desk);
            for (const QSize size : {QSize(1280, 720), QSize(960, 540)}) {
                desk.show(size);
                QStringList names{desk.window.findChild<QLineEdit *>()->placeholderText(),
                                  u"设置…"_qs, u"Settings…"_qs}; // it opens a dialog
                for (const Order &order : desk.store.book().orders())
                    names << order.customerName << order.productName;
                const QStringList faults = test::textFaults(desk.window, names);
                QVERIFY2(faults.isEmpty(), qPrintable(language + faults.join(u" | ")));
            }
            desk.show({1280, 720});
            const Banner &banner = desk.window.header().banner();
            QVERIFY(banner.isHidden() || banner.width() >= banner.wantedWidth());
            QVERIFY(desk.window.grab().save(folder.filePath(QStringLiteral("state-%1-%2.png").arg(
                QString::fromUtf8(QTest::currentDataTag()), language))));
        }
    }

    void numbersSayThatTheyAreIncomplete()
    {
        test::Desk desk;
        lackThePast(desk);
        desk.show({1280, 720});
        NumbersStrip &numbers = desk.pages.board().numbers();
        QCOMPARE(numbers.cell(BoardNumbers::Total).aside(), u"不完整"_qs);
        QVERIFY(numbers.toolTip().contains(u"尚未导入"));
    }
};

QTEST_MAIN(TestHonestStates)
#include "tst_honest_states.moc"
