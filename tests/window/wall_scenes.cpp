// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/bigscreen/alarm_strip.h"
#include "client/bigscreen/screen_strip.h"
#include "client/wall/wall_list.h"
#include "client/wall/wall_window.h"
#include "tests/window/honest_states.h"
#include "tests/window/stage.h"

using namespace pressboard::client;

namespace pressboard::test {

namespace {

std::unique_ptr<WallWindow> hang(Stage &stage)
{
    DesktopFixture &desktop = stage.desktop;
    auto wall =
        std::make_unique<WallWindow>(desktop.theme, desktop.store, desktop.board, desktop.clock);
    wall->setStrip({QStringLiteral("info"), stage.text(u"通知・王芳", u"Notice · 王芳"),
                    QStringLiteral("今天 19:00 停机检修 2 小时，请提前收尾"),
                    QStringLiteral("10:15"), false});
    return wall;
}

QWidget *open(Stage &stage, std::unique_ptr<WallWindow> wall)
{
    WallWindow &shown = *wall;
    stage.openOverAll(std::move(wall));
    shown.refresh();
    stage.desktop.settle();
    for (const WallList *list : shown.findChildren<WallList *>()) {
        for (const WallRow &row : list->shownRows())
            stage.mayBeCut << row.customer << row.product;
    }
    return &shown;
}

QWidget *hangLive(Stage &stage)
{
    stage.desktop.fillWithSample();
    stage.desktop.setState(ConnectionState::Live);
    return open(stage, hang(stage));
}

QWidget *callOut(Stage &stage, ToastEmphasis emphasis)
{
    QWidget *shown = hangLive(stage);
    Toast toast;
    toast.kind = ToastKind::OrderCancelled;
    toast.emphasis = emphasis;
    toast.title = stage.text(u"订单已取消，请停止生产 PO20261109002",
                             u"Order cancelled, stop work PO20261109002");
    toast.text = stage.text(u"正在：覆膜（张伟）", u"Now at: 覆膜 (张伟)");
    static_cast<WallWindow *>(shown)->setCall(toast);
    return shown;
}

QWidget *ring(Stage &stage, bool isOpen)
{
    QWidget *shown = hangLive(stage);
    static_cast<WallWindow *>(shown)->setAlarm(
        {QStringLiteral("2号机漏墨，请停机检查"),
         isOpen ? stage.text(u"还没有人处理", u"Nobody took it yet")
                : stage.text(u"已由李娜处理·2分钟", u"Taken by 李娜 · 2 min"),
         isOpen ? stage.text(u"王芳·3分钟", u"王芳 · 3 min")
                : stage.text(u"王芳·5分钟", u"王芳 · 5 min"),
         isOpen ? QString() : QStringLiteral("+2"), isOpen});
    stage.mayBeCut << QStringLiteral("2号机漏墨，请停机检查");
    stage.desktop.settle();
    return shown;
}

QWidget *hangUnconfigured(Stage &stage)
{
    auto wall = hang(stage);
    wall->setConfigured(false);
    return open(stage, std::move(wall));
}

Scene stateScene(const HonestState &state)
{
    return {QByteArray("wall-") + state.name, [enter = state.enter](Stage &stage) {
                enter(stage.desktop);
                return open(stage, hang(stage));
            }};
}

} // namespace

QList<Scene> wallScenes()
{
    QList<Scene> scenes{
        {"wall-alarm", [](Stage &stage) { return ring(stage, true); }},
        {"wall-alarm-taken", [](Stage &stage) { return ring(stage, false); }},
        {"wall-call-alarm", [](Stage &stage) { return callOut(stage, ToastEmphasis::Alarm); }},
        {"wall-call-attention",
         [](Stage &stage) { return callOut(stage, ToastEmphasis::Attention); }},
    };
    for (const HonestState &state : honestStates()) {
        if (qstrcmp(state.name, "first-start") == 0)
            scenes.append({"wall-first-start", hangUnconfigured});
        else
            scenes.append(stateScene(state));
    }
    return scenes;
}

} // namespace pressboard::test
