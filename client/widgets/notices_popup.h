// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/notice.h"

#include <QFrame>

class QLabel;
class QScrollArea;

namespace pressboard::client {

class Store;
class Theme;

/// What was said lately, newest first, under the bell. Text of notices is plain text.
class NoticesPopup final : public QFrame
{
    Q_OBJECT
public:
    NoticesPopup(const Theme &theme, const Store &store, QWidget *parent = nullptr);

    /// Its right edge stays within the window; fills itself anew each time.
    void openBelow(const QPoint &point);
    int count() const { return m_count; }

private:
    QWidget *makeList();
    QWidget *makeNotice(const Notice &notice) const;

    const Theme &m_theme;
    const Store &m_store;
    QScrollArea *m_scroll;
    int m_count = 0;
};

} // namespace pressboard::client
