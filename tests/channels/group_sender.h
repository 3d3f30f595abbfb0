// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QList>
#include <QObject>
#include <QProcess>
#include <QStringList>

#include <chrono>

namespace pressboard::test {

/// A Django project that calls group_send(): group_send.py in a process of its own. Messages go
/// out one after the other, in the order of send(). Gone with this object.
class GroupSender : public QObject
{
    Q_OBJECT
public:
    /// As the releases of channels_redis write; Encrypted as the last but with the key
    /// "press secret".
    enum class Form { Lists, SortedSets, Json, Encrypted, PubSub };

    /// `urls`: the hosts of CHANNEL_LAYERS; `capacity`: of its names, Django's own is 100;
    /// `expiry`: of a message, Django's own.
    GroupSender(Form form, const QStringList &urls,
                const QString &group = QStringLiteral("notifications"), int capacity = 1500,
                std::chrono::seconds expiry = std::chrono::seconds(60));
    ~GroupSender() override;

    void send(const QJsonObject &message);
    /// {"type": "order_notification", "data": {"order_id": id, "action": "created"}}
    void sendOrder(qint64 id);

    /// How many of the messages are through, one way or the other.
    qsizetype answered() const { return m_answers.size(); }
    /// Redis went away while this one was on its way: it is there once, or not at all.
    bool isUnknown(qsizetype message) const { return m_answers.value(message) == "unknown"; }
    qsizetype unknown() const { return m_answers.count("unknown"); }
    /// A key was over its capacity, ours or another's.
    qsizetype dropped() const { return m_answers.count("dropped"); }
    /// What it says when it cannot go on.
    QString complaint() { return QString::fromUtf8(m_process.readAllStandardError()); }

private:
    void readAnswers();

    QProcess m_process;
    QList<QByteArray> m_answers;
};

} // namespace pressboard::test
