// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/notice_sender.h"

#include "client/connection/connection.h"
#include "client/store/store.h"

namespace pressboard::client {

namespace {

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

} // namespace

NoticeSender::NoticeSender(Connection &connection, const Store &store)
    : m_connection(connection)
    , m_store(store)
{
}

NoticeRights NoticeSender::rights() const
{
    NoticeRights rights;
    rights.toEveryone = m_store.permissions().contains(QStringLiteral("publish"));
    rights.sender = m_store.userName();
    const QString prefix = QStringLiteral("dept_");
    for (const QString &group : m_store.groups()) {
        if (group.startsWith(prefix))
            rights.departments.append(group.mid(prefix.size()));
    }
    return rights;
}

void NoticeSender::send(const NoticeDraft &draft, const Told &told)
{
    QJsonObject data{{QStringLiteral("message"), draft.text},
                     {QStringLiteral("type"), wireName(draft.level)}};
    if (draft.validFor)
        data.insert(QStringLiteral("expires"), toWire(m_store.now() + *draft.validFor));
    m_connection.publish(event_type::notice, data, Audience(draft.groups),
                         [told](const PublishOutcome &outcome) {
                             told(sentenceOf(outcome), outcome.stored);
                         });
}

void NoticeSender::sendTest(const Told &told)
{
    const QJsonObject data{{QStringLiteral("message"), tr("Test, nothing to do")},
                           {QStringLiteral("type"), QStringLiteral("info")},
                           {QStringLiteral("test"), true}};
    m_connection.publish(event_type::notice, data, {}, [told](const PublishOutcome &outcome) {
        if (!outcome.stored)
            told(sentenceOf(outcome), false);
    });
}

QString NoticeSender::sentenceOf(const PublishOutcome &outcome)
{
    if (outcome.stored)
        return tr("Stored, %n online", nullptr, outcome.online);
    if (outcome.code == u"forbidden")
        return tr("Not sent: you may not send this to them");
    if (outcome.code == u"too_many")
        return tr("Not sent: too many at once. Try again in a minute");
    if (outcome.code == u"invalid")
        return tr("Not sent: %1").arg(outcome.message);
    return tr("Not sent: no connection to the server. Try again when it is back");
}

} // namespace pressboard::client
