// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QStringList>
#include <QTemporaryDir>

namespace pressboard::test {

/// A copy of the CRM (tests/django/crm_site), a real Django project with a database of its own,
/// into which files can be put.
class Site
{
public:
    /// False when it cannot be made; says why with qWarning.
    bool make();
    /// Where its channel layer and whatever else of it wants a Redis goes.
    void setRedis(const QString &url) { m_redis = url; }
    bool put(const QString &path, const QString &text);
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// `python3 manage.py …` to its end; false with what it said when it failed.
    bool manage(const QStringList &arguments);
    const QByteArray &out() const { return m_out; }
    const QByteArray &err() const { return m_err; }

    static bool isDjangoThere();

private:
    QTemporaryDir m_dir;
    QString m_redis;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace pressboard::test
