// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/state/audience.h"

#include <algorithm>

namespace pressboard {

Audience::Audience(QStringList groups)
    : m_groups(std::move(groups))
{
    std::sort(m_groups.begin(), m_groups.end());
    m_groups.erase(std::unique(m_groups.begin(), m_groups.end()), m_groups.end());
}

Audience Audience::fromJson(const QJsonArray &groups)
{
    QStringList names;
    for (const QJsonValue group : groups) {
        if (group.isString())
            names.append(group.toString());
    }
    return Audience(std::move(names));
}

QJsonArray Audience::toJson() const
{
    return QJsonArray::fromStringList(m_groups);
}

bool Audience::admits(const QSet<QString> &memberOf) const
{
    return isEveryone() || std::any_of(m_groups.begin(), m_groups.end(), [&](const QString &group) {
               return memberOf.contains(group);
           });
}

void Audience::addTo(QSet<QString> &named) const
{
    for (const QString &group : m_groups)
        named.insert(group);
}

Audience Audience::united(const Audience &other) const
{
    if (isEveryone() || other.isEveryone())
        return {};
    if (m_groups == other.m_groups)
        return *this;
    return Audience(m_groups + other.m_groups);
}

} // namespace pressboard
