// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/robot_words.h"

#include "server/config/robot_settings.h"
#include "server/robots/plain_line.h"

namespace pressboard::server {

// UTF-16 units of others' texts.
static constexpr qsizetype messageUnits = 600;
static constexpr qsizetype wordUnits = 60;
static constexpr int namedSteps = 4;

RobotWords::RobotWords(const QString &language)
    : m_chinese(language != QLatin1StringView("en"))
{
}

QString RobotWords::say(const char16_t *chinese, const char16_t *english) const
{
    return QString::fromUtf16(m_chinese ? chinese : english);
}

QString RobotWords::level(NoticeLevel level) const
{
    switch (level) {
    case NoticeLevel::Info:
        return say(u"通知", u"Notice");
    case NoticeLevel::Success:
        return say(u"完成", u"Done");
    case NoticeLevel::Warning:
        return say(u"提醒", u"Warning");
    case NoticeLevel::Error:
        return say(u"紧急", u"Urgent");
    }
    Q_UNREACHABLE();
}

QString RobotWords::notice(const News &news) const
{
    QString text = QStringLiteral("[%1] ").arg(level(news.level));
    if (!news.title.isEmpty())
        text += plainLine(news.title, wordUnits) + say(u"：", u": ");
    text += plainLine(news.message, messageUnits);
    if (!news.sender.isEmpty())
        text += say(u"（%1）", u" (%1)").arg(plainLine(news.sender, wordUnits));
    return text;
}

QString RobotWords::news(const News &news) const
{
    if (news.kind == robot_kind::notices)
        return notice(news);
    if (news.kind == robot_kind::alarms)
        return say(u"报警没有人处理：", u"An alarm that nobody took: ") + notice(news);
    QStringList steps;
    for (const QString &step : news.running.mid(0, namedSteps))
        steps.append(plainLine(step, wordUnits));
    const DayReport::Line order{news.orderNo, news.customer, news.product, {}};
    return say(u"已取消，请停：%1；正在做：%2", u"Cancelled, stop: %1; under way: %2")
        .arg(line(order), steps.join(say(u"、", u", ")));
}

QString RobotWords::line(const DayReport::Line &line) const
{
    QStringList parts{plainLine(line.orderNo, wordUnits)};
    for (const QString &part : {line.customer, line.product}) {
        if (!part.isEmpty())
            parts.append(plainLine(part, wordUnits));
    }
    if (line.due.isValid())
        parts.append(line.due.toString(QStringLiteral("MM-dd")));
    return parts.join(u' ');
}

QString RobotWords::orders(const QString &title, const QList<DayReport::Line> &lines,
                           int count) const
{
    QStringList all{title.arg(count)};
    for (const DayReport::Line &each : lines)
        all.append(QStringLiteral("  ") + line(each));
    if (const int more = count - int(lines.size()); more > 0)
        all.append(QStringLiteral("  ") + say(u"另有 %1 单", u"and %1 more").arg(more));
    return all.join(u'\n');
}

QString RobotWords::overdue(const DayReport &report) const
{
    if (report.overdueCount == 0)
        return {};
    return orders(say(u"新逾期 %1 单：", u"Newly overdue, %1:"), report.overdue,
                  report.overdueCount);
}

QString RobotWords::dueToday(const DayReport &report) const
{
    if (report.dueTodayCount == 0)
        return {};
    QList<DayReport::Line> lines = report.dueToday;
    for (DayReport::Line &each : lines)
        each.due = {}; // as the title says
    return orders(say(u"今天交货 %1 单：", u"Due today, %1:"), lines, report.dueTodayCount);
}

QString RobotWords::summary(const DayReport &report) const
{
    return say(u"早上汇总：在制 %1 单，进行中工序 %2 道；今天交货 %3 单，三天内 %4 单，逾期 %5 单",
               u"This morning: %1 orders in hand, %2 steps under way; due today %3, within three "
               u"days %4, overdue %5")
        .arg(report.inHand)
        .arg(report.running)
        .arg(report.dueTodayCount)
        .arg(report.dueSoon)
        .arg(report.allOverdue);
}

QString RobotWords::silent(std::chrono::minutes time, QTime since) const
{
    return say(u"CRM 已 %1 分钟没有数据（最后一条 %2）",
               u"No data from the CRM for %1 minutes (the last came at %2)")
        .arg(time.count())
        .arg(since.toString(QStringLiteral("HH:mm")));
}

QString RobotWords::test() const
{
    return say(u"这是一条测试消息：机器人可以用了。",
               u"This is a test message: the robot can be used.");
}

QString RobotWords::head(const QString &shop, qsizetype things) const
{
    const QString name = say(u"【%1】", u"[%1] ").arg(plainLine(shop, wordUnits));
    return things == 1 ? name : name + say(u"%1 条\n", u"%1 messages\n").arg(things);
}

QString RobotWords::lost(int count) const
{
    return say(u"（之前有 %1 条没能发出，请看看板）",
               u"(%1 messages before could not be sent; see the board)")
        .arg(count);
}

} // namespace pressboard::server
