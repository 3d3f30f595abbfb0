// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/apply.h"
#include "shared/state/audience.h"
#include "shared/state/event.h"
#include "shared/state/notice.h"

#include <QList>
#include <QString>
#include <QStringList>

namespace pressboard::server {

/// Something that happened and is worth telling outside of the shop, before anybody puts it into
/// words. Texts are as they came.
struct News
{
    StreamId id; ///< of the event
    QLatin1StringView kind; ///< of robot_kind
    Audience audience;

    // A notice's.
    NoticeLevel level = NoticeLevel::Info;
    QString title;
    QString message;
    QString sender;

    // An order's that was cancelled.
    QString orderNo;
    QString customer;
    QString product;
    QStringList running; ///< the names of its steps that somebody works on
};

/// What an event meant that was just applied to `book`.
QList<News> newsOf(const Event &event, const Change &change, const Book &book);

/// An alarm that nobody took.
News untakenNews(const Notice &alarm);

/// The same of an event of the past, of which nobody knows any more what it changed: by what `book`
/// says now. An order that was cancelled already before is told again if the event repeats it.
QList<News> missedNewsOf(const Event &event, const Book &book);

} // namespace pressboard::server
