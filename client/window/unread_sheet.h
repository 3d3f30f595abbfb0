// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/window/lines_sheet.h"
#include "shared/protocol/messages.h"

namespace pressboard::client {

/// Which messages of the CRM the server could not read, and what became of each kind, for whoever
/// has to tell its programmer. Accepted: 知道了, they are no news any more.
class UnreadSheet final : public LinesSheet
{
    Q_OBJECT
public:
    /// `theme` must outlive it.
    UnreadSheet(const Theme &theme, const protocol::Unread &unread, QWidget *parent = nullptr);

private:
    void add(const protocol::Unread::Kind &kind);
    static QString fateText(const QString &fate);
};

} // namespace pressboard::client
