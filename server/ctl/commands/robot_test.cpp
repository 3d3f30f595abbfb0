// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/robot_test.h"

#include "server/robots/robot_words.h"

#include <algorithm>

namespace pressboard::server::ctl {

MadeCommand RobotTest::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new RobotTest(arguments.plain().first(), tools));
}

RobotTest::RobotTest(QString name, const Tools &tools)
    : Command(tools)
    , m_name(std::move(name))
{
}

QString RobotTest::known() const
{
    QStringList names;
    for (const RobotSettings &robot : m_tools.config.robots)
        names.append(robot.name);
    return names.isEmpty() ? QStringLiteral("the settings have no [[robot]]")
                           : QStringLiteral("there are: ") + names.join(QStringLiteral(", "));
}

void RobotTest::start()
{
    const auto &robots = m_tools.config.robots;
    const auto robot =
        std::find_if(robots.begin(), robots.end(),
                     [this](const RobotSettings &each) { return each.name == m_name; });
    if (robot == robots.end())
        return fail(QStringLiteral("There is no robot \"%1\"; %2.").arg(m_name, known()));
    if (const QString problem = robot->problem(); !problem.isEmpty())
        return fail(problem);
    const RobotItem item{QStringLiteral("test"), QStringLiteral("test"),
                         RobotWords(robot->language).test()};
    const RobotMessage message =
        foldedMessage(*robot, m_tools.config.shopName, QList<RobotItem>{item}, 0);
    m_post.send(
        robotRequest(*robot, message, m_tools.clock.now()),
        [this, service = robot->service](const RobotAnswer &answer) {
            if (const auto failure = failureOf(service, answer))
                return fail(QStringLiteral("Robot %1: %2").arg(m_name, *failure));
            say(QStringLiteral("Robot %1 took the message: look into its chat group.").arg(m_name));
            succeed();
        });
}

} // namespace pressboard::server::ctl
