// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/news.h"
#include "shared/state/apply.h"

namespace pressboard::client {

/// 已开工, 已完工, 已跳过, 返工, and for the station whose step became ready: 轮到你.
QList<News> stepNews(const Change &change, const Circumstances &here);

} // namespace pressboard::client
