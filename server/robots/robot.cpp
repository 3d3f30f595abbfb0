// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot.h"

#include "server/logging/logging.h"
#include "shared/base/visible_text.h"

#include <algorithm>

namespace pressboard::server {

using namespace std::chrono_literals;

Robot::Robot(RobotSettings settings, QString shop, RobotStore &store, RobotPost &post,
             const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_settings(std::move(settings))
    , m_groups(m_settings.groups.begin(), m_settings.groups.end())
    , m_shop(std::move(shop))
    , m_words(m_settings.language)
    , m_store(store)
    , m_post(post)
    , m_clock(clock)
{
}

bool Robot::sees(const Audience &audience) const
{
    return audience.admits(m_groups) || m_groups.contains(QStringLiteral("*"));
}

/// The one that wrote before may have sent a moment ago.
void Robot::begin(RobotState state)
{
    m_generation.begin();
    m_state = std::move(state);
    m_isAtWork = true;
    m_isDirty = true;
    m_isSaving = m_isSending = m_hasMoved = m_hasOutcome = false;
    m_batch = m_kept = 0;
    m_tried = 0;
    m_next = m_nextSave = m_clock.monotonic();
    if (m_state.lastAt)
        m_next += std::clamp(*m_state.lastAt + pace - m_clock.now(), 0ms, pace);
    look();
}

void Robot::end()
{
    m_generation.begin();
    m_isAtWork = m_isSaving = m_isSending = m_hasOutcome = false;
}

void Robot::take(const QList<RobotItem> &items, StreamId cursor)
{
    m_state.cursor = cursor;
    m_hasMoved = true;
    if (!items.isEmpty())
        append(items);
}

void Robot::takeDay(const QList<RobotItem> &items, QDate day)
{
    m_state.day = day;
    append(items);
}

void Robot::takeAlarms(const QList<RobotItem> &items, const QList<StreamId> &alarms)
{
    m_state.alarms = alarms;
    append(items);
}

void Robot::takeSilence(const RobotItem &item, StreamId at)
{
    m_state.silentAt = at;
    append({item});
}

/// Those in the message that is being tried stay: they may have been taken.
void Robot::append(const QList<RobotItem> &items)
{
    m_state.waiting += items;
    while (m_state.waiting.size() > RobotState::mostWaiting + m_batch)
        giveUpOne();
    m_isDirty = true;
    look();
}

void Robot::giveUpOne()
{
    m_state.waiting.removeAt(m_batch);
    m_kept -= m_kept > m_batch ? 1 : 0;
    m_keeping -= m_keeping > m_batch ? 1 : 0;
    ++m_state.lost;
    ++m_counts.failed;
}

void Robot::keepCursor()
{
    m_isDirty = m_isDirty || m_hasMoved;
    look();
}

void Robot::look()
{
    if (!m_isAtWork)
        return;
    const bool mayWait = !m_hasOutcome && m_clock.monotonic() < m_nextSave;
    if (m_isDirty && !m_isSaving && !mayWait)
        save();
    if (maySend())
        send();
}

/// Only what is kept, and not before it is kept what became of the last one.
bool Robot::maySend() const
{
    return m_kept > 0 && !m_hasOutcome && !m_isSending && !m_isResting
        && m_clock.monotonic() >= m_next;
}

void Robot::save()
{
    m_isSaving = true;
    m_isDirty = m_hasMoved = false;
    m_nextSave = m_clock.monotonic() + keepPace;
    m_keeping = m_state.waiting.size();
    m_keepsOutcome = m_hasOutcome;
    m_store.save(m_settings.name, m_state,
                 m_generation.guard([this](RobotStore::Kept kept) { onSaved(kept); }));
}

void Robot::onSaved(RobotStore::Kept kept)
{
    m_isSaving = false;
    if (kept == RobotStore::Kept::NotTheWriter) {
        end();
        Q_EMIT displaced();
        return;
    }
    if (kept == RobotStore::Kept::Unknown) {
        m_isDirty = true; // tried again when somebody looks
        m_nextSave = m_clock.monotonic();
        return;
    }
    m_kept = m_keeping;
    m_hasOutcome = m_hasOutcome && !m_keepsOutcome;
    look();
    if (isIdle())
        Q_EMIT becameIdle();
}

/// A message that is tried again is the same: its service may have taken it, and only its answer
/// got lost.
void Robot::send()
{
    const QList<RobotItem> waiting = m_state.waiting.first(m_tried > 0 ? m_batch : m_kept);
    const RobotMessage message = foldedMessage(m_settings, m_shop, waiting, m_state.lost);
    m_batch = message.items.size();
    ++m_tried;
    m_isSending = true;
    m_post.send(robotRequest(m_settings, message, m_clock.now()),
                m_generation.guard([this](const RobotAnswer &answer) { onAnswered(answer); }));
}

void Robot::onAnswered(const RobotAnswer &answer)
{
    m_isSending = false;
    m_next = m_clock.monotonic() + pace;
    m_state.lastAt = m_clock.now();
    if (const auto failure = failureOf(m_settings.service, answer)) {
        onFailed(*failure);
    } else {
        m_state.lastFailure.clear();
        m_state.lost = 0;
        ++m_counts.sent;
        dropBatch();
    }
    m_isDirty = m_hasOutcome = true;
    m_keepsOutcome = false; // not what came just now
    look();
}

void Robot::onFailed(const QString &why)
{
    if (m_state.lastFailure != why)
        qCWarning(lcServer).noquote().nospace()
            << "Robot " << m_settings.name << ": " << visibleText(why);
    m_state.lastFailure = why;
    ++m_counts.failed;
    if (m_tried < tries) {
        m_next = m_clock.monotonic() + firstRetry * (1 << (2 * (m_tried - 1)));
        return;
    }
    m_state.lost += int(m_batch);
    dropBatch();
}

void Robot::dropBatch()
{
    m_state.waiting.remove(0, m_batch);
    m_kept = std::max<qsizetype>(m_kept - m_batch, 0);
    m_keeping = std::max<qsizetype>(m_keeping - m_batch, 0);
    m_batch = 0;
    m_tried = 0;
}

} // namespace pressboard::server
