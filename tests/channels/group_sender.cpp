// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/channels/group_sender.h"

#include "server/platform/child_guard.h"

#include <QJsonDocument>

namespace pressboard::test {

static QString nameOf(GroupSender::Form form)
{
    switch (form) {
    case GroupSender::Form::Lists:
        return QStringLiteral("2");
    case GroupSender::Form::SortedSets:
        return QStringLiteral("4");
    case GroupSender::Form::Json:
        return QStringLiteral("json");
    case GroupSender::Form::Encrypted:
        return QStringLiteral("encrypted");
    case GroupSender::Form::PubSub:
        break;
    }
    return QStringLiteral("pubsub");
}

GroupSender::GroupSender(Form form, const QStringList &urls, const QString &group, int capacity,
                         std::chrono::seconds expiry)
{
    QStringList arguments{QStringLiteral(GROUP_SEND), QStringLiteral("--form"), nameOf(form)};
    for (const QString &url : urls)
        arguments << QStringLiteral("--redis") << url;
    arguments << QStringLiteral("--capacity") << QString::number(capacity);
    arguments << QStringLiteral("--expiry") << QString::number(expiry.count()) << group;
    connect(&m_process, &QProcess::readyReadStandardOutput, this, &GroupSender::readAnswers);
    server::platform::guardChild(m_process);
    // Debian's own: channels_redis is a Debian package.
    m_process.start(QStringLiteral("/usr/bin/python3"), arguments);
}

GroupSender::~GroupSender()
{
    m_process.kill();
    m_process.waitForFinished();
}

void GroupSender::send(const QJsonObject &message)
{
    m_process.write(QJsonDocument(message).toJson(QJsonDocument::Compact) + '\n');
}

void GroupSender::sendOrder(qint64 id)
{
    send({{QStringLiteral("type"), QStringLiteral("order_notification")},
          {QStringLiteral("data"),
           QJsonObject{{QStringLiteral("order_id"), id},
                       {QStringLiteral("status"), QStringLiteral("1")},
                       {QStringLiteral("action"), QStringLiteral("created")}}}});
}

void GroupSender::readAnswers()
{
    while (m_process.canReadLine())
        m_answers.append(m_process.readLine().trimmed());
}

} // namespace pressboard::test
