// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/outbox_crm.h"

#include "tests/docs/telling_crm.h"
#include "tests/support/redis/redis_fixture.h"

#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QtDebug>

namespace pressboard::test {

namespace {

/// One statement on an SQLite database; its rows as JSON. Waits for whoever is writing.
const QString sqlProgram =
    QStringLiteral("import json, sqlite3, sys\n"
                   "base = sqlite3.connect(sys.argv[1], timeout=60, isolation_level=None)\n"
                   "print(json.dumps(base.execute(sys.argv[2]).fetchall()))\n");

QString quoted(QString text)
{
    return u'\'' + text.replace(u'\'', QStringLiteral("''")) + u'\'';
}

/// pressboardctl is found as it would be on the CRM's machine.
QString pathWithTool()
{
    const QString tool = ServerProcess().ctlCommand({}).first();
    return QFileInfo(tool).path() + u':' + qEnvironmentVariable("PATH");
}

} // namespace

OutboxCrm::OutboxCrm(Kind kind, const RedisFixture &redis)
    : m_kind(kind)
    , m_redisUrl(redis.tcpUrl())
{
    m_site.setVariable(u"PATH"_qs, pathWithTool());
    m_site.setVariable(u"PRESSBOARD_REDIS"_qs, m_redisUrl);
}

bool OutboxCrm::can(Kind kind)
{
    return Site::isDjangoThere() && (kind == Kind::Django || TellingCrm::can(u"php-socket"_qs));
}

QString OutboxCrm::database() const
{
    return m_site.path(m_kind == Kind::Django ? u"db.sqlite3"_qs : u"crm.sqlite3"_qs);
}

bool OutboxCrm::make()
{
    return m_kind == Kind::Django ? makeSite() : makePages();
}

bool OutboxCrm::replaceRelay(const QString &module)
{
    return m_site.put(u"crm/management/commands/pressboard_relay.py"_qs, module);
}

bool OutboxCrm::makeSite()
{
    const QString commands = u"crm/management/commands/"_qs;
    const QString lastField =
        u"        ordering = [\"order\", \"step_category\", \"step_order\"]\n"_qs;
    return m_site.copy()
        && m_site.tellBy(m_page.recipe(u"django"_qs) + m_page.recipe(u"outbox-django"_qs))
        && m_site.edit(u"crm/models.py"_qs, lastField,
                       lastField + m_page.recipe(u"outbox-model"_qs))
        && m_site.put(commands + u"pressboard_relay.py"_qs,
                      m_page.recipe(u"outbox-django-relay"_qs))
        && m_site.put(commands + u"crm_day.py"_qs, Page::program(u"crm_day.py"_qs))
        && m_site.manage({u"makemigrations"_qs, u"crm"_qs, u"-v0"_qs})
        && m_site.manage({u"migrate"_qs, u"-v0"_qs});
}

bool OutboxCrm::makePages()
{
    // As the comment at its id says for SQLite.
    QString table = m_page.recipe(u"outbox-table"_qs);
    table.replace(u"BIGINT AUTO_INCREMENT PRIMARY KEY"_qs, u"INTEGER PRIMARY KEY"_qs);
    for (const QString &statement : table.split(u';', Qt::SkipEmptyParts)) {
        if (!statement.trimmed().isEmpty() && !ask(statement))
            return false;
    }
    return m_site.put(u"pressboard.php"_qs, m_page.recipe(u"outbox-php"_qs))
        && m_site.put(u"pressboard_relay.php"_qs, m_page.recipe(u"outbox-php-relay"_qs))
        && m_site.put(u"crm_day.php"_qs, Page::program(u"crm_day.php"_qs)) && day({});
}

void OutboxCrm::start(QProcess &process, const QString &program, const QStringList &arguments) const
{
    if (m_kind == Kind::Django) {
        m_site.start(process, QStringList{program} + arguments);
        return;
    }
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"CRM_DATABASE"_qs, u"sqlite:"_qs + database());
    environment.insert(u"PRESSBOARD_REDIS"_qs, m_redisUrl);
    environment.insert(u"PATH"_qs, pathWithTool());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_site.path(QString()));
    process.start(u"php"_qs, QStringList{program + u".php"_qs} + arguments);
}

void OutboxCrm::startDay(QProcess &process, const QStringList &words) const
{
    start(process, u"crm_day"_qs, words);
}

void OutboxCrm::startRelay(QProcess &process) const
{
    start(process, u"pressboard_relay"_qs, {});
}

