// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/board/board_page.h"
#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/row_list.h"
#include "client/controls/search_field.h"
#include "client/window/banner.h"
#include "client/window/header_bar.h"
#include "client/window/silence_sheet.h"
#include "tests/window/desktop_fixture.h"
#include "tests/window/honest_states.h"

#include <QAbstractButton>
#include <QLabel>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace pressboard;
using namespace pressboard::client;

namespace {

enum class Tone {
    Live, ///< no banner, all colours
    OnItsWay, ///< a plain banner
    Alarm, ///< a red one
};

const test::HonestState &state(const char *name)
{
    const auto &all = test::honestStates();
    return *std::find_if(all.begin(), all.end(),
                         [name](const auto &state) { return qstrcmp(state.name, name) == 0; });
}

QString words(const test::DesktopFixture &desktop, const QString &item)
{
    const auto *button = desktop.window.findChild<QAbstractButton *>(item);
    return button->isVisible() ? button->text() : QString();
}

} // namespace

/// At no moment does the board tone more alive than it is. Each state in board.md's words;
/// its pictures are among the screenshots.
class TestHonestStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void says_data()
    {
        QTest::addColumn<int>("tone");
        QTest::addColumn<QString>("banner"); ///< title, data as of, progress; or the header's words
        QTest::addColumn<QString>("emptyList");
        const auto row = [](const char *name, Tone tone, const QString &banner,
                            const QString &empty = QString()) {
            QTest::newRow(name) << int(tone) << banner << empty;
        };
        const auto asOf = u"数据截至 10:32"_qs;
        row("first-start", Tone::OnItsWay, u"未设置服务器"_qs,
            u"请在设置中填写服务器地址和授权码"_qs);
        row("connecting", Tone::OnItsWay, u"正在连接"_qs, u"正在连接"_qs);
        row("connecting-from-cache", Tone::OnItsWay, u"正在连接|"_qs + asOf);
        row("syncing", Tone::OnItsWay, u"正在同步|"_qs + asOf + u"|42%"_qs);
        row("live", Tone::Live, u"已连接|最近变化 10:32"_qs);
        row("crm-silent", Tone::Live, u"已连接，但 CRM 已 72 分钟没有数据"_qs);
        row("no-writes", Tone::Live, u"数据暂停更新，正在恢复"_qs);
        row("no-writes-manager", Tone::Live, u"已连接，但数据写不进去：内存已满"_qs);
        row("loss", Tone::Live, u"10:26–10:34 的变化可能缺失"_qs);
        row("source-lost", Tone::Alarm, u"数据暂停更新|数据截至 10:34|正在恢复"_qs);
        row("source-lost-manager", Tone::Alarm,
            u"服务器连不上 Redis|数据截至 10:34|服务器正在自动重连"_qs);
        row("cut", Tone::Alarm, u"已断开|"_qs + asOf + u"|重连中（第3次，5秒后）"_qs);
        row("nobody-listens", Tone::Alarm,
            u"已断开|"_qs + asOf
                + u"|192.168.1.10：能连上这台电脑，但看板服务没有启动，或端口不对"_qs);
        row("keychain-locked", Tone::Alarm, u"已断开|"_qs + asOf + u"|密钥环没有打开。"_qs);
        row("planned-stop", Tone::Alarm,
            u"服务器已停止|"_qs + asOf + u"|重连中（第3次，5秒后）"_qs);
        row("refused", Tone::Alarm,
            u"已断开|"_qs + asOf + u"|授权码无效，请找管理员；每分钟自动重试"_qs);
        row("forbidden", Tone::Alarm,
            u"已断开|"_qs + asOf + u"|这个授权码不能看看板，请找管理员；自动重试"_qs);
        row("wrong-address", Tone::Alarm,
            u"已断开|"_qs + asOf + u"|这个地址上没有印务看板服务器；每分钟自动重试"_qs);
        row("too-many", Tone::Alarm, u"已断开|"_qs + asOf + u"|服务器的连接已满；自动重试"_qs);
        row("does-not-fit", Tone::Alarm,
            u"已断开|"_qs + asOf + u"|服务器与本程序版本不符，请更新较旧的一方；自动重试"_qs);
        row("wrong-clock", Tone::Live, u"已连接|最近变化 10:32|本机时钟慢 5 分钟"_qs);
        row("empty-shop", Tone::Live, u"已连接"_qs, u"暂无订单，等待 CRM 数据"_qs);
        row("incomplete", Tone::Live, u"已连接|最近变化 10:32"_qs);
        QCOMPARE(test::honestStates().size(), 23);
    }

    void says()
    {
        QFETCH(int, tone);
        QFETCH(QString, banner);
        QFETCH(QString, emptyList);
        test::DesktopFixture desktop;
        state(QTest::currentDataTag()).enter(desktop);
        desktop.show({1280, 720});
        QCOMPARE(desktop.theme.isStale(), Tone(tone) != Tone::Live);
        const Banner &shown = desktop.window.header().banner();
        QCOMPARE(shown.isVisible(), Tone(tone) != Tone::Live);
        QStringList said{words(desktop, u"state"_qs), words(desktop, u"lastChange"_qs),
                         words(desktop, u"clockWarning"_qs)};
        if (shown.isVisible()) {
            QCOMPARE(shown.words().alarm, Tone(tone) == Tone::Alarm);
            said = {shown.words().title, shown.words().asOf, shown.words().progress};
        }
        said.removeAll(QString());
        QCOMPARE(said.join(u'|'), banner);
        if (!emptyList.isEmpty())
            QCOMPARE(desktop.pages.board().panels().running().rows().emptyText(), emptyList);
    }

    void nothingLiesOverTheSearch_data() { says_data(); }

    /// In large type the words about the state need the room of the search.
    void nothingLiesOverTheSearch()
    {
        test::DesktopFixture desktop(u"en"_qs);
        desktop.theme.setTextScale(200);
        state(QTest::currentDataTag()).enter(desktop);
        desktop.show({1280, 720});
        const QWidget &search = desktop.window.header().search();
        const auto *words = desktop.window.findChild<QAbstractButton *>(u"state"_qs);
        QVERIFY(search.isHidden() || words->isHidden()
                || !search.geometry().intersects(words->geometry()));
        const Banner &banner = desktop.window.header().banner();
        QVERIFY(banner.isHidden() || banner.width() >= banner.leastWidth());
    }

    void bannerHasItsWidth_data() { says_data(); }

    void bannerHasItsWidth()
    {
        for (const QString &language : {u"zh_CN"_qs, u"en"_qs}) {
            test::DesktopFixture desktop(language);
            state(QTest::currentDataTag()).enter(desktop);
            desktop.show({1280, 720});
            const Banner &banner = desktop.window.header().banner();
            QVERIFY(banner.isHidden() || banner.width() >= banner.wantedWidth());
        }
    }

    /// A click on what the header says leads on: since when, what came last, what to look at.
    void aSilentCrmIsExplained()
    {
        test::DesktopFixture desktop;
        state("crm-silent").enter(desktop);
        desktop.show({1280, 720});
        const QSignalSpy chosen(&desktop.window, &MainWindow::crmSilenceChosen);
        QTest::mouseClick(desktop.window.findChild<QAbstractButton *>(u"state"_qs), Qt::LeftButton);
        QCOMPARE(chosen.size(), 1);
        const SilenceSheet sheet(desktop.theme, desktop.store, u"新订单 PO20261123900"_qs);
        QStringList said;
        for (const QLabel *line : sheet.findChildren<QLabel *>())
            said.append(line->text());
        QCOMPARE(said.first(), u"已连接，但 CRM 已 72 分钟没有数据"_qs);
        QVERIFY(said.contains(u"最后一次收到：10:32"_qs));
        QVERIFY(said.contains(u"最后一次变化：新订单 PO20261123900"_qs));
        QVERIFY(said.last().contains(u"请告诉管理员"));
        QVERIFY(!said.join(u' ').contains(u"Redis"));
    }

    void numbersSayThatTheyAreIncomplete()
    {
        test::DesktopFixture desktop;
        state("incomplete").enter(desktop);
        desktop.show({1280, 720});
        NumbersStrip &numbers = desktop.pages.board().numbers();
        QCOMPARE(numbers.cell(BoardNumbers::Total).aside(), u"不完整"_qs);
        QVERIFY(numbers.toolTip().contains(u"尚未导入"));
    }
};

QTEST_MAIN(TestHonestStates)
#include "tst_honest_states.moc"
