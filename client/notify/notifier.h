// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/alarms/alarm_watch.h"
#include "client/notify/activity_recorder.h"
#include "client/notify/away_watch.h"
#include "client/notify/day_watch.h"
#include "client/notify/do_not_disturb.h"
#include "client/notify/held_toasts.h"
#include "client/notify/notice_list.h"
#include "client/notify/toast_folder.h"
#include "client/notify/toast_policy.h"
#include "client/settings/settings.h"
#include "client/store/store.h"

#include <QObject>

namespace pressboard::client {

/// Listens to the store and says what deserves a toast, keeps the notices with what was read of
/// them, and the activity. How a toast looks and sounds is others' business.
class Notifier : public QObject
{
    Q_OBJECT
public:
    /// All must outlive the notifier.
    Notifier(const Store &store, Settings &settings, const Clock &clock, QObject *parent = nullptr);

    NoticeList &notices() { return m_notices; }
    DoNotDisturb &doNotDisturb() { return m_doNotDisturb; }
    const DoNotDisturb &doNotDisturb() const { return m_doNotDisturb; }
    AlarmWatch &alarms() { return m_alarms; }
    const AlarmWatch &alarms() const { return m_alarms; }
    ActivityList &activity() { return m_activity.list(); }
    int unreadCount() const;
    bool hasUnreadImportant() const;

    /// Its button, or a click on a toast that has none: this notice was read here, and if it wants
    /// an answer, that is it: 知道了, or 我来处理.
    void acknowledge(const QString &noticeId);
    /// These stood on the screen for a while, where a person could see them.
    void noteShown(const QStringList &noticeIds) { Q_EMIT noticesSeen(noticeIds); }
    /// So they did, in the list: read are those that want no act.
    void see(const QStringList &noticeIds);
    /// It was read, and not answered.
    void look(const QString &noticeId);
    /// Its toast stands until somebody presses its button, and so does its row.
    bool wantsAnswer(const Notice &notice) const;
    /// What was confirmed at this station, also in earlier sessions.
    void setConfirmed(const QSet<StreamId> &notices) { m_alarms.setConfirmed(notices); }
    /// We take it: what the server made of that.
    void noteTaken(StreamId alarm, bool taken);
    void markAllRead();
    /// The language is another one: 动态 says its sentences anew.
    void retranslate();
    /// A test notice is on its way: when it is back, its toast says how long that took.
    void noteTestSent();
    /// It was to nobody but the server, which answered after so long.
    void tellEcho(std::chrono::milliseconds roundTrip);

    /// Call it about once a second.
    void tick();

Q_SIGNALS:
    /// Something happened while somebody could watch it, also what makes no toast here.
    void newsTold(const pressboard::client::Toast &news);
    void toastRaised(const pressboard::client::Toast &toast);
    void toastWithdrawn(const QString &noticeId);
    void unreadChanged();
    void noticeConfirmed(pressboard::StreamId notice);
    void noticesSeen(const QStringList &noticeIds);
    /// Somebody here said 我来处理; noteTaken() says what became of it.
    void takeWanted(pressboard::StreamId alarm);

private:
    Circumstances here() const;
    void tell(const Event &event, const Change &change);
    void listNotice(const Event &event, const Change &change);
    void reloadNotices();
    void resync(bool replayed);
    void raiseMissedNotices();
    void checkConnection();
    void checkDay();
    void checkCrm();
    void tellBack(const AwayWatch::Return &back);
    Toast timed(Toast test);
    bool isAlarm(const Notice &notice) const;
    void showAgain(StreamId id);
    void reviseAlarms();
    void reviseAlarm(const StandingAlarm &alarm);
    void answer(StreamId id);
    void offer(const Toast &toast);
    void raise(Toast toast);
    void hold(const Toast &toast);
    void tellHeld();
    void withdraw(const QString &noticeId);
    void withdrawGone();
    void countUnread();
    void keepRead();

    const Store &m_store;
    Settings &m_settings;
    const Clock &m_clock;
    DoNotDisturb m_doNotDisturb;
    AlarmWatch m_alarms; ///< it hears of an event before we do
    StationProfile m_profile; ///< the settings', kept at hand
    int m_unread = 0;
    NoticeList m_notices;
    ActivityRecorder m_activity;
    ToastFolder m_folder;
    HeldToasts m_held;
    AwayWatch m_away;
    DayWatch m_day;
    StreamId m_noticesToasted; ///< of notices up to here, nothing is missed any more
    QSet<QString> m_standing; ///< notices that were raised as toasts
    QHash<QString, QString> m_standingAlarms; ///< of these, and what they say
    QSet<StreamId> m_taken; ///< by us
    std::optional<std::chrono::milliseconds> m_testSent; ///< monotonic
    bool m_crmSilent = false;
    bool m_replayed = true; ///< since the board went stale, nothing came by snapshot
};

} // namespace pressboard::client
