// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/robots/http_robot_post.h"

#include <QHostInfo>
#include <QNetworkAccessManager>
#include <QNetworkProxy>

namespace pressboard::server {

static void askTheSystem(const QString &name, QObject *context, RobotCall::Found found)
{
    QHostInfo::lookupHost(name, context, [found = std::move(found)](const QHostInfo &info) {
        found(info.addresses());
    });
}

HttpRobotPost::HttpRobotPost(QObject *parent)
    : QObject(parent)
    , m_resolve(askTheSystem)
{
}

HttpRobotPost::~HttpRobotPost() = default;

void HttpRobotPost::send(const RobotRequest &request, Answered answered)
{
    if (!m_network) {
        m_network = std::make_unique<QNetworkAccessManager>();
        m_network->setProxy(QNetworkProxy::NoProxy);
    }
    auto *call = new RobotCall(request, *m_network, m_resolve, m_patience, this);
    connect(call, &RobotCall::answered, this,
            [call, answered = std::move(answered)](const RobotAnswer &answer) {
                call->deleteLater();
                answered(answer);
            });
    call->start();
}

} // namespace pressboard::server
