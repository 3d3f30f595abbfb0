// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/sent_notice.h"

#include <QScrollArea>

namespace pressboard::client {

class Theme;

/// What was sent from here, newest first, each to be withdrawn (撤回).
class SentNoticeList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SentNoticeList(const Theme &theme, QWidget *parent = nullptr);

    /// `mayWithdraw`: else there is no button, and a word whom to ask.
    void setNotices(const QList<SentNotice> &oldestFirst, bool mayWithdraw);

    QSize sizeHint() const override;

Q_SIGNALS:
    void withdrawRequested(pressboard::StreamId id);

private:
    QWidget *makeRow(const SentNotice &notice, bool mayWithdraw);
    QWidget *makeEnd(const SentNotice &notice, bool mayWithdraw);
    QWidget *makeHint(const QString &sentence);
    static QString factsOf(const SentNotice &notice);

    const Theme &m_theme;
};

} // namespace pressboard::client
