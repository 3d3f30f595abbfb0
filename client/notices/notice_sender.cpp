// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/notice_sender.h"

#include "client/alarms/alarm_words.h"
#include "client/connection/connection.h"
#include "client/models/status_words.h"
#include "client/notices/audience_picker.h"
#include "client/notify/notice_news.h"
#include "client/store/store.h"
#include "shared/protocol/codec.h"

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr qsizetype mostRemembered = 50;
/// Shorter ends of a number mean too many orders.
constexpr qsizetype shortestEnd = 3;

QString wireName(NoticeLevel level)
{
    switch (level) {
    case NoticeLevel::Info:
        return QStringLiteral("info");
    case NoticeLevel::Success:
        return QStringLiteral("success");
    case NoticeLevel::Warning:
        return QStringLiteral("warning");
    case NoticeLevel::Error:
        break;
    }
    return QStringLiteral("error");
}

QJsonObject wireData(const NoticeDraft &draft, Moment now)
{
    QJsonObject data{{QStringLiteral("message"), draft.text},
                     {QStringLiteral("type"), wireName(draft.level)}};
    if (draft.validUntil)
        data.insert(QStringLiteral("expires"), toWire(*draft.validUntil));
    else if (draft.validFor)
        data.insert(QStringLiteral("expires"), toWire(now + *draft.validFor));
    if (draft.asksToConfirm)
        data.insert(QStringLiteral("confirm"), true);
    if (draft.rings) {
        data.insert(QStringLiteral("type"), wireName(NoticeLevel::Error));
        data.insert(QStringLiteral("alarm"), true);
    }
    if (!draft.orderId.isNull())
        data.insert(QStringLiteral("order_id"), draft.orderId.toJson());
    return data;
}

} // namespace

NoticeSender::NoticeSender(Connection &connection, const Store &store)
    : m_connection(connection)
    , m_store(store)
{
    connect(&store, &Store::connectionChanged, this, &NoticeSender::connectedChanged);
    connect(&store, &Store::changed, this, &NoticeSender::noteWithdrawn);
    connect(&store, &Store::sentTold, this,
            qOverload<const protocol::Sent &>(&NoticeSender::adopt));
    connect(&store, &Store::receiptsTold, this,
            qOverload<const protocol::Receipts &>(&NoticeSender::adopt));
}

bool NoticeSender::isConnected() const
{
    return m_store.connectionStatus().state == ConnectionState::Live;
}

NoticeRights NoticeSender::rights() const
{
    NoticeRights rights;
    // One permission stands for who may reach everybody. Servers of before let nobody else take
    // his own notices back.
    rights.toEveryone = m_store.permissions().contains(QStringLiteral("publish"));
    rights.mayWithdraw = rights.toEveryone || m_store.speaks(protocol::alarmsFeature);
    rights.sender = m_store.displayName();
    rights.departmentNames = m_store.shop().departments;
    rights.hasReceipts = m_store.speaks(protocol::receiptsFeature);
    rights.hasAlarms = m_store.speaks(protocol::alarmsFeature);
    const QString prefix = QStringLiteral("dept_");
    QStringList groups = m_store.groups();
    if (rights.toEveryone) {
        const QStringList departments = m_store.shop().departments.keys();
        for (const QString &department : departments)
            groups.append(prefix + department);
    }
    for (const SentNotice &notice : m_sent)
        groups += notice.groups;
    groups.removeDuplicates();
    for (const QString &group : std::as_const(groups)) {
        if (group.startsWith(prefix))
            rights.departments.append(group.mid(prefix.size()));
    }
    return rights;
}

CrmId NoticeSender::orderBy(const QString &number) const
{
    CrmId byEnd;
    int ends = 0;
    const QHash<CrmId, Order> &orders = m_store.book().orders();
    for (const Order &order : orders) {
        if (order.orderNo.compare(number, Qt::CaseInsensitive) == 0)
            return order.orderId;
        if (number.size() >= shortestEnd && order.orderNo.endsWith(number, Qt::CaseInsensitive)) {
            byEnd = order.orderId;
            ++ends;
        }
    }
    return ends == 1 ? byEnd : CrmId();
}

void NoticeSender::send(const NoticeDraft &draft, const Told &told)
{
    m_connection.publish(event_type::notice, wireData(draft, m_store.now()), Audience(draft.groups),
                         [this, draft, told](const PublishOutcome &outcome) {
                             if (outcome.stored)
                                 remember(draft, outcome);
                             told(sentenceOf(outcome, draft.groups), outcome.stored);
                             // Its numbers come from now on; who it is for is one to begin with.
                             if (outcome.stored)
                                 askSent();
                         });
}

void NoticeSender::remember(const NoticeDraft &draft, const PublishOutcome &outcome)
{
    if (m_sent.size() >= mostRemembered)
        m_sent.removeFirst();
    SentNotice notice{outcome.id, draft.text, draft.groups,
                      StatusWords::clockTime(m_store.now(), m_store), outcome.online};
    notice.asksToConfirm = draft.asksToConfirm;
    m_sent.append(notice);
    Q_EMIT sentChanged();
}

