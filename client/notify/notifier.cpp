// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notify/notifier.h"

#include "client/models/format.h"
#include "client/notify/board_news.h"
#include "client/notify/notice_news.h"

#include <algorithm>
#include <utility>

namespace pressboard::client {

using namespace std::chrono_literals;

namespace {

constexpr int mostMissedNotices = 3;
/// A test notice that takes longer is not the one that was sent.
constexpr auto testPatience = 30s;

bool isImportant(const Notice &notice)
{
    return notice.level() == NoticeLevel::Warning || notice.level() == NoticeLevel::Error;
}

} // namespace

Notifier::Notifier(const Store &store, Settings &settings, const Clock &clock, QObject *parent)
    : QObject(parent)
    , m_store(store)
    , m_settings(settings)
    , m_clock(clock)
    , m_doNotDisturb(store, settings)
    , m_alarms(store)
    , m_profile(settings.profile())
    , m_activity(store)
{
    m_notices.setRead(settings.noticesReadUntil(), settings.noticesReadAlso());
    m_notices.setNotices(store.book().notices);
    connect(&store, &Store::eventArrived, this, &Notifier::tell);
    connect(&store, &Store::bookReplaced, this, &Notifier::reloadNotices);
    connect(&store, &Store::synced, this, &Notifier::resync);
    connect(&store, &Store::connectionChanged, this, &Notifier::checkConnection);
    connect(&store, &Store::sourceChanged, this, &Notifier::checkConnection);
    connect(&store, &Store::goodbyeReceived, this, [this] { m_away.expectStop(); });
    connect(&settings, &Settings::profileChanged, this,
            [this] { m_profile = m_settings.profile(); });
    connect(&m_notices, &NoticeList::readChanged, this, &Notifier::keepRead);
    connect(&m_alarms, &AlarmWatch::changed, this, &Notifier::reviseAlarms);
    connect(&store, &Store::reminded, this, &Notifier::showAgain);
}

Circumstances Notifier::here() const
{
    return {m_store.book(),
            m_store.ready().joinSteps(),
            m_store.zone(),
            m_store.now(),
            m_profile,
            m_settings.toastsStepMoves(),
            m_settings.toastsUnknownTypes()};
}

void Notifier::tick()
{
    m_doNotDisturb.tick();
    m_alarms.tick();
    checkConnection();
    checkDay();
    checkCrm();
    if (const auto summary = m_folder.takeSummary(m_clock.monotonic()))
        raise(*summary);
    tellHeld();
    countUnread();
}

void Notifier::tell(const Event &event, const Change &change)
{
    listNotice(event, change);
    const QList<News> all = ToastPolicy::newsOf(event, change, here());
    m_activity.note(event, change, all, here());
    if (m_store.isReplaying())
        return;
    for (News news : all) {
        news.toast.isAlarm = change.notice && isAlarm(*change.notice);
        Q_EMIT newsTold(news.toast);
        if (news.isToast && !news.toast.isAlarm) // reviseAlarms() sees to those
            offer(news.toast);
    }
}

void Notifier::listNotice(const Event &event, const Change &change)
{
    if (change.withdrawn) {
        const QString by = event.data.value(QLatin1StringView("sender")).toString();
        m_notices.withdraw(change.withdrawn->id,
                           {by, momentOf(event.id), change.notice.has_value()});
        withdraw(change.withdrawn->id.toString());
    }
    if (change.notice && !change.notice->isTest()) {
        m_notices.setKept(m_store.book().notices.size());
        m_notices.add(*change.notice);
        if (!m_store.isReplaying())
            m_noticesToasted = std::max(m_noticesToasted, change.notice->id);
        withdrawGone(); // it may have pushed out the oldest
    }
    countUnread();
}

/// The book was replaced: what is in it no more was withdrawn meanwhile.
void Notifier::reloadNotices()
{
    if (m_activity.noteBook())
        m_notices.clear();
    m_notices.setNotices(m_store.book().notices);
    withdrawGone();
    countUnread();
    checkConnection();
}

void Notifier::resync(bool replayed)
{
    m_replayed = m_replayed && replayed;
    m_activity.noteSync(replayed);
    raiseMissedNotices();
    // A station that was never here before has not left a week of notices unread.
    if (m_settings.noticesReadUntil().isNull())
        m_notices.markAllRead(std::max(m_store.book().position, StreamId{0, 1}));
}

void Notifier::raiseMissedNotices()
{
    QList<Notice> missed = m_notices.unreadNotices(m_store.now());
    missed.removeIf([this](const Notice &notice) {
        return notice.id <= m_noticesToasted || !isImportant(notice) || isAlarm(notice);
    });
    // Newest first in the list; on the screen the newest stands below.
    for (qsizetype i = std::min<qsizetype>(missed.size(), mostMissedNotices) - 1; i >= 0; --i)
        raise(noticeToast(missed.at(i)));
    m_noticesToasted = std::max(m_noticesToasted, m_store.book().position);
}

void Notifier::checkConnection()
{
    m_activity.noteConnection();
    const OptionalMoment asOf = m_store.dataAsOf();
    switch (m_away.update(m_store.isStale(), asOf, m_clock.monotonic())) {
    case AwayWatch::Word::Lost:
        raise(connectionLost(asOf, here()));
        break;
    case AwayWatch::Word::Stopped:
        raise(plannedStop(asOf, here()));
        break;
    case AwayWatch::Word::None:
        break;
    }
    if (const auto back = m_away.takeReturn()) {
        tellBack(*back);
        raiseMissedNotices(); // of a lost source: that comes back without a sync
    }
    m_replayed = m_replayed || !m_store.isStale();
}

void Notifier::tellBack(const AwayWatch::Return &back)
{
    if (!back.since)
        return;
    const AwaySummary summary = summaryOf(here(), *back.since);
    if (m_store.shopDay(*back.since) < m_store.shopDay(m_store.now())) {
        m_day.interrupt();
        if (!summary.isEmpty() || unreadCount() > 0)
            raise(morningStart(*back.since, summary, unreadCount(), here()));
    } else if (back.wasTold) {
        raise(connectionBack(back.away, m_replayed ? std::optional(summary) : std::nullopt));
    }
}

void Notifier::checkDay()
{
    if (m_store.isStale())
        return;
    const QDate day = m_store.shopDay(m_store.now());
    const auto start = m_day.update(day, m_settings.greetedDay());
    // Greeted ahead of its time, by a clock that was wrong: its own morning must not stay silent.
    if (m_settings.greetedDay() > day)
        m_settings.setGreetedDay(day);
    if (!start)
        return;
    m_settings.setGreetedDay(start->day);
    if (const auto due = dueToday(here())) {
        Q_EMIT newsTold(*due);
        raise(*due);
    }
    if (!start->watchedFrom.isValid())
        return;
    const QList<News> late = newlyOverdue(start->watchedFrom, here());
    m_activity.noteLate(start->watchedFrom, late, here());
    for (const News &news : late) {
        Q_EMIT newsTold(news.toast);
        if (news.isToast)
            offer(news.toast);
    }
}

void Notifier::checkCrm()
{
    const bool silent = m_store.isCrmSilent();
    if (silent && !m_crmSilent && m_store.permissions().contains(QLatin1StringView("manage"))) {
        const auto silence = m_store.now() - *m_store.lastHeard();
        raise(crmSilent(std::chrono::floor<std::chrono::minutes>(silence)));
    }
    m_crmSilent = silent;
}

bool Notifier::isAlarm(const Notice &notice) const
{
    return notice.alarm() && m_store.speaks(protocol::alarmsFeature);
}

/// An alarm stands until it is settled, whatever becomes of its toast.
void Notifier::reviseAlarms()
{
    QSet<QString> over;
    for (auto alarm = m_standingAlarms.cbegin(); alarm != m_standingAlarms.cend(); ++alarm)
        over.insert(alarm.key());
    const QList<StandingAlarm> alarms = m_alarms.standing();
    for (const StandingAlarm &alarm : alarms) {
        if (alarm.isOpen)
            over.remove(alarm.notice.id.toString());
        reviseAlarm(alarm);
    }
    for (const QString &id : std::as_const(over)) {
        m_standingAlarms.remove(id);
        withdraw(id);
    }
}

void Notifier::reviseAlarm(const StandingAlarm &alarm)
{
    const QString id = alarm.notice.id.toString();
    if (!alarm.isOpen) {
        if (m_standingAlarms.contains(id) && !m_taken.contains(alarm.notice.id))
            raise(takenToast(alarm.notice));
        return;
    }
    const bool stands = m_standingAlarms.contains(id);
    const Toast toast = alarmToast(alarm, m_store.now());
    // What was known before the connection broke is not brought up while nobody knows more.
    if ((!stands && !alarm.isKnown) || m_standingAlarms.value(id) == toast.text)
        return;
    m_standingAlarms.insert(id, toast.text);
    raise(toast);
}

/// Its sender sees that nobody here did.
void Notifier::showAgain(StreamId id)
{
    const Notice *notice = m_store.book().notice(id);
    if (notice == nullptr || notice->isExpired(m_store.now()))
        return;
    const auto alarm = m_alarms.of(*notice);
    if (!alarm)
        raise(noticeToast(*notice));
    else if (alarm->isOpen)
        raise(alarmToast(*alarm, m_store.now()));
}

void Notifier::noteTaken(StreamId alarm, bool taken)
{
    if (taken)
        return; // the log says the rest
    m_taken.remove(alarm);
    m_alarms.setOnTheWay(alarm, false);
}

void Notifier::noteTestSent()
{
    m_testSent = m_clock.monotonic();
}

void Notifier::tellEcho(std::chrono::milliseconds roundTrip)
{
    m_testSent.reset(); // whatever test comes now is another's
    offer(
        testToast(tr("To the server and back: %1 ms. Nobody else got it.").arg(roundTrip.count())));
}

Toast Notifier::timed(Toast test)
{
    const auto sent = std::exchange(m_testSent, std::nullopt);
    const auto took = m_clock.monotonic() - sent.value_or(-testPatience);
    if (took < testPatience)
        test.text = format::dotted({test.text, tr("round trip %1 ms").arg(took.count())});
    return test;
}

void Notifier::offer(const Toast &toast)
{
    if (!m_doNotDisturb.shows(toast))
        return hold(toast);
    const Toast told = toast.kind == ToastKind::NoticeTest ? timed(toast) : toast;
    if (const auto now = m_folder.offer(told, m_clock.monotonic()))
        raise(*now);
}

void Notifier::hold(const Toast &toast)
{
    const Order *order = m_store.book().order(toast.orderId);
    const bool isMyOrder = m_profile.isOnFloor() && order && hasWorkFor(m_profile, *order);
    m_held.add(isMyOrder || toast.emphasis == ToastEmphasis::YourTurn);
}

/// Afterwards, once.
void Notifier::tellHeld()
{
    if (m_doNotDisturb.isOn())
        return;
    if (const auto summary = m_held.takeSummary())
        raise(*summary);
}

void Notifier::raise(Toast toast)
{
    if (!m_doNotDisturb.shows(toast))
        return hold(toast);
    toast.sound = toast.sound && m_settings.isSoundOn() && m_doNotDisturb.sounds(toast);
    if (!toast.noticeId.isEmpty())
        m_standing.insert(toast.noticeId);
    Q_EMIT toastRaised(toast);
}

void Notifier::withdraw(const QString &noticeId)
{
    if (m_standing.remove(noticeId))
        Q_EMIT toastWithdrawn(noticeId);
}

/// What stands as a toast, but is not in the book.
void Notifier::withdrawGone()
{
    QSet<QString> gone = m_standing;
    for (const Notice &notice : m_store.book().notices)
        gone.remove(notice.id.toString());
    for (const QString &id : std::as_const(gone))
        withdraw(id);
}

int Notifier::unreadCount() const
{
    return int(m_notices.unreadNotices(m_store.now()).size());
}

bool Notifier::hasUnreadImportant() const
{
    return m_notices.hasUnreadImportant(m_store.now());
}

/// Notices are read, withdrawn, and expire by themselves.
void Notifier::countUnread()
{
    const int unread = unreadCount();
    if (unread == m_unread)
        return;
    m_unread = unread;
    Q_EMIT unreadChanged();
}

void Notifier::acknowledge(const QString &noticeId)
{
    if (const auto id = StreamId::parse(QStringView(noticeId))) {
        m_notices.markRead(*id);
        answer(*id);
    }
    withdraw(noticeId); // read in the notices panel, it need not stand as a toast, too
}

void Notifier::answer(StreamId id)
{
    const Notice *notice = m_store.book().notice(id);
    if (notice == nullptr)
        return;
    const auto alarm = m_alarms.of(*notice);
    if (!alarm || !alarm->isOpen || alarm->isForEach())
        return Q_EMIT noticeConfirmed(id);
    m_taken.insert(id);
    m_alarms.setOnTheWay(id, true);
    Q_EMIT takeWanted(id);
}

void Notifier::see(const QStringList &noticeIds)
{
    for (const QString &text : noticeIds) {
        const auto id = StreamId::parse(QStringView(text));
        const Notice *notice = id ? m_store.book().notice(*id) : nullptr;
        const bool wantsAct =
            notice && (notice->level() == NoticeLevel::Error || wantsAnswer(*notice));
        if (!wantsAct)
            look(text);
    }
    Q_EMIT noticesSeen(noticeIds);
}

void Notifier::look(const QString &noticeId)
{
    const auto id = StreamId::parse(QStringView(noticeId));
    if (!id)
        return;
    m_notices.markRead(*id);
    const Notice *notice = m_store.book().notice(*id);
    if (notice == nullptr || !wantsAnswer(*notice))
        withdraw(noticeId);
}

bool Notifier::wantsAnswer(const Notice &notice) const
{
    if (const auto alarm = m_alarms.of(notice))
        return alarm->isOpen;
    return asksToConfirm(notice) && !notice.isExpired(m_store.now())
        && m_store.speaks(protocol::receiptsFeature) && !m_alarms.isConfirmed(notice.id);
}

void Notifier::markAllRead()
{
    m_notices.markAllRead(m_store.book().position);
    const QSet<QString> standing = m_standing;
    for (const QString &id : standing) {
        const auto notice = StreamId::parse(QStringView(id));
        const Notice *kept = notice ? m_store.book().notice(*notice) : nullptr;
        if (kept == nullptr || !wantsAnswer(*kept))
            withdraw(id);
    }
}

void Notifier::retranslate()
{
    m_activity.list().tellAgain();
}

void Notifier::keepRead()
{
    m_settings.setNoticesReadUntil(m_notices.readUntil());
    m_settings.setNoticesReadAlso(m_notices.readAlso());
    countUnread();
}

} // namespace pressboard::client
