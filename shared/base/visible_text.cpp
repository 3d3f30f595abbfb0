// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/visible_text.h"

namespace pressboard {
namespace {

bool isVisible(char32_t letter)
{
    switch (QChar::category(letter)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // directions, joiners, tags
    case QChar::Other_Surrogate:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

QString escaped(QChar unit)
{
    switch (unit.unicode()) {
    case u'\n':
        return QStringLiteral("\\n");
    case u'\r':
        return QStringLiteral("\\r");
    case u'\t':
        return QStringLiteral("\\t");
    default:
        return QStringLiteral("\\u%1").arg(unit.unicode(), 4, 16, QLatin1Char('0'));
    }
}

/// The character that begins there, of one unit or two; a lone surrogate is itself.
char32_t letterAt(const QString &text, qsizetype at)
{
    const bool isPair =
        text[at].isHighSurrogate() && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    return isPair ? QChar::surrogateToUcs4(text[at], text[at + 1]) : text[at].unicode();
}

} // namespace

QString visibleText(const QString &text)
{
    QString visible;
    visible.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        const char32_t letter = letterAt(text, at);
        const bool isSeen = isVisible(letter);
        for (const qsizetype end = at + (QChar::requiresSurrogates(letter) ? 2 : 1); at < end; ++at)
            visible += isSeen ? QString(text[at]) : escaped(text[at]);
    }
    return visible;
}

} // namespace pressboard
