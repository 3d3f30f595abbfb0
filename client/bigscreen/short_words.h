// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/board_row.h"

/// The words of a row that is read from metres away: as short as they can be and still be said
/// aloud.
namespace pressboard::client::short_words {

QString due(const BoardRow &row); ///< 已取消·请停, 晚2天, 今天, 明天, 剩3天, 12-05
/// 18分, 1.2小时, 1天2小时; empty when unknown.
QString elapsed(std::optional<std::chrono::seconds> elapsed);
QString customer(QString name); ///< 东方出版 of 东方出版社有限公司
QString product(const QString &name); ///< 精装书 of 《江南纪事》精装书
QString step(const QString &name); ///< 配本 of 配本(塑封)
/// As long as names of people, and of steps, usually are: what is longer gives way to the columns
/// beside it.
QString usualPerson();
QString usualStep();

} // namespace pressboard::client::short_words
