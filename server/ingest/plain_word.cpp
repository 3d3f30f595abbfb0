// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/plain_word.h"

#include <algorithm>

namespace pressboard::server {

QString plainText(const QString &text)
{
    const bool isAscii =
        std::all_of(text.begin(), text.end(), [](QChar c) { return c.unicode() < 128; });
    return (isAscii ? text : text.normalized(QString::NormalizationForm_KC)).trimmed();
}

QString plainWord(const QString &text)
{
    QString word;
    for (const QChar c : plainText(text).toCaseFolded()) {
        const bool isGap = c.isSpace() || c == u'-' || c == u'_';
        if (!isGap)
            word.append(c);
        else if (!word.endsWith(u'_'))
            word.append(u'_');
    }
    return word;
}

} // namespace pressboard::server
