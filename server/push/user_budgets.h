// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/client_budget.h"
#include "server/push/session_limits.h"

#include <QHash>
#include <QString>

#include <memory>

namespace pressboard::server {

/// The budgets that clients of one user share. One stays until it is full again, so that nobody
/// gets a new one by leaving and coming back.
class UserBudgets
{
public:
    /// `limits` must outlive this.
    explicit UserBudgets(const SessionLimits &limits)
        : m_limits(limits)
    {
    }

    /// Null where users have no bound of their own.
    std::shared_ptr<ClientBudget> budgetOf(const QString &user);
    void forgetFull(std::chrono::milliseconds now);
    qsizetype count() const { return m_budgets.size(); }

private:
    const SessionLimits &m_limits;
    QHash<QString, std::shared_ptr<ClientBudget>> m_budgets;
};

} // namespace pressboard::server
