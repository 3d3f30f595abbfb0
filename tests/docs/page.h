// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QString>
#include <QStringList>

namespace pressboard::test {

/// A page of docs/, and what it tells people to type: each fenced block behind a line
/// `<!-- recipe: NAME -->`.
class Page
{
public:
    explicit Page(const QString &name); ///< "django.md"

    const QString &text() const { return m_text; }
    QString recipe(const QString &name) const { return m_recipes.value(name); }
    const QHash<QString, QString> &recipes() const { return m_recipes; }

    /// What a translation keeps: its lines' marks (headings, points, rows of tables), and all that
    /// stands in fences.
    QStringList outline() const;

    /// Another file of docs/, whole.
    static QString file(const QString &name);
    /// A file of tests/docs/crm/: a program that does in a test what a CRM does.
    static QString program(const QString &name);

private:
    QString m_text;
    QHash<QString, QString> m_recipes;
};

} // namespace pressboard::test
