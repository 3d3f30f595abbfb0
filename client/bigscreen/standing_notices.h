// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/notice.h"

#include <QList>

namespace pressboard::client {

/// The notices that stand on the last line of a wall or a station: all important ones until they
/// expire, newest first; without any, the newest that is still valid. Test notices never.
QList<Notice> standingNotices(const QList<Notice> &oldestFirst, Moment now);

/// Of resources/icons.
QString iconOf(NoticeLevel level);

} // namespace pressboard::client
