// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>
#include <QList>
#include <QObject>
#include <QSslConfiguration>
#include <QTcpServer>
#include <QUrl>

#include <memory>
#include <optional>

class QTcpSocket;

namespace pressboard::test {

/// In the place of a chat service: it writes down what it is told, and answers as it is bidden.
class RobotStandIn : public QObject
{
    Q_OBJECT
public:
    struct Told
    {
        QUrl url; ///< path and query alone
        QHash<QByteArray, QByteArray> headers; ///< names in small letters
        QByteArray body;
    };

    enum class Manner {
        Answers, ///< with status() and answer()
        Hangs, ///< reads and says nothing
        NeverEnds, ///< an answer without end
    };

    /// With `tls`, encrypted.
    explicit RobotStandIn(const std::optional<QSslConfiguration> &tls = std::nullopt);

    /// http://127.0.0.1:PORT/robot?key=abc
    QString url() const;
    quint16 port() const { return m_server->serverPort(); }
    const QList<Told> &told() const { return m_told; }
    int connections() const { return m_connections; }
    int openConnections() const { return m_open; }

    void setManner(Manner manner) { m_manner = manner; }
    /// What it answers from now on.
    void setAnswer(QByteArray body, int status = 200, QByteArray headers = {});

private:
    void take(QTcpSocket *socket);
    void serve(QTcpSocket *socket);
    void answer(QTcpSocket *socket);

    QHash<QTcpSocket *, QByteArray> m_heard;
    QList<Told> m_told;
    int m_connections = 0;
    int m_open = 0; ///< of these
    Manner m_manner = Manner::Answers;
    QByteArray m_answer;
    std::unique_ptr<QTcpServer>
        m_server; ///< the first to go: its connections end then, and are heard of
};

} // namespace pressboard::test
