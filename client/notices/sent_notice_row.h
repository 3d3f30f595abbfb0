// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notices/notice_draft.h"
#include "client/notices/sent_notice.h"

#include <QWidget>

namespace pressboard::client {

class OutlineButton;
class ReceiptBar;
class ReceiptRows;
class TextLabel;
class Theme;
class TitleButton;

/// A notice that was sent: what it said, how far it got, 再提醒 and 撤回; opened, who has not seen
/// it.
class SentNoticeRow final : public QWidget
{
    Q_OBJECT
public:
    /// `theme` must outlive it.
    explicit SentNoticeRow(const Theme &theme, QWidget *parent = nullptr);

    void show(const SentNotice &notice, const NoticeRights &rights);
    void setOpen(bool open);
    bool isOpen() const { return m_isOpen; }

Q_SIGNALS:
    void withdrawRequested(pressboard::StreamId id);
    void remindRequested(pressboard::StreamId id);
    void openToggled();

private:
    OutlineButton *makeButton();
    void layOut();
    void showState();
    QString facts() const;

    const Theme &m_theme;
    SentNotice m_notice;
    NoticeRights m_rights;
    bool m_isOpen = false;
    TitleButton *m_open;
    TextLabel *m_text;
    TextLabel *m_facts;
    TextLabel *m_counts;
    TextLabel *m_state;
    ReceiptBar *m_bar;
    ReceiptRows *m_rows;
    OutlineButton *m_remind;
    OutlineButton *m_withdraw;
};

} // namespace pressboard::client
