// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/robot_post.h"
#include "server/robots/robot_store.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <deque>

namespace pressboard::test {

/// Answers when it is told to.
class MemoryRobotStore final : public server::RobotStore
{
public:
    void load(std::function<void(const Result<States> &)> loaded) override
    {
        m_answers.push_back([this, loaded = std::move(loaded)] { loaded(states); });
    }
    void save(const QString &robot, const server::RobotState &state,
              std::function<void(Kept)> saved) override
    {
        m_answers.push_back([this, robot, state, saved = std::move(saved)] {
            if (says == Kept::Yes)
                states[robot] = state;
            saved(says);
        });
    }
    void forget(const QString &robot) override { states.remove(robot); }
    void readEvents(StreamId after, StreamId upTo,
                    std::function<void(const Result<QList<Event>> &)> read) override
    {
        m_answers.push_back([this, after, upTo, read = std::move(read)] {
            QList<Event> found;
            for (const Event &event : events) {
                if (event.id > after && event.id <= upTo)
                    found.append(event);
            }
            read(found);
        });
    }

    /// Everything that was asked, and what is asked because of that.
    void answer()
    {
        while (!m_answers.empty())
            answerOne();
    }
    void answerOne()
    {
        const auto next = std::move(m_answers.front());
        m_answers.pop_front();
        next();
    }
    void lose() { m_answers.clear(); } ///< who asked is dead
    bool isAsked() const { return !m_answers.empty(); }

    States states;
    QList<Event> events;
    Kept says = Kept::Yes;

private:
    std::deque<std::function<void()>> m_answers;
};

/// Keeps what is sent, and answers when it is told to.
class MemoryRobotPost final : public server::RobotPost
{
public:
    void send(const server::RobotRequest &request, Answered answered) override
    {
        sent.append(QJsonDocument::fromJson(request.body).object());
        m_answered = std::move(answered);
    }
    bool isSending() const { return bool(m_answered); }
    void answer(const server::RobotAnswer &answer = {{}, 200, "{}"})
    {
        const auto answered = std::exchange(m_answered, nullptr);
        answered(answer);
    }
    void lose() { m_answered = nullptr; } ///< who sent it is dead
    void fail() { answer({QStringLiteral("It sleeps."), 0, {}}); }
    QStringList texts(qsizetype message) const
    {
        QStringList all;
        for (const QJsonValue item : sent.at(message).value(QLatin1StringView("items")).toArray())
            all.append(item.toObject().value(QLatin1StringView("text")).toString());
        return all;
    }
    QStringList allTexts() const
    {
        QStringList all;
        for (qsizetype i = 0; i < sent.size(); ++i)
            all += texts(i);
        return all;
    }

    QList<QJsonObject> sent;

private:
    Answered m_answered;
};

/// A webhook that tells everything.
inline server::RobotSettings tellingRobot(const QString &name = QStringLiteral("office"))
{
    const QByteArray json = "[{\"name\":\"" + name.toLatin1()
        + "\",\"service\":\"webhook\",\"levels\":[\"info\",\"success\",\"warning\",\"error\"],"
          "\"groups\":[\"*\"]}]";
    server::RobotSettings robot = server::robotsFromJson(json).value().first();
    robot.address = QStringLiteral("https://robot.example/");
    robot.secret = QStringLiteral("secret");
    return robot;
}

} // namespace pressboard::test
