// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"
#include "shared/state/apply.h"

#include <QDateTime>

/// The board's words, in the language of the installed translation. Pure functions: the moment
/// they speak of is in what they are given.
namespace pressboard::client::format {

QString number(qint64 number); ///< 1284; 1,284
QString signedNumber(qint64 number); ///< +2
QString quantity(std::optional<qint64> quantity, const QString &unit); ///< 3000册; 3,000 册
QString date(QDate date); ///< 12-05; 5 Dec
QString dateWithDay(QDate date); ///< 12-05 周二; Tue 5 Dec
QString weekday(QDate date); ///< 周二; Tuesday
QString time(const QDateTime &local); ///< 10:32
/// 10:32, 昨天 18:02 or 11-20 18:02.
QString timeSince(const QDateTime &local, QDate today);
/// From here on nobody counts in minutes: 2天16小时, not 3840 分钟.
inline constexpr std::chrono::minutes longSilence{120};
/// 18分, 1小时12分, 1天2小时; empty when unknown.
QString elapsed(std::optional<std::chrono::seconds> elapsed);
QString timeAhead(const QDateTime &local, QDate today); ///< 18:40, 明天 10:35, 12-05 10:35
QString daysEarly(int days); ///< 提前1天, 按期, 逾期2天

QString category(StepCategory category); ///< 封面, 内文
QString printType(PrintType type); ///< 封面+内文
/// What the publisher calls it, in Chinese; our own words by number in other languages.
QString status(OrderStatus status, const QString &display = {});
QString status(StepStatus status, const QString &display = {});
/// The standard word; of a step whose status is none of ours, its own.
QString statusName(StepStatus status, const QString &display);
QString progress(Progress progress); ///< 3/9

// Of a row of the board.
QString due(const BoardRow &row); ///< 已取消·请停, 逾期2天, 今天交, 明天交, 剩3天, else 12-05
QString productLine(const BoardRow &row); ///< 《江南纪事》精装书·3000册
QString heldFor(const BoardRow &row); ///< 进行中 1小时12分
QString dueDay(const BoardRow &row); ///< 逾期2天, 今天, 明天
QString verdict(DueVerdict verdict); ///< 来得及, 危险, 来不及, 数据不足
QString stepsLeft(int steps); ///< 6道
QString about(std::chrono::seconds work); ///< 约 45分, 约 7.5小时, 约 12小时
QString expectedAt(const BoardRow &row); ///< 18:40, 明天 10:35, 12-05 10:35
QString slowAt(const BoardRow &row); ///< 慢则 21:30
QString earliness(const BoardRow &row); ///< 提前1天
QString completedAt(const BoardRow &row); ///< 10:21; 11-22 when that was not today
QString sentence(const BoardRow &row); ///< the whole row, to be read aloud

// Of lists.
QString listCount(qint64 listed, std::optional<qint64> counted); ///< 27, or 25 / 27
QString unreportedLine(int rows); ///< 超过24小时未报完工 (12)
QString waitingLine(int rows); ///< 另有 246 道等上道工序

/// The texts that are not empty, joined by the language's dot.
QString dotted(const QStringList &texts);
bool speaksChinese();

} // namespace pressboard::client::format
