// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/push/rate_limit.h"
#include "server/push/station_post.h"
#include "server/receipts/receipt_store.h"
#include "server/stations/station_registry.h"
#include "shared/base/time.h"
#include "shared/state/apply.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QTimer>

namespace pressboard::server {

class EventLog;

// On the control channel, with a notice's ID: there are other receipts, says who stands behind it;
// and with stations' IDs behind it: show it to these once more.
inline constexpr QByteArrayView receiptsMessage{"receipts "};
inline constexpr QByteArrayView remindMessage{"remind "};

/// Keeps the stations' sessions, takes what they tell, and tells those who may know. What concerns
/// only one notice or one station comes by here; nothing does for an ordinary event, but for a
/// look at its type.
class StationDesk final : public QObject, public StationPost
{
    Q_OBJECT
public:
    /// A program with an ID that another one has asks again so often, and so long: longer than a
    /// dead connection is taken for alive.
    static constexpr int claims = 4;
    static constexpr std::chrono::seconds claimInterval{6};
    static constexpr std::chrono::milliseconds followInterval{1000};
    static constexpr std::chrono::seconds remindInterval{10};
    static constexpr int sentAtOnce = 5; ///< notices read of a list, so that others get a turn
    static constexpr qsizetype rowsOfPart = 500; ///< stations in a message: 512 KiB at most
    static constexpr qsizetype ownNotices = 200; ///< the newest, of which a station is told
    /// What this may cost, in stations that are written down for a notice, or read of one: beyond
    /// it a notice has no receipts, and numbers are told later. A shop with fifty never meets it.
    static constexpr double writtenBurst = 50'000;
    static constexpr double writtenPerSecond = 5'000;
    static constexpr double readBurst = 20'000;
    static constexpr double readPerSecond = 10'000;

    /// All must outlive the desk, and it every session.
    StationDesk(EventLog &log, StationRegistry &registry, redis::Connection &connection,
                redis::Keys keys, const Clock &clock, QObject *parent = nullptr);
    ~StationDesk() override;

    void handleControl(QByteArrayView message);

    void arrived(Session &session) override;
    void gotSnapshot(Session &session) override;
    void left(Session &session) override;
    void handle(Session &session, const protocol::Receipt &message) override;
    void handle(Session &session, const protocol::AskReceipts &message) override;
    void handle(Session &session, const protocol::Settle &message) override;
    void handle(Session &session, const protocol::AskSent &message) override;
    void handle(Session &session, const protocol::Remind &message) override;
    void handle(Session &session, const protocol::AskStations &message) override;
    void handle(Session &session, const protocol::ChangeStation &message) override;

private:
    void noteNotice(const Change &change);
    void claim(Session &session, int again);
    void judge(Session &session, StationRegistry::Claim claimed, int again);
    bool isClaimed(const QString &id) const; ///< by any session that is here
    /// The station that it says it is, is this session's: by the registry's word.
    bool isHeld(const Session &session) const;
    void giveBack(Session &session);
    void noteReceipts(Session &session, const protocol::Receipt &message, bool mayExpect);
    QList<StreamId> concerned(const Session &session, const QList<StreamId> &ids) const;
    double stationCount() const; ///< at least one: what a notice costs
    void expect(const Notice &notice);
    void change(StreamId notice, bool tellOthers);
    void tellNumbers();
    void tellNumbersOf(StreamId notice);
    bool isHeardOf(StreamId notice) const;
    QString publisherOf(StreamId notice) const;
    void readSent(Session &session, StreamId before, const protocol::Sent &soFar);
    void remind(StreamId notice, const QStringList &stations);
    void tellStations(const QStringList &ids);
    bool isOnline(const QString &station) const;
    ReceiptRows::IsOnline onlineAsked() const;
    bool mayKnow(const Session &session, const QString &publisher) const;
    protocol::Stations::Row rowOf(const StationRecord &record) const;
    void refuse(Session &session, const QString &ref, const QString &code, const QString &message);
    void publish(const QByteArray &message);

    EventLog &m_log;
    StationRegistry &m_registry;
    redis::Connection &m_connection;
    redis::Keys m_keys;
    const Clock &m_clock;
    const QByteArray m_origin; ///< tells what this desk said on the channel from what others did
    ReceiptStore m_store;
    struct Claimed
    {
        QString id;
        QString run;
    };
    QHash<Session *, Claimed> m_claims; ///< what each said it is
    QHash<QString, Session *> m_sessions; ///< by station: who is it
    QSet<Session *> m_hearers; ///< with the feature receipts
    QSet<Session *> m_followers; ///< of the stations
    QHash<StreamId, bool> m_changed; ///< notices with other numbers; whether others are told
    QHash<StreamId, std::chrono::milliseconds> m_toldAt; ///< monotonic
    QHash<StreamId, RateLimit> m_reminders;
    RateLimit m_written{writtenBurst, writtenPerSecond};
    RateLimit m_read{readBurst, readPerSecond};
    QTimer m_numbersTimer;
    QSet<QString> m_changedStations;
    QTimer m_followTimer;
};

} // namespace pressboard::server
