// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"

#include <QFile>
#include <QRegularExpression>

namespace pressboard::test {

static QString textOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

QString Page::file(const QString &name)
{
    return textOf(QStringLiteral(DOCS "/") + name);
}

QString Page::program(const QString &name)
{
    return textOf(QStringLiteral(CRM_PROGRAMS "/") + name);
}

QStringList Page::outline() const
{
    static const QRegularExpression mark(QStringLiteral("^(#+ |- |\\|)"));
    QStringList kept;
    bool isFenced = false;
    for (const QString &line : m_text.split(u'\n')) {
        const bool isFence = line.startsWith(QLatin1StringView("```"));
        isFenced = isFence ? !isFenced : isFenced;
        if (isFence || isFenced)
            kept << line;
        else if (const auto match = mark.match(line); match.hasMatch())
            kept << match.captured();
    }
    return kept;
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
