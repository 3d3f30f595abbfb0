// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/activity_recorder.h"
#include "client/notify/away_watch.h"
#include "client/notify/day_watch.h"
#include "client/notify/do_not_disturb.h"
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
    ActivityList &activity() { return m_activity.list(); }
    int unreadCount() const;
    bool hasUnreadImportant() const;

    /// 知道了, or a click on the toast: this notice was read here.
    void acknowledge(const QString &noticeId);
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
    void offer(const Toast &toast);
    void raise(Toast toast);
    void withdraw(const QString &noticeId);
    void withdrawGone();
    void countUnread();
    void keepRead();

    const Store &m_store;
    Settings &m_settings;
    const Clock &m_clock;
    DoNotDisturb m_doNotDisturb;
    StationProfile m_profile; ///< the settings', kept at hand
    int m_unread = 0;
    NoticeList m_notices;
    ActivityRecorder m_activity;
    ToastFolder m_folder;
    AwayWatch m_away;
    DayWatch m_day;
    StreamId m_noticesToasted; ///< of notices up to here, nothing is missed any more
    QSet<QString> m_standing; ///< notices that were raised as toasts
    std::optional<std::chrono::milliseconds> m_testSent; ///< monotonic
    bool m_crmSilent = false;
    bool m_replayed = true; ///< since the board went stale, nothing came by snapshot
};

} // namespace pressboard::client
