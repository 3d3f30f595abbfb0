// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/platform/notifier_script.h"

#include "tests/server/platform/socket_pair.h"

#include <QAbstractEventDispatcher>
#include <QRandomGenerator>

#include <algorithm>
#include <array>
#include <memory>

namespace {

constexpr int pairCount = 6;

} // namespace

/// The sockets and notifiers of one play.
class ScriptPlayer
{
public:
    void act(const NotifierScript::Step &step);
    QStringList turns() const { return m_turns; }

private:
    using Act = NotifierScript::Act;
    struct Scene
    {
        std::unique_ptr<SocketPair> pair = std::make_unique<SocketPair>();
        std::array<std::unique_ptr<CountingNotifier>, 3> listeners; // die before their socket
    };

    static void renew(Scene &scene, bool carelessly);
    void actOnNotifier(const NotifierScript::Step &step,
                       std::unique_ptr<CountingNotifier> &listener);
    void actOnSocket(Act act, SocketPair &pair);
    void listen(const NotifierScript::Step &step);
    void activated(const NotifierScript::Step &step);
    void turn();

    std::array<Scene, pairCount> m_scenes;
    QStringList m_heard;
    QStringList m_turns;
};

void ScriptPlayer::act(const NotifierScript::Step &step)
{
    Scene &scene = m_scenes[size_t(step.pair)];
    if (step.act == Act::Turn)
        turn();
    else if (step.act == Act::Renew || step.act == Act::RenewCarelessly)
        renew(scene, step.act == Act::RenewCarelessly);
    else if (step.act <= Act::Disable)
        actOnNotifier(step, scene.listeners[size_t(step.type)]);
    else
        actOnSocket(step.act, *scene.pair);
}

void ScriptPlayer::renew(Scene &scene, bool carelessly)
{
    if (carelessly)
        scene.pair.reset();
    scene.listeners = {};
    scene.pair.reset();
    scene.pair = std::make_unique<SocketPair>();
}

void ScriptPlayer::actOnNotifier(const NotifierScript::Step &step,
                                 std::unique_ptr<CountingNotifier> &listener)
{
    if (step.act == Act::Delete)
        listener.reset();
    else if (step.act == Act::Enable || step.act == Act::Disable)
        listener ? listener->setEnabled(step.act == Act::Enable) : void();
    else
        listen(step);
}

void ScriptPlayer::listen(const NotifierScript::Step &step)
{
    Scene &scene = m_scenes[size_t(step.pair)];
    auto &listener = scene.listeners[size_t(step.type)];
    listener.reset();
    listener = std::make_unique<CountingNotifier>(
        scene.pair->near, QSocketNotifier::Type(step.type), [this, step] { activated(step); });
}

void ScriptPlayer::activated(const NotifierScript::Step &step)
{
    m_heard.append(QStringLiteral("%1%2").arg(step.pair).arg(u"rwx"[step.type]));
    Scene &scene = m_scenes[size_t(step.pair)];
    if (step.act == Act::ListenOnce)
        scene.listeners[size_t(step.type)]->setEnabled(false);
    else if (step.act == Act::ListenAndRead)
        scene.pair->drain();
}

void ScriptPlayer::actOnSocket(Act act, SocketPair &pair)
{
    if (act == Act::Drain)
        pair.drain();
    else if (act == Act::Fill)
        pair.fill();
    else if (act == Act::CloseFar)
        pair.closeFar();
    else if (act == Act::DrainFar)
        pair.drainFar();
    else // nobody may be there any more, and nothing fit in
        ::send(pair.far, "x", 1, MSG_NOSIGNAL | (act == Act::SendUrgent ? MSG_OOB : 0));
}

// Dispatchers differ in the order of what is ready at once, and none promises one.
void ScriptPlayer::turn()
{
    m_heard.clear();
    QAbstractEventDispatcher::instance()->processEvents(QEventLoop::AllEvents);
    std::sort(m_heard.begin(), m_heard.end());
    m_turns.append(m_heard.join(u' '));
}

NotifierScript NotifierScript::random(quint32 seed, int steps)
{
    QRandomGenerator random(seed);
    NotifierScript script;
    for (int i = 0; i < steps; ++i) {
        // Every third step a turn; the loop must also see several changes at once.
        const auto act = random.bounded(3) == 0 ? Act::Turn : Act(random.bounded(int(Act::Turn)));
        script.m_steps.append({act, random.bounded(pairCount), random.bounded(3)});
    }
    script.m_steps.append({Act::Turn, 0, 0});
    return script;
}

QStringList NotifierScript::play() const
{
    ScriptPlayer player;
    for (const Step &step : m_steps)
        player.act(step);
    return player.turns();
}