bool OutboxCrm::day(const QStringList &words)
{
    return runToEnd(u"crm_day"_qs, words);
}

bool OutboxCrm::relayOnce()
{
    return runToEnd(u"pressboard_relay"_qs, {m_kind == Kind::Django ? u"--once"_qs : u"once"_qs});
}

bool OutboxCrm::runToEnd(const QString &program, const QStringList &arguments)
{
    QProcess process;
    start(process, program, arguments);
    const bool ended = process.waitForFinished(120'000);
    m_log = QString::fromUtf8(process.readAllStandardError());
    if (ended && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning().noquote() << program << process.readAllStandardOutput() << m_log;
    return false;
}

std::optional<QJsonArray> OutboxCrm::ask(const QString &sql) const
{
    const Outcome outcome =
        runTool(u"/usr/bin/python3"_qs, {u"-c"_qs, sqlProgram, database(), sql});
    if (outcome.exitCode == 0)
        return QJsonDocument::fromJson(outcome.out.toUtf8()).array();
    qWarning().noquote() << sql << outcome.err;
    return std::nullopt;
}

QList<OutboxRow> OutboxCrm::outbox() const
{
    const auto rows = ask(
        m_kind == Kind::Django
            ? u"SELECT id, \"order\", event, ref, tried_at, sent_at, answer FROM crm_pressboardevent ORDER BY id"_qs
            : u"SELECT id, order_id, event, ref, tried, sent, answer FROM pressboard_outbox ORDER BY id"_qs);
    QList<OutboxRow> outbox;
    for (const QJsonValue &value : rows.value_or(QJsonArray())) {
        const QJsonArray row = value.toArray();
        const QJsonObject event = QJsonDocument::fromJson(row[2].toString().toUtf8()).object();
        outbox.append({row[0].toInteger(), row[1].toString(), event.value(u"data").toObject(),
                       row[3].toString(), !row[4].isNull(), !row[5].isNull(), row[6].toString()});
    }
    return outbox;
}

QMap<QString, QString> OutboxCrm::customers() const
{
    const auto rows =
        ask(m_kind == Kind::Django ? u"SELECT id, customer_name FROM crm_printorder"_qs
                                   : u"SELECT id, customer_name FROM orders"_qs);
    QMap<QString, QString> customers;
    for (const QJsonValue &row : rows.value_or(QJsonArray()))
        customers.insert(QString::number(row[0].toInteger()), row[1].toString());
    return customers;
}

bool OutboxCrm::age(qint64 id, int hours) const
{
    const QString sql = m_kind == Kind::Django
        ? u"UPDATE crm_pressboardevent SET tried_at = strftime('%Y-%m-%d %H:%M:%S', 'now', '-%2 "
          u"hours')"
          " WHERE id = %1"_qs
        : u"UPDATE pressboard_outbox SET tried = CAST(strftime('%s', 'now', '-%2 hours') AS "
          u"INTEGER)"
          " WHERE id = %1"_qs;
    return ask(QString(sql)
                   .replace(u"%1"_qs, QString::number(id))
                   .replace(u"%2"_qs, QString::number(hours)))
        .has_value();
}

bool OutboxCrm::commitLate(qint64 id, const QString &order, const QByteArray &event) const
{
    const QString sql = m_kind == Kind::Django
        ? u"INSERT INTO crm_pressboardevent (id, \"order\", event, ref, answer) VALUES (%1, %2, %3, %4, '')"_qs
        : u"INSERT INTO pressboard_outbox (id, order_id, event, ref) VALUES (%1, %2, %3, %4)"_qs;
    const QString ref = QString::number(id).rightJustified(32, u'0');
    return ask(sql.arg(QString::number(id), quoted(order), quoted(QString::fromUtf8(event)),
                       quoted(ref)))
        .has_value();
}

bool OutboxCrm::forgetSent() const
{
    return ask(m_kind == Kind::Django ? u"UPDATE crm_pressboardevent SET sent_at = NULL"_qs
                                      : u"UPDATE pressboard_outbox SET sent = NULL"_qs)
        .has_value();
}

bool OutboxCrm::dropOutbox() const
{
    return ask(m_kind == Kind::Django ? u"DROP TABLE crm_pressboardevent"_qs
                                      : u"DROP TABLE pressboard_outbox"_qs)
        .has_value();
}

} // namespace pressboard::test
