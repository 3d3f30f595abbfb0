// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/feed_row.h"

#include "client/models/format.h"

#include <QCoreApplication>

namespace pressboard::client {

QString FeedRow::spoken() const
{
    const QString unread =
        isUnread ? QCoreApplication::translate("pressboard::client::FeedRow", "Unread") : QString();
    return format::dotted({unread, time, title, text, note, orderNo, act});
}

} // namespace pressboard::client
