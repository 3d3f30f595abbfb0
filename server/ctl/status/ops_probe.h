// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"
#include "server/ctl/status/ops_answer.h"

#include <QObject>
#include <QTcpSocket>
#include <QTimer>

#include <chrono>

namespace pressboard::server::ctl {

/// Asks the server that the same configuration starts on this machine what it sees. Without Redis
/// it is the only way to hear of it, and a report in Redis may be seconds old.
class OpsProbe : public QObject
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds patience{2000};
    /// Nobody's answer is longer; the rest is not read.
    static constexpr qint64 mostBytes = 1024 * 1024;

    /// `ops`: as the configuration has it; one that stands for every address is asked here.
    /// `token`: needed where that is no loopback; may be empty.
    OpsProbe(const ListenAddress &ops, const QString &token, QObject *parent = nullptr);

    /// answered() follows, once.
    void ask();

Q_SIGNALS:
    void answered(const std::optional<pressboard::server::ctl::OpsAnswer> &answer);

private:
    void finish();

    ListenAddress m_ops;
    QTcpSocket m_socket;
    QTimer m_timer;
    bool m_finished = false;
};

} // namespace pressboard::server::ctl
