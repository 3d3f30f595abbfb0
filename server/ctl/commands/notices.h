// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/receipts/receipt_store.h"

#include <QSet>

namespace pressboard::server::ctl {

/// `notices`: what was sent of which stations tell what became of it; `receipts ID`: who did what.
class Notices final : public Command
{
    Q_OBJECT
public:
    static constexpr int shown = 20; ///< notices at most

    static MadeCommand make(const Arguments &arguments, const Tools &tools);
    static MadeCommand makeReceipts(const Arguments &arguments, const Tools &tools);

    void start() override;

private:
    Notices(StreamId notice, const Tools &tools);
    void readOnline();
    void tell();
    void tellNotices();
    void tellReceipts();
    ReceiptRows::IsOnline onlineAsked() const;
    QString numbersOf(const ReceiptRows &rows) const;
    QString lineOf(const protocol::Receipts::Row &row) const;

    StreamId m_notice; ///< null: all
    ReceiptStore m_store;
    QSet<QString> m_servers; ///< that live
    QSet<QString> m_online; ///< stations
};

} // namespace pressboard::server::ctl
