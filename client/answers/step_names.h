// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QStringList>

namespace pressboard::client {

/// The names of steps as small numbers, so that counting by name compares no texts.
class StepNames
{
public:
    int idOf(const QString &name);
    /// -1 when nobody ever had that name.
    int known(const QString &name) const { return m_ids.value(name, -1); }
    const QString &at(int id) const { return m_names.at(id); }
    int count() const { return int(m_names.size()); }

private:
    QHash<QString, int> m_ids;
    QStringList m_names;
};

} // namespace pressboard::client
