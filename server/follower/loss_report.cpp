// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/follower/loss_report.h"

#include "server/logging/logging.h"

#include <algorithm>
#include <utility>

namespace pressboard::server {

LossReport::LossReport(EventLog &log, QObject *parent)
    : QObject(parent)
    , m_log(log)
{
}

protocol::Loss LossReport::foundIn(const LogState &state, OptionalMoment readUntil) const
{
    Moment from = readUntil.value_or(momentOf(m_log.position()));
    if (const OptionalMoment common = lastInCommon(state.before))
        from = *common;
    else if (!state.before.isEmpty())
        from = std::min(from, momentOf(state.before.last()));
    // What an earlier loss of the day took is still missing.
    if (m_log.loss())
        from = std::min(from, m_log.loss()->from);
    return {std::min(from, state.time), state.time};
}

/// An ID that both have proves little where both sides of a split gave IDs: it is common only when
/// all before it are. What is older than the ring is not known to differ.
OptionalMoment LossReport::lastInCommon(const QList<StreamId> &newestFirst) const
{
    const Ring &ring = m_log.ring();
    OptionalMoment common;
    for (auto id = newestFirst.crbegin(); id != newestFirst.crend(); ++id) {
        const bool isKnown = ring.after(*id).has_value();
        if (!isKnown && !(*id < ring.base()))
            break;
        if (isKnown)
            common = momentOf(*id);
    }
    return common;
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
