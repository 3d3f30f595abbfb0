// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/day_report.h"
#include "server/robots/news.h"

#include <QString>
#include <QTime>

#include <chrono>

namespace pressboard::server {

/// What robots say, in the language of their chat group. Other people's texts stand in it as plain
/// lines.
class RobotWords
{
public:
    /// "zh_CN" or "en".
    explicit RobotWords(const QString &language);

    QString news(const News &news) const;
    /// Empty: there are none.
    QString overdue(const DayReport &report) const;
    QString dueToday(const DayReport &report) const;
    QString summary(const DayReport &report) const;
    QString silent(std::chrono::minutes time, QTime since) const;
    QString test() const;

    /// In front of a message: the shop's name, and how many things follow when it is not one.
    QString head(const QString &shop, qsizetype things) const;
    /// So many could not be told before.
    QString lost(int count) const;

private:
    QString say(const char16_t *chinese, const char16_t *english) const;
    QString notice(const News &news) const;
    QString level(NoticeLevel level) const;
    QString orders(const QString &title, const QList<DayReport::Line> &lines, int count) const;
    QString line(const DayReport::Line &line) const;

    bool m_chinese;
};

} // namespace pressboard::server
