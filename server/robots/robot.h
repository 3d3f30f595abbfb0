// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/robot_settings.h"
#include "server/redis/generation.h"
#include "server/robots/robot_message.h"
#include "server/robots/robot_post.h"
#include "server/robots/robot_state.h"
#include "server/robots/robot_store.h"
#include "server/robots/robot_words.h"

#include <QObject>

namespace pressboard::server {

/// One robot on the server that writes: what it is to tell is kept first and told then, one message
/// at a time. What is told is kept before the next one goes out, so that only the message in flight
/// may come twice when this server is killed, and none is lost.
class Robot : public QObject
{
    Q_OBJECT
public:
    /// Between two messages: fifteen a minute, of the twenty that the services take.
    static constexpr std::chrono::milliseconds pace{4000};
    static constexpr int tries = 5;
    static constexpr std::chrono::milliseconds firstRetry{5000}; ///< four times as long each time
    /// Between two times that what waits is kept: in a flood Redis has better things to do.
    static constexpr std::chrono::milliseconds keepPace{200};

    /// Since the start of this server, and by it.
    struct Counts
    {
        quint64 sent = 0;
        quint64 failed = 0; ///< tries that were not taken, and things given up for want of room
    };

    /// All must outlive the robot.
    Robot(RobotSettings settings, QString shop, RobotStore &store, RobotPost &post,
          const Clock &clock, QObject *parent = nullptr);

    const RobotSettings &settings() const { return m_settings; }
    const RobotWords &words() const { return m_words; }
    const RobotState &state() const { return m_state; } ///< only while isAtWork()
    const Counts &counts() const { return m_counts; }
    bool isAtWork() const { return m_isAtWork; }
    /// Nothing of it is under way.
    bool isIdle() const { return !m_isSending && !m_isSaving && !m_hasOutcome; }
    bool sees(const Audience &audience) const;

    /// This server is the one that writes, and goes on from that state.
    void begin(RobotState state);
    void end(); ///< it is not any more; an answer that is awaited does not matter
    void rest() { m_isResting = true; } ///< nothing new goes out: the server stops

    /// To be told; and all of the log up to there was looked at. Nothing to tell is kept with
    /// whatever is kept next.
    void take(const QList<RobotItem> &items, StreamId cursor);
    void takeDay(const QList<RobotItem> &items, QDate day);
    void takeAlarms(const QList<RobotItem> &items, const QList<StreamId> &alarms);
    void takeSilence(const RobotItem &item, StreamId at);
    /// Keeps the cursor, if it moved.
    void keepCursor();
    /// Does what is due. To be called again and again.
    void look();

Q_SIGNALS:
    void displaced(); ///< another server writes
    void becameIdle();

private:
    void append(const QList<RobotItem> &items);
    void giveUpOne();
    void save();
    bool maySend() const;
    void onSaved(RobotStore::Kept kept);
    void send();
    void onAnswered(const RobotAnswer &answer);
    void onFailed(const QString &why);
    void dropBatch();

    RobotSettings m_settings;
    QSet<QString> m_groups;
    QString m_shop;
    RobotWords m_words;
    RobotStore &m_store;
    RobotPost &m_post;
    const Clock &m_clock;
    redis::Generation m_generation; ///< from begin() to end()
    RobotState m_state;
    Counts m_counts;
    std::chrono::milliseconds m_next{0}; ///< monotonic: when the next message may go out
    qsizetype m_batch = 0; ///< so many of those that wait are in the message that is tried
    int m_tried = 0; ///< how often
    bool m_isAtWork = false;
    bool m_isResting = false;
    std::chrono::milliseconds m_nextSave{0}; ///< monotonic
    qsizetype m_kept = 0; ///< so many of those that wait, the first ones, are in Redis
    qsizetype m_keeping = 0; ///< so many are on their way there
    bool m_isDirty = false; ///< what must be kept is not on its way
    bool m_hasOutcome = false; ///< of a message, that Redis does not know yet
    bool m_keepsOutcome = false; ///< it is on its way there
    bool m_hasMoved = false; ///< the cursor, and nothing else
    bool m_isSaving = false;
    bool m_isSending = false;
};

} // namespace pressboard::server
