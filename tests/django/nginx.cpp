// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/django/nginx.h"

#include "server/platform/child_guard.h"
#include "tests/integration/port.h"

#include <QFile>

namespace pressboard::test {

namespace {

/// One process, which ends with us; all its files are in its folder.
constexpr char mainConfig[] = R"(
daemon off;
master_process off;
pid nginx.pid;
error_log stderr;
events {}
http {
    access_log off;
    client_body_temp_path body;
    proxy_temp_path proxy;
    fastcgi_temp_path fastcgi;
    uwsgi_temp_path uwsgi;
    scgi_temp_path scgi;
    include site.conf;
}
)";

bool write(const QString &path, const QByteArray &text)
{
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size();
}

} // namespace

Nginx::Nginx()
    : m_port(freePort())
{
    m_process.setProcessChannelMode(QProcess::ForwardedChannels);
}

Nginx::~Nginx()
{
    if (m_process.state() == QProcess::NotRunning)
        return;
    m_process.terminate();
    if (!m_process.waitForFinished())
        m_process.kill();
}

/// The site as an admin would fill it in.
bool Nginx::writeSite(const Behind &behind) const
{
    QFile shipped(QStringLiteral(PRESSBOARD_SITE));
    if (!shipped.open(QIODevice::ReadOnly))
        return false;
    QByteArray site = shipped.readAll();
    site.replace("listen 80", "listen 127.0.0.1:" + QByteArray::number(m_port));
    site.replace("server_name example.com;", "server_name 127.0.0.1;");
    site.replace("proxy_pass http://127.0.0.1:5173;",
                 "proxy_pass http://127.0.0.1:" + QByteArray::number(behind.pressboard) + ';');
    site.replace("proxy_pass http://127.0.0.1:8000;",
                 "proxy_pass http://127.0.0.1:" + QByteArray::number(behind.django) + ';');
    site.replace("\"Bearer THE_CODE\"", "\"Bearer " + behind.token.toLatin1() + '"');
    return write(m_dir.filePath(QStringLiteral("site.conf")), site);
}

bool Nginx::start(const Behind &behind)
{
    if (!writeSite(behind) || !write(m_dir.filePath(QStringLiteral("nginx.conf")), mainConfig))
        return false;
    server::platform::guardChild(m_process);
    m_process.start(QStringLiteral("/usr/sbin/nginx"),
                    {QStringLiteral("-p"), m_dir.path(), QStringLiteral("-c"),
                     QStringLiteral("nginx.conf"), QStringLiteral("-e"), QStringLiteral("stderr")});
    const bool listens = waitUntilListening(m_process, m_port);
    if (!listens)
        qWarning(
            "nginx does not start. It is Debian's package nginx: installer/dependencies.sh test");
    return listens;
}

QUrl Nginx::page() const
{
    return QUrl(QStringLiteral("http://127.0.0.1:%1/").arg(m_port));
}

} // namespace pressboard::test
