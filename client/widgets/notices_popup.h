// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

class QModelIndex;
class QScrollArea;

namespace pressboard::client {

class NoticeList;
class Store;
class Theme;

/// What was said lately, newest first, under the bell. Text of notices is plain text.
class NoticesPopup final : public QFrame
{
    Q_OBJECT
public:
    /// All must outlive the popup; the store tells the shop's time.
    NoticesPopup(const Theme &theme, const Store &store, const NoticeList &notices,
                 QWidget *parent = nullptr);

    /// Its right edge stays within the window; fills itself anew each time.
    void openBelow(const QPoint &point);

private:
    QWidget *makeList();
    QWidget *makeNotice(const QModelIndex &notice) const;

    const Theme &m_theme;
    const Store &m_store;
    const NoticeList &m_notices;
    QScrollArea *m_scroll;
};

} // namespace pressboard::client
