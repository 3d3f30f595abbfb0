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
    checkConnection();
    checkDay();
    checkCrm();
    if (const auto summary = m_folder.takeSummary(m_clock.monotonic()))
        raise(*summary);
    countUnread();
}

void Notifier::tell(const Event &event, const Change &change)
{
    listNotice(event, change);
    const QList<News> all = ToastPolicy::newsOf(event, change, here());
    m_activity.note(event, change, all, here());
    if (m_store.isReplaying())
        return;
    for (const News &news : all) {
        Q_EMIT newsTold(news.toast);
        if (news.isToast)
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
        return notice.id <= m_noticesToasted || !isImportant(notice);
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
    if (m_doNotDisturb.isOn() && !toast.throughMute)
        return;
    const Toast told = toast.kind == ToastKind::NoticeTest ? timed(toast) : toast;
    if (const auto now = m_folder.offer(told, m_clock.monotonic()))
        raise(*now);
}

void Notifier::raise(Toast toast)
{
    if (m_doNotDisturb.isOn() && !toast.throughMute)
        return;
    toast.sound = toast.sound && m_settings.isSoundOn();
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
    if (const auto id = StreamId::parse(QStringView(noticeId)))
        m_notices.markRead(*id);
    withdraw(noticeId); // read in the notices panel, it need not stand as a toast, too
}

void Notifier::markAllRead()
{
    m_notices.markAllRead(m_store.book().position);
    const QSet<QString> standing = m_standing;
    for (const QString &id : standing)
        withdraw(id);
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
