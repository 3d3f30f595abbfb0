// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
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
    /// Both are false when it cannot be done, and say why with qWarning.
    bool copy(); ///< the project alone
    bool make(); ///< that, and its tables
    /// Where its channel layer and whatever else of it wants a Redis goes.
    void setRedis(const QString &url) { m_redis = url; }
    /// Of whatever is run in it.
    void setVariable(const QString &name, const QString &value);
    bool put(const QString &path, const QString &text);
    /// Replaces a text, which must be there.
    bool edit(const QString &path, const QString &before, const QString &after);
    /// This becomes crm/pressboard.py, and tells of what is saved; nothing else does.
    bool tellBy(const QString &module);
    QString path(const QString &name) const { return m_dir.filePath(name); }
    /// `python3 manage.py …` to its end; false with what it said when it failed.
    bool manage(const QStringList &arguments);
    /// The same, only started.
    void start(QProcess &process, const QStringList &arguments) const;
    const QByteArray &out() const { return m_out; }
    const QByteArray &err() const { return m_err; }

    static bool isDjangoThere();

private:
    QTemporaryDir m_dir;
    QString m_redis;
    QMap<QString, QString> m_variables;
    QByteArray m_out;
    QByteArray m_err;
};

} // namespace pressboard::test
