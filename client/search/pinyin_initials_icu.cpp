// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/search/pinyin_initials.h"

#include <unicode/translit.h>
#include <unicode/unistr.h>

namespace pressboard::client {

class PinyinInitials::Transliterator
{
public:
    Transliterator()
    {
        UErrorCode status = U_ZERO_ERROR;
        m_icu.reset(icu::Transliterator::createInstance("Han-Latin; Latin-ASCII; Lower",
                                                        UTRANS_FORWARD, status));
    }

    /// "新知" → "xin zhi"; a syllable a character.
    QString syllables(const QString &text) const
    {
        if (!m_icu)
            return {};
        icu::UnicodeString working(reinterpret_cast<const UChar *>(text.utf16()),
                                   int32_t(text.size()));
        m_icu->transliterate(working);
        return QString(reinterpret_cast<const QChar *>(working.getBuffer()), working.length());
    }

private:
    std::unique_ptr<icu::Transliterator> m_icu;
};

namespace {

bool isHan(QChar character)
{
    return character.script() == QChar::Script_Han;
}

bool isPlain(QChar character)
{
    return character.isLetterOrNumber() && character.unicode() < 0x80;
}

} // namespace

PinyinInitials::PinyinInitials() = default;

PinyinInitials::~PinyinInitials() = default;

QString PinyinInitials::of(const QString &text)
{
    const auto known = m_remembered.constFind(text);
    if (known != m_remembered.constEnd())
        return *known;
    if (!m_transliterator)
        m_transliterator = std::make_unique<Transliterator>();
    QString initials;
    for (const QChar character : text) {
        if (isHan(character))
            initials += m_transliterator->syllables(character).left(1);
        else if (isPlain(character))
            initials += character.toLower();
    }
    if (m_remembered.size() >= mostRemembered)
        m_remembered.clear();
    m_remembered.insert(text, initials);
    return initials;
}

} // namespace pressboard::client
