// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/scenes.h"

#include "client/station/station_controller.h"
#include "tests/window/honest_states.h"
#include "tests/window/stage.h"

using namespace pressboard::client;

namespace pressboard::test {

namespace {

class NoSaver final : public ScreenSaver
{
public:
    void inhibit(const QString &) override { }
    void release() override { }
};

/// The window of a station that the stage shows, with what moves it.
class Station final : public QWidget
{
public:
    explicit Station(DesktopFixture &desktop)
        : controller({desktop.theme, desktop.store, desktop.board.marks(), desktop.notifier,
                      desktop.settings, desktop.clock, desktop.calls, std::make_unique<NoSaver>()})
    {
        controller.window().setParent(this, Qt::Widget);
    }

    StationController controller;

protected:
    void resizeEvent(QResizeEvent *) override { controller.window().setGeometry(rect()); }
};

Station *open(Stage &stage, const QStringList &steps)
{
    DesktopFixture &desktop = stage.desktop;
    desktop.settings.setProfile({QStringLiteral("覆膜机-2"), steps});
    desktop.board.marks().setSteps(steps);
    auto station = std::make_unique<Station>(desktop);
    Station *shown = station.get();
    stage.openOverAll(std::move(station));
    shown->controller.window().show();
    shown->controller.tick();
    desktop.settle();
    for (const StationBoard &board = shown->controller.window().board();
         const QList<StationStep> *list :
         {&board.running, &board.next, &board.queue, &board.soon}) {
        for (const StationStep &step : *list)
            stage.mayBeCut << step.customer << step.product << step.earlier;
    }
    return shown;
}

Station *openLive(Stage &stage, const QStringList &steps)
{
    stage.desktop.fillWithSample();
    stage.desktop.setState(ConnectionState::Live);
    return open(stage, steps);
}

const QStringList mySteps{QStringLiteral("覆膜"), QStringLiteral("烫金")};

QWidget *scanned(Stage &stage)
{
    Station *station = openLive(stage, mySteps);
    const QString code = station->controller.window().board().next.isEmpty()
        ? QString()
        : stage.desktop.store.book()
              .order(station->controller.window().board().next.first().orderId)
              ->orderNo;
    station->controller.openScanned(code);
    const StationCard &card = station->controller.window().card();
    if (card.order())
        stage.mayBeCut << card.order()->product << card.order()->note << card.order()->customer;
    return station;
}

QWidget *missed(Stage &stage)
{
    Station *station = openLive(stage, mySteps);
    station->controller.openScanned(QStringLiteral("SG000417"));
    return station;
}

/// An alarm that rings, and over it the corner where one calls.
QWidget *rings(Stage &stage)
{
    Station *station = openLive(stage, mySteps);
    stage.desktop.greetAsManager();
    stage.desktop.ring();
    station->controller.tick();
    stage.desktop.settle();
    return station;
}

QWidget *calls(Stage &stage, CallDesk::State state)
{
    Station *station = openLive(stage, mySteps);
    stage.desktop.greetAsManager();
    station->controller.tick();
    Q_EMIT station->controller.window().callPressed();
    if (state == CallDesk::State::Counting)
        stage.desktop.calls.begin(stage.desktop.calls.calls().first(), {});
    stage.desktop.settle();
    return station;
}

QWidget *called(Stage &stage, ToastEmphasis emphasis)
{
    Station *station = openLive(stage, mySteps);
    const StationBoard &board = station->controller.window().board();
    Toast toast;
    toast.kind = emphasis == ToastEmphasis::Alarm ? ToastKind::NoticeError : ToastKind::StepReady;
    toast.emphasis = emphasis;
    toast.title = stage.text(u"重要·王芳", u"Important · 王芳");
    toast.text = QStringLiteral("3号机漏墨，请停下来看");
    if (emphasis == ToastEmphasis::YourTurn && !board.next.isEmpty()) {
        toast.orderId = board.next.first().orderId;
        toast.step = board.next.first().step;
    }
    Q_EMIT stage.desktop.notifier.toastRaised(toast);
    return station;
}

Scene stateScene(const HonestState &state)
{
    return {QByteArray("station-") + state.name, [enter = state.enter](Stage &stage) -> QWidget * {
                enter(stage.desktop);
                return open(stage, mySteps);
            }};
}

} // namespace

QList<Scene> stationScenes()
{
    QList<Scene> scenes{
        {"station-one",
         [](Stage &stage) -> QWidget * { return openLive(stage, {QStringLiteral("烫金")}); }},
        {"station-no-steps", [](Stage &stage) -> QWidget * { return openLive(stage, {}); }},
        {"station-no-work",
         [](Stage &stage) -> QWidget * { return openLive(stage, {QStringLiteral("打孔")}); }},
        {"station-many",
         [](Stage &stage) -> QWidget * {
             return openLive(stage,
                             {QStringLiteral("印刷"), QStringLiteral("折页"),
                              QStringLiteral("胶包"), QStringLiteral("覆膜")});
         }},
        {"station-scan", scanned},
        {"station-missed", missed},
        {"station-rings", rings},
        {"station-calls", [](Stage &stage) { return calls(stage, CallDesk::State::None); }},
        {"station-calling", [](Stage &stage) { return calls(stage, CallDesk::State::Counting); }},
        {"station-turn", [](Stage &stage) { return called(stage, ToastEmphasis::YourTurn); }},
        {"station-alarm", [](Stage &stage) { return called(stage, ToastEmphasis::Alarm); }},
    };
    for (const HonestState &state : honestStates())
        scenes.append(stateScene(state));
    return scenes;
}

} // namespace pressboard::test
