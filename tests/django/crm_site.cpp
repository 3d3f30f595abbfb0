// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/django/crm_site.h"

#include "server/platform/child_guard.h"
#include "tests/integration/port.h"
#include "tests/integration/server_process.h"

#include <QDeadlineTimer>
#include <QDebug>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace std::chrono_literals;

namespace pressboard::test {

namespace {

constexpr auto patience = 30s;
// What Debian's packages bring is for Debian's own Python.
constexpr QLatin1StringView python("/usr/bin/python3");

QString kept()
{
    return QStringLiteral(CRM_SITE);
}

/// The next line of the process; null when it ended or says nothing.
QByteArray nextLine(QProcess &process)
{
    const QDeadlineTimer deadline(patience);
    while (!process.canReadLine()) {
        if (deadline.hasExpired() || !process.waitForReadyRead(int(deadline.remainingTime())))
            return {};
    }
    return process.readLine().trimmed();
}

} // namespace

CrmSite::CrmSite(const QString &redisUrl)
    : m_environment(QProcessEnvironment::systemEnvironment())
    , m_port(freePort())
{
    m_environment.insert(QStringLiteral("DJANGO_SETTINGS_MODULE"),
                         QStringLiteral("yw_crm.settings"));
    m_environment.insert(QStringLiteral("CRM_REDIS"), redisUrl);
    // Nothing but the project's own files in its folder.
    m_environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    m_environment.insert(QStringLiteral("PYTHONUTF8"), QStringLiteral("1"));
    for (QProcess *process : {&m_shell, &m_daphne}) {
        process->setProcessEnvironment(m_environment);
        process->setProcessChannelMode(QProcess::ForwardedErrorChannel);
    }
}

CrmSite::~CrmSite()
{
    stopServing();
    m_shell.closeWriteChannel();
    if (!m_shell.waitForFinished())
        m_shell.kill();
}

QString CrmSite::folder() const
{
    return m_dir.filePath(QStringLiteral("crm_site"));
}

bool CrmSite::prepare()
{
    return copy() && openShell();
}

bool CrmSite::copy()
{
    const Outcome copied = runTool(QStringLiteral("cp"), {QStringLiteral("-r"), kept(), folder()});
    QProcess migration;
    migration.setProcessEnvironment(m_environment);
    migration.setProcessChannelMode(QProcess::ForwardedChannels);
    migration.start(python,
                    {folder() + QStringLiteral("/manage.py"), QStringLiteral("migrate"),
                     QStringLiteral("--verbosity=0")});
    const bool done = migration.waitForFinished() && migration.exitCode() == 0;
    if (copied.exitCode != 0 || !done)
        qWarning("The Django project does not start. It needs Debian's packages: "
                 "installer/dependencies.sh test");
    return copied.exitCode == 0 && done;
}

bool CrmSite::openShell()
{
    server::platform::guardChild(m_shell);
    m_shell.start(python, {QStringLiteral(CRM_PROMPT), folder()});
    return nextLine(m_shell) == "ready";
}

QJsonValue CrmSite::type(const QString &statements)
{
    const QByteArray line = QJsonDocument(QJsonArray{statements}).toJson(QJsonDocument::Compact);
    m_shell.write(line.mid(1, line.size() - 2) + '\n');
    const QJsonObject answer = QJsonDocument::fromJson(nextLine(m_shell)).object();
    if (!answer.contains(u"value"))
        qWarning().noquote() << statements << '\n' << answer.value(u"error").toString();
    return answer.value(u"value");
}

bool CrmSite::edit(const QString &file, const QString &before, const QString &after)
{
    QFile edited(folder() + u'/' + file);
    if (!edited.open(QIODevice::ReadWrite))
        return false;
    QString text = QString::fromUtf8(edited.readAll());
    if (text.count(before) != 1)
        return false;
    edited.resize(0);
    return edited.write(text.replace(before, after).toUtf8()) > 0;
}

bool CrmSite::serve()
{
    server::platform::guardChild(m_daphne);
    m_daphne.setWorkingDirectory(folder());
    m_daphne.start(python,
                   {QStringLiteral("/usr/bin/daphne"), QStringLiteral("-v"), QStringLiteral("0"),
                    QStringLiteral("-b"), QStringLiteral("127.0.0.1"), QStringLiteral("-p"),
                    QString::number(m_port), QStringLiteral("yw_crm.asgi:application")});
    return waitUntilListening(m_daphne, m_port);
}

void CrmSite::stopServing()
{
    if (m_daphne.state() == QProcess::NotRunning)
        return;
    m_daphne.terminate();
    if (!m_daphne.waitForFinished())
        m_daphne.kill();
}

QUrl CrmSite::page() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port));
}

QUrl CrmSite::socketUrl() const
{
    return QUrl(QStringLiteral("ws://127.0.0.1:%1/ws/notifications/").arg(m_port));
}

QByteArray CrmSite::cookieOf(const QString &user)
{
    return "sessionid=" + type(QStringLiteral("session_of('%1')").arg(user)).toString().toLatin1();
}

QString CrmSite::changes() const
{
    const Outcome outcome =
        runTool(QStringLiteral("diff"),
                {QStringLiteral("-r"), QStringLiteral("--exclude=db.sqlite3"), kept(), folder()});
    return outcome.out + outcome.err;
}

} // namespace pressboard::test
