// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/answers/step_names.h"

namespace pressboard::client {

int StepNames::idOf(const QString &name)
{
    const auto known = m_ids.constFind(name);
    if (known != m_ids.constEnd())
        return *known;
    const int id = count();
    m_ids.insert(name, id);
    m_names.append(name);
    return id;
}

} // namespace pressboard::client
