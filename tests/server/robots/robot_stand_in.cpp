// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/robots/robot_stand_in.h"

#include <QSslServer>
#include <QTcpSocket>

namespace pressboard::test {

namespace {

QByteArray headerValue(const QByteArray &head, const QByteArray &name)
{
    for (const QByteArray &line : head.split('\n')) {
        if (line.toLower().startsWith(name + ':'))
            return line.mid(name.size() + 1).trimmed();
    }
    return {};
}

RobotStandIn::Told toldIn(const QByteArray &head, const QByteArray &body)
{
    RobotStandIn::Told told;
    const QList<QByteArray> lines = head.split('\n');
    told.url = QUrl(QString::fromLatin1(lines.first().split(' ').value(1)), QUrl::StrictMode);
    for (const QByteArray &line : lines.mid(1)) {
        const qsizetype colon = line.indexOf(':');
        told.headers.insert(line.left(colon).toLower(), line.mid(colon + 1).trimmed());
    }
    told.body = body;
    return told;
}

} // namespace

static std::unique_ptr<QTcpServer> serverWith(const std::optional<QSslConfiguration> &tls)
{
    if (!tls)
        return std::make_unique<QTcpServer>();
    auto server = std::make_unique<QSslServer>();
    server->setSslConfiguration(*tls);
    return server;
}

RobotStandIn::RobotStandIn(const std::optional<QSslConfiguration> &tls)
    : m_server(serverWith(tls))
{
    m_server->listen(QHostAddress::LocalHost);
    setAnswer("{\"errcode\":0,\"errmsg\":\"ok\"}");
    connect(m_server.get(), &QTcpServer::pendingConnectionAvailable, this, [this] {
        while (QTcpSocket *socket = m_server->nextPendingConnection())
            take(socket);
    });
}

void RobotStandIn::take(QTcpSocket *socket)
{
    ++m_connections;
    ++m_open;
    connect(socket, &QTcpSocket::readyRead, this, [this, socket] { serve(socket); });
    connect(socket, &QTcpSocket::disconnected, this, [this, socket] {
        m_heard.remove(socket);
        --m_open;
        socket->deleteLater();
    });
    serve(socket); // it may have spoken before anybody listened
}

QString RobotStandIn::url() const
{
    return QStringLiteral("http://127.0.0.1:%1/robot?key=abc").arg(port());
}

void RobotStandIn::setAnswer(QByteArray body, int status, QByteArray headers)
{
    m_answer = "HTTP/1.1 " + QByteArray::number(status) + " said\r\n" + headers
        + "Content-Type: application/json\r\nContent-Length: " + QByteArray::number(body.size())
        + "\r\n\r\n" + body;
}

void RobotStandIn::serve(QTcpSocket *socket)
{
    QByteArray &heard = m_heard[socket];
    heard += socket->readAll();
    const qsizetype end = heard.indexOf("\r\n\r\n");
    if (end < 0)
        return;
    const QByteArray head = heard.left(end);
    const qsizetype length = headerValue(head, "content-length").toLongLong();
    if (heard.size() < end + 4 + length)
        return;
    m_told.append(toldIn(head, heard.mid(end + 4, length)));
    heard.remove(0, end + 4 + length);
    answer(socket);
}

void RobotStandIn::answer(QTcpSocket *socket)
{
    if (m_manner == Manner::Answers)
        socket->write(m_answer);
    if (m_manner != Manner::NeverEnds)
        return;
    socket->write("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n");
    const auto more = [socket] { socket->write(QByteArray(16 * 1024, 'x')); };
    connect(socket, &QTcpSocket::bytesWritten, socket, more);
    more();
}

} // namespace pressboard::test
