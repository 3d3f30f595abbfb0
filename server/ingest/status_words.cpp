// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/status_words.h"

#include "server/ingest/plain_word.h"

#include <iterator>

namespace pressboard::server {

namespace {

/// Words whose meaning differs between CRMs (closed, confirmed, draft) are not here.
constexpr const char16_t *lists[] = {
    u"",
    u"pending new waiting open todo to_do created received queued submitted planned scheduled "
    u"not_started unstarted "
    u"待处理 待开始 未开始 待开工 未开工 待生产 待排产 待印刷 待加工 待办 新建 新订单 新单 等待 "
    u"等待中 排队中",
    u"processing in_progress inprogress in_process in_production production producing running "
    u"started active working ongoing doing wip printing "
    u"处理中 进行中 生产中 印刷中 加工中 制作中 在制 在制中 在产 已开始 已开工 开工",
    u"completed complete done finished fulfilled delivered "
    u"已完成 完成 已完工 完工 已完结 完结 已交付 已交货 已送货",
    u"cancelled canceled cancel skipped skip voided void aborted "
    u"已取消 取消 已作废 作废 已跳过 跳过 已撤销 撤销",
};

const QHash<QString, int> &usualWords()
{
    static const QHash<QString, int> words = [] {
        QHash<QString, int> all;
        for (int number = 1; number < int(std::size(lists)); ++number) {
            const QString list = QString::fromUtf16(lists[number]);
            for (const QString &word : list.split(u' ', Qt::SkipEmptyParts))
                all.insert(word, number);
        }
        return all;
    }();
    return words;
}

/// "processing", "2", or nothing.
std::optional<int> meaningOf(const QString &text)
{
    const QString word = plainWord(text);
    const int number = word.toInt();
    if (number >= 1 && number <= 4)
        return number;
    const auto known = usualWords().constFind(word);
    return known == usualWords().constEnd() ? std::nullopt : std::optional(*known);
}

/// 0 to 4 mean what they mean: what was read once must not be read as something else again.
bool isOurs(const QString &word)
{
    bool isNumber = false;
    const int number = word.toInt(&isNumber);
    return word.isEmpty() || (isNumber && number >= 0 && number <= 4);
}

} // namespace

Result<StatusWords> StatusWords::parse(const QStringList &pairs)
{
    StatusWords words;
    for (const QString &pair : pairs) {
        const qsizetype equals = pair.lastIndexOf(u'=');
        const QString word = plainWord(pair.left(equals));
        const auto number = equals > 0 ? meaningOf(pair.mid(equals + 1)) : std::nullopt;
        if (!number || isOurs(word)) {
            return Error{QStringLiteral("status-words: found \"%1\", expected a word of the CRM's "
                                        "(0 to 4 have their meaning) and what it means, pending, "
                                        "processing, completed or cancelled, such as "
                                        "外发中=processing")
                             .arg(pair)};
        }
        words.m_own.insert(word, *number);
    }
    return words;
}

std::optional<int> StatusWords::numberOf(const QString &text) const
{
    const QString word = plainWord(text);
    for (const QHash<QString, int> &words : {m_own, usualWords()}) {
        if (const auto known = words.constFind(word); known != words.constEnd())
            return *known;
    }
    return std::nullopt;
}

} // namespace pressboard::server
