// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/print/code128.h"

#include <algorithm>

namespace pressboard::client::code128 {
namespace {

constexpr int startB = 104;
constexpr int startC = 105;
constexpr int stop = 106;
constexpr int toB = 100; ///< in set C
constexpr int toC = 99; ///< in set B
constexpr int modulus = 103;
constexpr int firstSign = 32;

/// Bars and spaces of each symbol, by its value.
constexpr const char *patterns[] = {
    "212222", "222122", "222221", "121223", "121322", "131222", "122213", "122312", "132212",
    "221213", "221312", "231212", "112232", "122132", "122231", "113222", "123122", "123221",
    "223211", "221132", "221231", "213212", "223112", "312131", "311222", "321122", "321221",
    "312212", "322112", "322211", "212123", "212321", "232121", "111323", "131123", "131321",
    "112313", "132113", "132311", "211313", "231113", "231311", "112133", "112331", "132131",
    "113123", "113321", "133121", "313121", "211331", "231131", "213113", "213311", "213131",
    "311123", "311321", "331121", "312113", "312311", "332111", "314111", "221411", "431111",
    "111224", "111422", "121124", "121421", "141122", "141221", "112214", "112412", "122114",
    "122411", "142112", "142211", "241211", "221114", "413111", "241112", "134111", "111242",
    "121142", "121241", "114212", "124112", "124211", "411212", "421112", "421211", "212141",
    "214121", "412121", "111143", "111341", "131141", "114113", "114311", "411113", "411311",
    "113141", "114131", "311141", "411131", "211412", "211214", "211232", "2331112"};

bool isDigit(QChar sign)
{
    return sign >= u'0' && sign <= u'9';
}

bool canStand(QChar sign)
{
    return sign >= u' ' && sign <= u'~';
}

/// The text as it is read, set by set.
class Encoder
{
public:
    explicit Encoder(const QString &text)
        : m_text(text)
    {
        const qsizetype digits = digitsFrom(0);
        m_inC = isWorthC(0) || (digits == 2 && text.size() == 2);
        m_symbols.append(m_inC ? startC : startB);
    }

    QList<int> encode()
    {
        for (qsizetype at = 0; at < m_text.size();)
            at += m_inC ? takePair(at) : takeSign(at);
        return m_symbols;
    }

private:
    qsizetype digitsFrom(qsizetype at) const
    {
        qsizetype end = at;
        while (end < m_text.size() && isDigit(m_text.at(end)))
            ++end;
        return end - at;
    }
    /// Changing there and back costs two symbols, at an end of the text one.
    bool isWorthC(qsizetype at) const
    {
        const qsizetype digits = digitsFrom(at);
        const bool isAtEnd = at == 0 || at + digits == m_text.size();
        return digits >= (isAtEnd ? 4 : 6);
    }
    qsizetype takePair(qsizetype at)
    {
        if (digitsFrom(at) < 2) {
            m_symbols.append(toB);
            m_inC = false;
            return 0;
        }
        m_symbols.append(m_text.mid(at, 2).toInt());
        return 2;
    }
    qsizetype takeSign(qsizetype at)
    {
        // Of an odd number of digits the first one stays in set B.
        if (isWorthC(at) && digitsFrom(at) % 2 == 0) {
            m_symbols.append(toC);
            m_inC = true;
            return 0;
        }
        m_symbols.append(m_text.at(at).unicode() - firstSign);
        return 1;
    }

    const QString &m_text;
    QList<int> m_symbols;
    bool m_inC = false;
};

int checksum(const QList<int> &symbols)
{
    qint64 sum = symbols.first();
    for (qsizetype i = 1; i < symbols.size(); ++i)
        sum += i * symbols.at(i);
    return int(sum % modulus);
}

} // namespace

std::optional<QList<int>> symbols(const QString &text)
{
    if (text.isEmpty() || !std::all_of(text.begin(), text.end(), &canStand))
        return std::nullopt;
    QList<int> all = Encoder(text).encode();
    all.append(checksum(all));
    all.append(stop);
    return all;
}

std::optional<QList<int>> widths(const QString &text)
{
    const std::optional<QList<int>> all = symbols(text);
    if (!all)
        return std::nullopt;
    QList<int> modules;
    for (const int symbol : *all) {
        for (const char *width = patterns[symbol]; *width != '\0'; ++width)
            modules.append(*width - '0');
    }
    return modules;
}

} // namespace pressboard::client::code128
