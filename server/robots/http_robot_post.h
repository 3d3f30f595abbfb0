// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/robots/robot_call.h"
#include "server/robots/robot_post.h"

#include <QObject>

class QNetworkAccessManager;

namespace pressboard::server {

/// By HTTP. Neither a proxy nor cookies, and nothing is opened before the first message.
class HttpRobotPost final : public QObject, public RobotPost
{
    Q_OBJECT
public:
    static constexpr std::chrono::milliseconds patience{10'000};

    explicit HttpRobotPost(QObject *parent = nullptr);
    ~HttpRobotPost() override;

    void send(const RobotRequest &request, Answered answered) override;

    // For tests.
    void setPatience(std::chrono::milliseconds patience) { m_patience = patience; }
    void setResolve(RobotCall::Resolve resolve) { m_resolve = std::move(resolve); }

private:
    std::unique_ptr<QNetworkAccessManager> m_network; ///< null before the first message
    RobotCall::Resolve m_resolve;
    std::chrono::milliseconds m_patience = patience;
};

} // namespace pressboard::server
