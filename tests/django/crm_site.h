// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QProcess>
#include <QTemporaryDir>
#include <QUrl>

namespace pressboard::test {

/// The shop's CRM: a copy of tests/django/crm_site with a database of its own, on Debian's Django,
/// Channels and daphne. What is done in it is typed into its shell, as its programmer would.
class CrmSite
{
public:
    /// `redisUrl`: where its channel layer is, unix:// or redis://.
    explicit CrmSite(const QString &redisUrl);
    ~CrmSite();

    /// Copies the project, makes its tables, opens its shell. Says why not with qWarning.
    bool prepare();
    /// Types Python into the shell and waits until it is done. What an expression is worth; for
    /// anything else null. Undefined, with qWarning, when Python raised something.
    QJsonValue type(const QString &python);
    /// Replaces a text of the project, which must be there; for what a shop would edit itself.
    bool edit(const QString &file, const QString &before, const QString &after);

    /// Starts daphne, and with it the CRM's pages and its own push; waits until it listens.
    bool serve();
    void stopServing();
    quint16 port() const { return m_port; }
    QUrl page() const; ///< its front page
    QUrl socketUrl() const; ///< its own push
    /// The Cookie header of somebody of this name who is logged in to the CRM.
    QByteArray cookieOf(const QString &user);

    /// What `diff -r` says between the project as it is kept here and the copy that runs; its
    /// database aside.
    QString changes() const;

private:
    bool copy();
    bool openShell();
    QString folder() const;

    QTemporaryDir m_dir;
    QProcessEnvironment m_environment;
    quint16 m_port;
    QProcess m_shell;
    QProcess m_daphne;
};

} // namespace pressboard::test
