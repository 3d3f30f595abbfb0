// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/logging/told_sentences.h"

namespace pressboard::server {

static QString withoutNumbers(QString sentence)
{
    return sentence.removeIf([](QChar c) { return c.isDigit(); });
}

bool ToldSentences::isDue(const QString &sentence)
{
    const QString key = withoutNumbers(sentence);
    const auto told = m_told.constFind(key);
    if (told != m_told.cend() && !told->hasExpired(std::chrono::milliseconds(pause).count()))
        return false;
    if (m_told.size() >= kept)
        m_told.clear();
    m_told[key].start();
    return true;
}

} // namespace pressboard::server
