// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"
#include "shared/state/apply.h"

namespace pressboard::client {

/// 新订单, 订单有改动, 订单已取消, 订单已删除, 订单完成.
QList<News> orderNews(const Change &change, const Circumstances &here);

} // namespace pressboard::client
