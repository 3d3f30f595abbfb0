// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/push/user_budgets.h"

namespace pressboard::server {

std::shared_ptr<ClientBudget> UserBudgets::budgetOf(const QString &user)
{
    if (m_limits.userShare == 0)
        return nullptr;
    std::shared_ptr<ClientBudget> &budget = m_budgets[user];
    if (!budget)
        budget = std::make_shared<ClientBudget>(m_limits, m_limits.userShare);
    return budget;
}

void UserBudgets::forgetFull(std::chrono::milliseconds now)
{
    m_budgets.removeIf([now](const auto &one) {
        return one.value().use_count() == 1 && one.value()->isFull(now);
    });
}

} // namespace pressboard::server
