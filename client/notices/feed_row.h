// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/icon.h"
#include "shared/base/crm_id.h"

#include <QMetaType>
#include <QString>

namespace pressboard::client {

/// One row of the notices panel's lists as it is painted and read aloud: words, and what they mean.
struct FeedRow
{
    enum class Shape {
        Item, ///< something that happened or was said
        Line, ///< a sentence between the items: where the board was not live
    };
    enum class Tone {
        Neutral,
        Done, ///< green mark
        Attention, ///< orange frame
        Alarm, ///< red fill
        YourTurn, ///< a block of ink
    };
    Shape shape = Shape::Item;
    Tone tone = Tone::Neutral;
    Icon icon;
    QString title;
    QString text; ///< all of it, however long
    QString note; ///< until when it is valid, who withdrew it
    QString act; ///< what its button says: 知道了, 我来处理; empty: it has none
    QString time; ///< 10:32
    CrmId orderId; ///< only while the board has that order
    QString orderNo; ///< set where no other words say it
    bool isUnread = false;
    bool isStruck = false; ///< withdrawn
    bool isFaded = false; ///< withdrawn or expired: not true any more

    /// For a screen reader, and for the clipboard.
    QString spoken() const;
};

/// Of the models behind the notices panel's lists.
enum FeedRole {
    FeedRowRole = Qt::UserRole + 100, ///< FeedRow
    FeedKeyRole, ///< QString: the row's own as long as it is listed
    FeedSectionRole, ///< int: rows with the same one stand under one heading
    FeedHeadingRole, ///< QString: that heading
    FeedOrderRole, ///< CrmId; invalid without an order
};

} // namespace pressboard::client

Q_DECLARE_METATYPE(pressboard::client::FeedRow)