void NoticeSender::askSent()
{
    if (m_store.speaks(protocol::receiptsFeature))
        m_connection.ask(protocol::encode(protocol::AskSent{}));
}

void NoticeSender::askStations(StreamId id)
{
    m_connection.ask(protocol::encode(protocol::AskReceipts{id}));
}

void NoticeSender::remind(StreamId id, const Told &told)
{
    m_connection.request(
        [id](const QString &ref) {
            return protocol::encode(protocol::Remind{ref, id});
        },
        [told](const PublishOutcome &outcome) {
            told(outcome.stored ? tr("%n reminded.", nullptr, outcome.online)
                                : tr("Nobody was reminded. %1").arg(problemOf(outcome)),
                 outcome.stored);
        });
}

SentNotice *NoticeSender::find(StreamId id)
{
    const auto found = std::find_if(m_sent.begin(), m_sent.end(),
                                    [id](const SentNotice &notice) { return notice.id == id; });
    return found == m_sent.end() ? nullptr : &*found;
}

/// The server remembers for a month what this program forgot when it ended.
void NoticeSender::adopt(const protocol::Sent &sent)
{
    for (const auto &row : sent.notices) {
        const Notice notice{row.id, {}, row.data};
        if (find(row.id) == nullptr)
            m_sent.append({row.id, notice.message(), row.groups,
                           StatusWords::clockTime(notice.sentAt(), m_store)});
        SentNotice &mine = *find(row.id);
        mine.asksToConfirm = asksToConfirm(notice);
        mine.counts = row.counts;
        if (row.settled)
            mine.taken = AlarmWords::takenBy(*row.settled);
        if (notice.sender() != m_store.displayName())
            mine.sender = notice.sender(); // who may manage sees what others sent
    }
    std::sort(m_sent.begin(), m_sent.end(),
              [](const SentNotice &a, const SentNotice &b) { return a.id < b.id; });
    Q_EMIT sentChanged();
}

void NoticeSender::adopt(const protocol::Receipts &receipts)
{
    SentNotice *notice = find(receipts.id);
    if (notice == nullptr)
        return;
    notice->counts = receipts.counts;
    if (receipts.stations)
        notice->stations = *receipts.stations;
    Q_EMIT sentChanged();
}

QString NoticeSender::nameOf(const QStringList &groups) const
{
    return AudiencePicker::nameOf(groups, m_store.shop().departments);
}

void NoticeSender::withdraw(StreamId id, const Told &told)
{
    setState(id, SentNotice::State::Withdrawing);
    const QJsonObject data{{QStringLiteral("message"), QString()},
                           {QStringLiteral("replaces"), id.toString()}};
    m_connection.publish(
        event_type::notice, data, {}, [this, id, told](const PublishOutcome &outcome) {
            setState(id,
                     outcome.stored ? SentNotice::State::Withdrawn : SentNotice::State::Standing);
            told(outcome.stored ? tr("Withdrawn: it goes from all screens.")
                                : tr("Not withdrawn. %1").arg(problemOf(outcome)),
                 outcome.stored);
        });
}

/// Somebody else may be faster.
void NoticeSender::noteWithdrawn(const Change &change)
{
    if (change.withdrawn)
        setState(change.withdrawn->id, SentNotice::State::Withdrawn);
    for (const StreamId id : change.settled) {
        const Notice *alarm = m_store.book().notice(id);
        SentNotice *mine = find(id);
        if (mine == nullptr || alarm == nullptr || !alarm->settled)
            continue;
        mine->taken = AlarmWords::takenBy(*alarm->settled);
        Q_EMIT sentChanged();
    }
}

void NoticeSender::setState(StreamId id, SentNotice::State state)
{
    for (SentNotice &notice : m_sent) {
        if (notice.id != id || notice.state == state)
            continue;
        notice.state = state;
        Q_EMIT sentChanged();
        return;
    }
}

void NoticeSender::sendTest(const Echoed &echoed, const Told &failed)
{
    const QJsonObject data{{QStringLiteral("message"), tr("Test, nothing to do")},
                           {QStringLiteral("type"), QStringLiteral("info")},
                           {QStringLiteral("test"), true}};
    m_connection.publish(event_type::notice, data, {},
                         [this, echoed, failed](const PublishOutcome &outcome) {
                             if (outcome.echoed)
                                 echoed(outcome.roundTrip);
                             else if (!outcome.stored)
                                 failed(sentenceOf(outcome, {}), false);
                         });
}

QString NoticeSender::sentenceOf(const PublishOutcome &outcome, const QStringList &groups) const
{
    if (outcome.stored)
        //: 1: everyone, a department or names
        return tr("Sent to %1, %n online.", nullptr, outcome.online).arg(nameOf(groups));
    return tr("Not sent. %1").arg(problemOf(outcome));
}

QString NoticeSender::problemOf(const PublishOutcome &outcome)
{
    if (outcome.code == u"forbidden")
        return tr("You do not have the right to.");
    if (outcome.code == u"too_many")
        return tr("Too many at once: try again in a minute.");
    if (outcome.code == u"invalid")
        return tr("The server did not take it: %1").arg(outcome.message);
    return tr("The server did not answer: see in the notices whether it arrived before you try "
              "again.");
}

} // namespace pressboard::client
