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

bool Site::make()
{
    const int copied = QProcess::execute(
        QStringLiteral("cp"), {QStringLiteral("-r"), QStringLiteral(CRM_SITE "/."), m_dir.path()});
    return copied == 0 && manage({QStringLiteral("migrate"), QStringLiteral("-v0")});
}

bool Site::put(const QString &path, const QString &text)
{
    QFile file(m_dir.filePath(path));
    return QDir().mkpath(QFileInfo(file).path()) && file.open(QIODevice::WriteOnly)
        && file.write(text.toUtf8()) >= 0;
}

bool Site::manage(const QStringList &arguments)
{
    QProcess process;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("CRM_REDIS"), m_redis);
    environment.insert(QStringLiteral("PYTHONDONTWRITEBYTECODE"), QStringLiteral("1"));
    process.setProcessEnvironment(environment);
    process.setWorkingDirectory(m_dir.path());
    process.start(python, QStringList{QStringLiteral("manage.py")} + arguments);
    process.waitForFinished(60'000);
    m_out = process.readAllStandardOutput();
    m_err = process.readAllStandardError();
    if (process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return true;
    qWarning("%s", m_err.constData());
    return false;
}

} // namespace pressboard::test
