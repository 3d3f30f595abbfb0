// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/protocol/messages.h"

#include <QDialog>

class QBoxLayout;

namespace pressboard::client {

class Theme;

/// Which messages of the CRM the server could not read, and what became of each kind, for whoever
/// has to tell its programmer. Accepted: 知道了, they are no news any more.
class UnreadSheet final : public QDialog
{
    Q_OBJECT
public:
    /// `theme` must outlive it.
    UnreadSheet(const Theme &theme, const protocol::Unread &unread, QWidget *parent = nullptr);

private:
    void add(QBoxLayout &list, const protocol::Unread::Kind &kind);
    void addLine(QBoxLayout &list, const QString &words, bool bold);
    static QString fateText(const QString &fate);

    const Theme &m_theme;
};

} // namespace pressboard::client
