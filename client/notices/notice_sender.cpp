// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notices/notice_sender.h"

#include "client/connection/connection.h"
#include "client/models/status_words.h"
#include "client/notices/audience_picker.h"
#include "client/store/store.h"

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
}

bool NoticeSender::isConnected() const
{
    return m_store.connectionStatus().state == ConnectionState::Live;
}

NoticeRights NoticeSender::rights() const
{
    NoticeRights rights;
    // One permission stands for the admin, who alone may reach everybody and take notices back.
    rights.toEveryone = m_store.permissions().contains(QStringLiteral("publish"));
    rights.mayWithdraw = rights.toEveryone;
    rights.sender = m_store.userName();
    const QString prefix = QStringLiteral("dept_");
    QStringList groups = m_store.groups();
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
                         });
}

void NoticeSender::remember(const NoticeDraft &draft, const PublishOutcome &outcome)
{
    if (m_sent.size() >= mostRemembered)
        m_sent.removeFirst();
    m_sent.append({outcome.id, draft.text, draft.groups,
                   StatusWords::clockTime(m_store.now(), m_store), outcome.online});
    Q_EMIT sentChanged();
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
                         [echoed, failed](const PublishOutcome &outcome) {
                             if (outcome.echoed)
                                 echoed(outcome.roundTrip);
                             else if (!outcome.stored)
                                 failed(sentenceOf(outcome, {}), false);
                         });
}

QString NoticeSender::sentenceOf(const PublishOutcome &outcome, const QStringList &groups)
{
    if (outcome.stored)
        //: 1: everyone, a department or names
        return tr("Sent to %1, %n online.", nullptr, outcome.online)
            .arg(AudiencePicker::nameOf(groups));
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
