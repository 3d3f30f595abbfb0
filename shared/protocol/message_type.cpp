// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/protocol/message_type.h"

namespace pressboard::protocol {
namespace {

/// A place in JSON text, and how deep it is.
class Cursor
{
public:
    explicit Cursor(QByteArrayView text)
        : m_text(text)
    {
    }

    bool isAtEnd() const { return m_at >= m_text.size(); }
    char here() const { return m_text[m_at]; }
    void step() { ++m_at; }
    void skipBlanks()
    {
        while (!isAtEnd() && (here() == ' ' || here() == '\t' || here() == '\n' || here() == '\r'))
            step();
    }
    /// Past one, behind blanks; false, and nowhere, if it is not there.
    bool take(char wanted)
    {
        skipBlanks();
        if (isAtEnd() || here() != wanted)
            return false;
        step();
        return true;
    }
    /// What stands in the quotes of the string that begins here, as it is spelled.
    std::optional<QByteArrayView> takeString()
    {
        if (!take('"'))
            return std::nullopt;
        const qsizetype begin = m_at;
        while (!isAtEnd() && here() != '"')
            m_at += here() == '\\' ? 2 : 1;
        if (isAtEnd())
            return std::nullopt;
        step();
        return m_text.sliced(begin, m_at - 1 - begin);
    }
    /// Behind the value that begins here, whatever it is.
    bool skipValue()
    {
        int depth = 0;
        do {
            skipBlanks();
            if (isAtEnd())
                return false;
            if (here() == '"') {
                if (!takeString())
                    return false;
            } else {
                depth += (here() == '{' || here() == '[') - (here() == '}' || here() == ']');
                step();
            }
        } while (depth > 0 || !isAtValueEnd());
        return depth == 0;
    }

private:
    bool isAtValueEnd()
    {
        skipBlanks();
        return isAtEnd() || here() == ',' || here() == '}' || here() == ']';
    }

    QByteArrayView m_text;
    qsizetype m_at = 0;
};

} // namespace

std::optional<QByteArrayView> messageType(QByteArrayView message)
{
    Cursor cursor(message);
    if (!cursor.take('{'))
        return std::nullopt;
    do {
        const auto name = cursor.takeString();
        if (!name || !cursor.take(':'))
            return std::nullopt;
        if (*name == "type") {
            const auto type = cursor.takeString();
            return type && !type->contains('\\') ? type : std::nullopt;
        }
        if (!cursor.skipValue())
            return std::nullopt;
    } while (cursor.take(','));
    return std::nullopt;
}

/// A comma between each two of them, but for the commas in texts.
qsizetype valueCount(QByteArrayView message)
{
    qsizetype count = 1;
    bool isInText = false;
    for (qsizetype at = 0; at < message.size(); ++at) {
        const char here = message[at];
        if (here == '"')
            isInText = !isInText;
        else if (here == '\\' && isInText)
            ++at; // whatever it is, it ends no text
        else if (here == ',' && !isInText)
            ++count;
    }
    return count;
}

} // namespace pressboard::protocol
