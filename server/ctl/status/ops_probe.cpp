// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/status/ops_probe.h"

#include <utility>

namespace pressboard::server::ctl {

static ListenAddress reachable(ListenAddress ops)
{
    if (ops.host == QHostAddress::AnyIPv6)
        ops.host = QHostAddress::LocalHostIPv6;
    else if (ops.host == QHostAddress::AnyIPv4 || ops.host == QHostAddress::Any)
        ops.host = QHostAddress::LocalHost;
    return ops;
}

static QByteArray request(const QString &token)
{
    const QByteArray credentials =
        token.isEmpty() ? QByteArray() : "Authorization: Bearer " + token.toUtf8() + "\r\n";
    return "GET /readyz HTTP/1.1\r\nHost: localhost\r\n" + credentials + "\r\n";
}

OpsProbe::OpsProbe(const ListenAddress &ops, const QString &token, QObject *parent)
    : QObject(parent)
    , m_ops(reachable(ops))
{
    m_timer.setSingleShot(true);
    m_socket.setReadBufferSize(mostBytes);
    connect(&m_timer, &QTimer::timeout, this, &OpsProbe::finish);
    connect(&m_socket, &QTcpSocket::connected, this,
            [this, token] { m_socket.write(request(token)); });
    // It closes behind its answer.
    connect(&m_socket, &QTcpSocket::errorOccurred, this, &OpsProbe::finish);
}

void OpsProbe::ask()
{
    m_timer.start(patience);
    m_socket.connectToHost(m_ops.host, m_ops.port);
}

void OpsProbe::finish()
{
    if (std::exchange(m_finished, true))
        return;
    m_timer.stop();
    Q_EMIT answered(OpsAnswer::fromHttp(m_ops.toString(), m_socket.readAll()));
}

} // namespace pressboard::server::ctl
