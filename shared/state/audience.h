// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QSet>
#include <QString>
#include <QStringList>

namespace pressboard {

/// The groups that may see a thing. Empty means everyone who may see orders at all.
class Audience
{
public:
    Audience() = default;
    /// Sorts and removes doubles, so that equal audiences compare equal.
    explicit Audience(QStringList groups);

    static Audience fromJson(const QJsonArray &groups);
    QJsonArray toJson() const;

    bool isEveryone() const { return m_groups.isEmpty(); }
    const QStringList &groups() const { return m_groups; }
    /// Does a member of these groups belong to the audience?
    bool admits(const QSet<QString> &memberOf) const;
    /// Adds the groups it names; none for everyone.
    void addTo(QSet<QString> &named) const;
    /// For messages that arrive once per group (Django Channels): the groups of both. Everyone
    /// and anything is everyone.
    Audience united(const Audience &other) const;

    bool operator==(const Audience &) const = default;

private:
    QStringList m_groups;
};

} // namespace pressboard
