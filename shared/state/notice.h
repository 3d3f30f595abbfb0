// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/base/time.h"
#include "shared/state/alarm.h"
#include "shared/state/audience.h"

#include <QJsonObject>
#include <QString>

namespace pressboard {

enum class NoticeLevel { Info, Success, Warning, Error };

/// info, success, warning, error; of any other word info.
QLatin1StringView levelName(NoticeLevel level);
NoticeLevel levelFromName(QStringView name);

/// Who took an alarm. `at` is the moment of the log's entry.
struct Settlement
{
    QString by; ///< a display name
    QString station; ///< its name; empty: none is known
    Moment at{};
    bool operator==(const Settlement &) const = default;
};

/// A message to people. `data` is kept whole, as it came, for the wire.
struct Notice
{
    StreamId id;
    Audience audience;
    QJsonObject data;
    QString publisher = {}; ///< Event::publisher; clients know it of notices with a key alone
    std::optional<Settlement> settled = {}; ///< an alarm that somebody took
    /// An alarm that replaced the same one goes on as that one: the ID of the first; none: this is
    /// it.
    StreamId first = {};

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

    QString key() const; ///< the publisher's own name for it; empty: none
    QString call() const; ///< the call for help that it is; empty: none
    StreamId escalates() const; ///< the alarm that nobody took, of which this is the next step
    std::optional<Alarm> alarm() const;
    /// What an alarm is called by whoever takes it, or goes on with it, whatever text it has by
    /// now.
    StreamId alarmId() const { return first.isNull() ? id : first; }
    /// Ringing is reckoned from here by the server's clock: repeat, repeat, until endsRinging().
    Moment ringsFrom() const { return momentOf(alarmId()); }
    /// By its length or because the notice expires; none without an alarm.
    OptionalMoment endsRinging() const;
    /// Unsettled, and its time is not over. Of an alarm that each takes for himself it says nothing
    /// of who did.
    bool isRinging(Moment now) const;
    /// Of such a notice stations tell that they got it, that it was seen, that it was confirmed.
    bool wantsReceipts() const;

    bool operator==(const Notice &) const = default;
};

} // namespace pressboard
