// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/widgets/notice_draft.h"

#include <QCoreApplication>

#include <functional>

namespace pressboard::client {

class Connection;
class Store;
struct PublishOutcome;

/// Sends what people write, and tests, through the server into the log; says what became of it.
class NoticeSender
{
    Q_DECLARE_TR_FUNCTIONS(pressboard::client::NoticeSender)
public:
    /// A sentence, and whether the log has it.
    using Told = std::function<void(const QString &sentence, bool stored)>;

    /// Both must outlive the sender.
    NoticeSender(Connection &connection, const Store &store);

    NoticeRights rights() const;
    void send(const NoticeDraft &draft, const Told &told);
    /// To this user alone, through Redis and back. `told` only when it could not be sent: if it
    /// could, its own toast tells.
    void sendTest(const Told &told);

private:
    static QString sentenceOf(const PublishOutcome &outcome);

    Connection &m_connection;
    const Store &m_store;
};

} // namespace pressboard::client
