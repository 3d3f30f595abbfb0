// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"
#include "client/notices/sent_notice.h"

#include <QHash>
#include <QScrollArea>

class QLabel;
class QVBoxLayout;

namespace pressboard::client {

class SentNoticeRow;
class Theme;

/// What was sent, newest first, each to be withdrawn (撤回), and how far it got. One at a time is
/// open and says who has not seen it.
class SentNoticeList final : public QScrollArea
{
    Q_OBJECT
public:
    explicit SentNoticeList(const Theme &theme, QWidget *parent = nullptr);

    /// Who may not withdraw has no button for it, and a word whom to ask.
    void setNotices(const QList<SentNotice> &oldestFirst, const NoticeRights &rights);

    QSize sizeHint() const override;

Q_SIGNALS:
    void withdrawRequested(pressboard::StreamId id);
    void remindRequested(pressboard::StreamId id);
    void stationsWanted(pressboard::StreamId id); ///< it was opened

private:
    SentNoticeRow *rowOf(StreamId id);
    void toggle(StreamId id);

    const Theme &m_theme;
    QLabel *m_hint;
    QVBoxLayout *m_column;
    QHash<StreamId, SentNoticeRow *> m_rows;
    QHash<StreamId, protocol::ReceiptCounts> m_known; ///< when its stations were asked for
};

} // namespace pressboard::client
