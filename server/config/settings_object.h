// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QTime>

#include <optional>

namespace pressboard::server {

/// Takes the members out of a table of the settings, each judged by itself. The first mistake is
/// remembered, and so is a member that nobody asked for.
class SettingsObject
{
public:
    explicit SettingsObject(QJsonObject object);

    /// `otherwise` where the member is absent.
    QString text(QLatin1StringView name, const QString &otherwise = {});
    /// One of `allowed`.
    QString word(QLatin1StringView name, const QStringList &allowed, const QString &otherwise);
    /// All of them of `allowed`, where that is not empty.
    QStringList words(QLatin1StringView name, const QStringList &allowed,
                      const QStringList &otherwise);
    bool flag(QLatin1StringView name, bool otherwise);
    QTime time(QLatin1StringView name, QTime otherwise);
    std::optional<int> number(QLatin1StringView name, int least, int most);

    /// "kinds: found x, expected …"
    void fail(QLatin1StringView name, const QString &found, const QString &expected);
    /// To be asked when all members were taken; empty: nothing is wrong.
    QString mistake() const;

private:
    QJsonValue take(QLatin1StringView name);

    QJsonObject m_object;
    QSet<QString> m_known;
    QString m_mistake;
};

} // namespace pressboard::server
