// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/crm_id.h"
#include "shared/base/stream_id.h"
#include "shared/state/audience.h"

#include <QJsonObject>
#include <QList>
#include <QString>

namespace pressboard {

/// The event types that mean something to the book. Anything else is data we do not know,
/// which is delivered and moves the position.
namespace event_type {
inline constexpr QLatin1StringView order{"order_notification"};
inline constexpr QLatin1StringView progress{"progress_notification"};
inline constexpr QLatin1StringView numbers{"dashboard_update"};
inline constexpr QLatin1StringView notice{"general_notification"};
/// The log's own entries, never delivered as such.
inline constexpr QLatin1StringView day{"pressboard.day"};
inline constexpr QLatin1StringView retire{"pressboard.retire"};
inline constexpr QLatin1StringView import{"pressboard.import"};
inline constexpr QLatin1StringView gap{"pressboard.gap"};
inline constexpr QLatin1StringView settle{"pressboard.settle"};
} // namespace event_type

/// Something in an event that could not be taken as it was sent, for those who are told of it.
struct Oddity
{
    enum class Fate : quint8 {
        LeftOut, ///< as if it were absent; the rest of the event counts
        Cut, ///< a text beyond the bound
        OtherStatus, ///< a status that is none of ours: 0, shown with its own word
        Refused, ///< the whole event
    };

    QString member; ///< "quantity", "steps[3].status"
    Fate fate = Fate::LeftOut;
    QString reason; ///< what was found, and what was expected

    bool operator==(const Oddity &) const = default;
};

/// One entry of the log, validated and normalised at the edge (server/ingest): integers are
/// integers, moments are in the wire's form, dates are yyyy-MM-dd.
struct Event
{
    StreamId id;
    QString type;
    QJsonObject data;
    Audience groups; ///< what the publisher said; the audience of delivery is in Change
    QString source; ///< the stream's `src`: "", "import", "channels", "ctl", "client", …
    /// `data` before it was normalised, as JSON text, for classic clients: a page that shows a
    /// moment as its CRM spells it must go on getting that spelling. Empty: it is `data`.
    QByteArray published = {};
    /// What the edge could not read of it, for whoever tells. The event is what is left.
    QList<Oddity> oddities = {};
    /// Who said it: "user:wang", or "src:" and the source. A notice's key is its publisher's own.
    QString publisher = {};

    /// The order it is about; none when its data names none.
    CrmId orderId() const;
    /// Its members that were left out, for its publisher.
    QStringList leftOut() const;
    bool isInternal() const { return type.startsWith(QLatin1StringView("pressboard.")); }
    bool isImported() const { return source == QLatin1StringView("import"); }
};

/// What Event::publisher is for a user, and the user again; empty when it was none.
QString publisherOfUser(const QString &user);
QString userOfPublisher(const QString &publisher);
/// The same for a source.
QString publisherOfSource(const QString &source);

} // namespace pressboard
