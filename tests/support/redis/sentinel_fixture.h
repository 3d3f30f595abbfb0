// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QProcess>
#include <QString>
#include <QTemporaryDir>

namespace pressboard::test {

class RedisFixture;

/// A real sentinel that watches a master as "shop", alone: it fails over within a second or two.
class SentinelFixture
{
public:
    explicit SentinelFixture(const RedisFixture &master); ///< one with TCP
    ~SentinelFixture();
    Q_DISABLE_COPY_MOVE(SentinelFixture)

    bool start(); ///< waits until it answers
    void kill();
    /// Who it thinks is the master; 0 when it does not answer.
    quint16 masterPort() const;
    /// It knows so many replicas of it: without one it cannot fail over.
    int replicas() const;
    QString address() const; ///< host:port

private:
    QByteArray ask(const QStringList &command) const;

    QTemporaryDir m_dir;
    quint16 m_masterPort;
    quint16 m_port = 0;
    QProcess m_process;
};

} // namespace pressboard::test
