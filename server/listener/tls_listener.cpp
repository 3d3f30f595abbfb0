// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/listener/tls_listener.h"

#include <QSslSocket>

#include <memory>

namespace pressboard::server {

TlsListener::TlsListener(QSslConfiguration tls, QObject *parent)
    : QTcpServer(parent)
    , m_tls(std::move(tls))
{
}

void TlsListener::incomingConnection(qintptr descriptor)
{
    auto socket = std::make_unique<QSslSocket>();
    socket->setSslConfiguration(m_tls);
    if (!socket->setSocketDescriptor(descriptor))
        return; // it is gone already, or the socket has closed it
    socket->setParent(this);
    addPendingConnection(socket.release());
}

} // namespace pressboard::server
