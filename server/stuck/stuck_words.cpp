// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/stuck/stuck_words.h"

#include <QDateTime>
#include <QStringList>

namespace pressboard::server {

namespace {

QString say(bool chinese, const char16_t *chineseText, const char16_t *englishText)
{
    return QString::fromUtf16(chinese ? chineseText : englishText);
}

QString timeText(Moment moment, const QTimeZone &zone)
{
    return QDateTime::fromMSecsSinceEpoch(moment.time_since_epoch().count(), zone)
        .toString(QStringLiteral("MM-dd HH:mm"));
}

QString usualText(std::chrono::milliseconds time, bool chinese)
{
    const auto minutes = std::chrono::floor<std::chrono::minutes>(time).count();
    return minutes < 120
        ? say(chinese, u"（平常 %1 分钟）", u" (usually %1 minutes)").arg(minutes)
        : say(chinese, u"（平常 %1 小时）", u" (usually %1 hours)").arg(minutes / 60);
}

QString runningText(const StuckCase &found, bool chinese, const QTimeZone &zone)
{
    QString text = say(chinese, u"%1 从 %2 做到现在", u"%1 has been under way since %2")
                       .arg(found.step, timeText(found.since, zone));
    if (!found.person.isEmpty())
        text += say(chinese, u"，%1", u", by %1").arg(found.person);
    return found.usual ? text + usualText(*found.usual, chinese) : text;
}

QString unmovedText(const StuckCase &found, bool chinese, const QTimeZone &zone)
{
    const QString text = say(chinese, u"从 %1 起没有动静", u"nothing has moved since %1")
                             .arg(timeText(found.since, zone));
    return found.step.isEmpty()
        ? text
        : text + say(chinese, u"，停在 %1", u", it is held at %1").arg(found.step);
}

} // namespace

QString stuckMessage(const StuckCase &found, const QString &language, const QTimeZone &zone)
{
    const bool chinese = language != QLatin1StringView("en");
    QString head = found.orderNo;
    if (!found.customer.isEmpty())
        head += u' ' + found.customer;
    head += say(chinese, u"：", u": ");
    switch (found.kind) {
    case StuckCase::Kind::Running:
        return head + runningText(found, chinese, zone);
    case StuckCase::Kind::Unmoved:
        return head + unmovedText(found, chinese, zone);
    case StuckCase::Kind::Unbegun:
        return head
            + say(chinese, u"%1 交货，还没有开工", u"due on %1, and nothing is begun")
                  .arg(found.due.toString(QStringLiteral("MM-dd")));
    }
    Q_UNREACHABLE();
}

} // namespace pressboard::server
