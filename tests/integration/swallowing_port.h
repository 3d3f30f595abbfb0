// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTcpServer>
#include <QTcpSocket>

#include <memory>
#include <vector>

namespace pressboard::test {

/// A port at which somebody listens who never answers: its queue is full, so that the system
/// swallows every SYN, as a computer that is switched off does.
class SwallowingPort
{
public:
    /// False when the system still lets connections in after very many of them.
    bool open(quint16 port);

private:
    QTcpServer m_server;
    std::vector<std::unique_ptr<QTcpSocket>> m_queue;
};

} // namespace pressboard::test
