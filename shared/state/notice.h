// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/state/audience.h"

#include <QJsonObject>
#include <QString>

namespace pressboard {

enum class NoticeLevel { Info, Success, Warning, Error };

/// A message to people. `data` is kept whole, as it came, for the wire.
struct Notice
{
    StreamId id;
    Audience audience;
    QJsonObject data;

    QString message() const;
    QString title() const;
    QString sender() const;
    NoticeLevel level() const;
    bool sticky() const;
    bool isTest() const;
    CrmId orderId() const; ///< what it is about; none
    OptionalMoment expires() const;
    /// The moment the publisher gave, else the one of its ID.
    Moment sentAt() const;
    bool isExpired(Moment now) const;
    /// Somebody must read it: of those that are kept it goes last.
    bool isImportant() const;
    qsizetype bytes() const; ///< of its data, as JSON

    bool operator==(const Notice &) const = default;
};

} // namespace pressboard
