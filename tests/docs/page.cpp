// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"

#include <QFile>
#include <QRegularExpression>

namespace pressboard::test {

QString Page::file(const QString &name)
{
    QFile file(QStringLiteral(DOCS "/") + name);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

Page::Page(const QString &name)
    : m_text(file(name))
{
    static const QRegularExpression marked(
        QStringLiteral("<!-- recipe: ([a-z-]+) -->\n```[a-z]+\n(.*?)```\n"),
        QRegularExpression::DotMatchesEverythingOption);
    for (auto found = marked.globalMatch(m_text); found.hasNext();) {
        const QRegularExpressionMatch match = found.next();
        m_recipes.insert(match.captured(1), match.captured(2));
    }
}

} // namespace pressboard::test
