// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/board_page.h"

#include <QCoreApplication>
#include <QString>

namespace pressboard::client {

class Store;

/// The names and counts of the lists. Where a list differs from its card (the CRM counts what it
/// never sent), its title says both.
class ListTitles
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::ListTitles)
public:
    /// `narrowed`: a search or 我的工序 leaves rows out, so a difference means nothing.
    ListTitles(const Store &store, const BoardLists &lists, bool narrowed);

    QString running() const;
    QString runningCount() const;
    QString ready() const;
    QString readyCount() const;
    QString urgent() const;
    QString urgentCount() const;
    QString completed() const;
    QString completedToday() const;
    QString unreported() const; ///< 超过24小时未报完工 (12)
    QString blocked() const; ///< 另有 246 道等上道工序
    QString stepsTab() const;

private:
    QString count(int listed, QLatin1StringView key) const;

    const Store &m_store;
    const BoardLists &m_lists;
    bool m_narrowed;
};

} // namespace pressboard::client
