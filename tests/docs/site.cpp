// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/site.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcessEnvironment>
#include <QtDebug>

namespace pressboard::test {

namespace {

const QString python = QStringLiteral("/usr/bin/python3"); // Debian's, which has Debian's modules

} // namespace

bool Site::isDjangoThere()
{
    return QFileInfo::exists(QStringLiteral(CRM_SITE "/manage.py"))
        && QProcess::execute(
               python,
               {QStringLiteral("-c"), QStringLiteral("import django, channels_redis, redis")})
        == 0;
}

bool Site::copy()
{
    return QProcess::execute(QStringLiteral("cp"),
                             {QStringLiteral("-r"), QStringLiteral(CRM_SITE "/."), m_dir.path()})
        == 0;
}

bool Site::make()
{
    return copy() && manage({QStringLiteral("migrate"), QStringLiteral("-v0")});
}

void Site::setVariable(const QString &name, const QString &value)
{
    m_variables.insert(name, value);
}

bool Site::put(const QString &path, const QString &text)
{
    QFile file(m_dir.filePath(path));
    return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text.toUtf8()) >= 0;
}

bool Site::edit(const QString &path, const QString &before, const QString &after)
{
    QFile file(m_dir.filePath(path));
    if (!file.open(QIODevice::ReadOnly))
        return false;
    const QString text = QString::fromUtf8(file.readAll());
    file.close();
    if (text.contains(before))
        return put(path, QString(text).replace(before, after));
    qWarning().noquote() << path << "does not contain" << before;
    return false;
}

bool Site::tellBy(const QString &module)
{
    return put(QStringLiteral("crm/pressboard.py"), module)
        && edit(QStringLiteral("crm/apps.py"), QStringLiteral("from crm import signals"),
                QStringLiteral("from crm import pressboard"));
}

void Site::start(QProcess &process, const QStringList &arguments) const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CRM_REDIS"), m_redis);
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    for (auto variable = m_variables.begin(); variable != m_variables.end(); ++variable)
        environment.insert(variable.key(), variable.value());
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_dir.path());
    process.start(python, QStringList{QStringLiteral("manage.py")} + arguments);
}

bool Site::manage(const QStringList &arguments)
{
    QProcess process;
    start(process, arguments);
    process.waitForFinished(60'000);
    m_out = process.readAllStandardOutput();
    m_err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning("%s", m_err.constData());
    return false;
}

} // namespace pressboard::test
