// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/docs/page.h"
#include "tests/docs/site.h"

#include <QJsonObject>
#include <QList>
#include <QMap>
#include <QProcess>

#include <optional>

namespace pressboard::test {

class RedisFixture;

/// A row of an outbox.
struct OutboxRow
{
    qint64 id = 0;
    QString order;
    QJsonObject data; ///< the event's
    QString ref;
    bool isTried = false;
    bool isSent = false;
    QString answer;
};

/// A CRM on an SQLite database of its own, in Django or in PHP, with the outbox and the relay of
/// docs/django.md as they stand there. What is saved in it is said in the words of
/// tests/docs/crm/crm_day.*. All say with qWarning why they cannot.
class OutboxCrm
{
public:
    enum class Kind { Django, Php };

    /// The Redis, one with TCP, outlives this.
    OutboxCrm(Kind kind, const RedisFixture &redis);

    static bool can(Kind kind);

    bool make();
    bool replaceRelay(const QString &module); ///< Django's; once it is made
    void startDay(QProcess &process, const QStringList &words) const;
    void startRelay(QProcess &process) const;
    bool day(const QStringList &words); ///< to its end
    bool relayOnce(); ///< until no more can be sent
    QString log() const { return m_log; } ///< stderr of these two

    QList<OutboxRow> outbox() const; ///< by id
    QMap<QString, QString> customers() const; ///< of every order there is

    /// As if the first try of this row had been so long ago.
    bool age(qint64 id, int hours) const;
    /// As if a transaction that began long ago had come to its end now.
    bool commitLate(qint64 id, const QString &order, const QByteArray &event) const;
    bool forgetSent() const; ///< of every row
    bool dropOutbox() const;

private:
    bool makeSite();
    bool makePages();
    void start(QProcess &process, const QString &program, const QStringList &arguments) const;
    bool runToEnd(const QString &program, const QStringList &arguments);
    std::optional<QJsonArray> ask(const QString &sql) const;
    QString database() const;

    Kind m_kind;
    QString m_redisUrl;
    Page m_page{QStringLiteral("django.md")};
    Site m_site; ///< for PHP only a folder
    QString m_log;
};

} // namespace pressboard::test
