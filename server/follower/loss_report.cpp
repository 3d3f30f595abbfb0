// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/loss_report.h"

#include "server/logging/logging.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

LossReport::LossReport(EventLog &log, const LogTrail &trail, QObject *parent)
    : QObject(parent)
    , m_log(log)
    , m_trail(trail)
{
}

protocol::Loss LossReport::foundIn(const LogState &state, OptionalMoment readUntil) const
{
    Moment from = readUntil.value_or(momentOf(m_log.position()));
    if (const OptionalMoment common = m_trail.lastInCommon(state.before))
        from = *common;
    else if (!state.before.isEmpty())
        from = std::min(from, momentOf(state.before.last().id));
    return since(from, state.time);
}

protocol::Loss LossReport::since(Moment from, Moment now) const
{
    if (m_log.loss())
        from = std::min(from, m_log.loss()->from);
    return {std::min(from, now), now};
}

void LossReport::set(const std::optional<protocol::Loss> &loss)
{
    m_log.setLoss(loss);
    if (std::exchange(m_told, loss) == loss)
        return;
    if (loss) {
        qCWarning(lcLog).noquote() << "Redis came back without all that it had: changes between"
                                   << toWire(loss->from) << "and" << toWire(loss->to)
                                   << "may be missing. Save those orders in the CRM once more.";
    }
    Q_EMIT changed(loss);
}

void LossReport::forgetOld(Moment now)
{
    if (m_log.loss() && now - m_log.loss()->to > told)
        set({});
}

} // namespace pressboard::server
