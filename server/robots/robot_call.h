// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/robot_post.h"

#include <QHostAddress>
#include <QNetworkReply>
#include <QObject>
#include <QPointer>
#include <QTimer>

#include <functional>

class QNetworkAccessManager;

namespace pressboard::server {

/// One POST, from the name of the machine to the whole answer. The address that was found is looked
/// at, and that one is connected to: a name may lead elsewhere the next time it is asked. Nothing
/// is followed to another place, and no answer is without end.
class RobotCall : public QObject
{
    Q_OBJECT
public:
    using Found = std::function<void(const QList<QHostAddress> &)>;
    /// Finds the addresses of a name, none when it has none. Not called when `context` is gone.
    using Resolve = std::function<void(const QString &name, QObject *context, Found found)>;

    static constexpr qint64 longestAnswer = 64 * 1024;

    RobotCall(RobotRequest request, QNetworkAccessManager &network, Resolve resolve,
              std::chrono::milliseconds patience, QObject *parent = nullptr);
    ~RobotCall() override;

    void start();

Q_SIGNALS:
    void answered(const pressboard::server::RobotAnswer &answer); ///< once

private:
    void onFound(const QList<QHostAddress> &addresses);
    void post(const QHostAddress &address);
    void onReadyRead();
    void onFinished();
    void finish(const RobotAnswer &answer);
    void dropReply();

    RobotRequest m_request;
    QNetworkAccessManager &m_network;
    Resolve m_resolve;
    QPointer<QNetworkReply> m_reply; ///< while it is awaited
    QTimer m_patience;
    bool m_isOver = false;
};

} // namespace pressboard::server
