// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/docs/page.h"
#include "tests/docs/site.h"
#include "tests/integration/server_process.h"

#include <QTemporaryDir>

namespace pressboard::test {

/// What became of a save of three orders.
struct Saved
{
    int orders = 0; ///< that are there in the end
    double seconds = 0; ///< from the first to the last of them
    QString log; ///< stderr
};

/// CRMs that tell the board by the recipes of docs/django.md, each as it stands there but for
/// the port of Redis. Each saves three orders, one after the other, as a page would.
class TellingCrm
{
public:
    explicit TellingCrm(quint16 redisPort);

    /// "django", "php", "php-socket", "shell", "node": is here what it needs?
    static bool can(const QString &recipe);
    /// `flags` is for the program in tests/docs/crm. Nothing was saved when the program failed;
    /// says why with qWarning.
    Saved save(const QString &recipe, const QStringList &flags = {});

    QString recipe(const QString &name) const;
    /// From now on Django tells by this.
    void replaceDjango(const QString &module);

private:
    bool makeSite();
    Outcome saveByDjango(const QStringList &flags);
    Outcome run(const QString &program, const QString &recipe, const QString &suffix,
                const QStringList &flags);
    QString write(const QString &name, const QString &text) const;

    quint16 m_port;
    Page m_page{QStringLiteral("django.md")};
    QTemporaryDir m_dir;
    Site m_site;
    bool m_isSiteMade = false;
};

} // namespace pressboard::test
