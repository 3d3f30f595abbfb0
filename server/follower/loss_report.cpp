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
    const auto common = std::find_if(state.before.begin(), state.before.end(),
                                     [&](StreamId id) { return m_log.ring().after(id); });
    if (common != state.before.end())
        from = momentOf(*common);
    else if (!state.before.isEmpty())
        from = std::min(from, momentOf(state.before.last()));
    return {std::min(from, state.time), state.time};
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
