// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"
#include "client/settings/toast_place.h"
#include "shared/base/crm_id.h"

#include <QHash>
#include <QList>
#include <QObject>
#include <QRect>

namespace pressboard::client {

class Theme;
class ToastCard;

/// The toasts in a corner of the screen, the oldest next to it. Nothing moves while the pointer is
/// over one of them. Shows what it is told; what deserves a toast is decided in notify/.
class ToastStack final : public QObject
{
    Q_OBJECT
public:
    /// More than this wait for a place; of those, the oldest that may be lost are dropped.
    static constexpr int shownAtOnce = 5;
    static constexpr int waiting = 20;

    explicit ToastStack(const Theme &theme, QObject *parent = nullptr);
    ~ToastStack() override;

    /// One of a notice that stands already says in its place what it says now.
    void show(const Toast &toast);
    /// The notice was withdrawn: its toast goes, wherever it stands.
    void withdraw(const QString &noticeId);
    /// The screen's usable area, empty meaning the primary screen's, and the corner of it.
    void setArea(const QRect &area, ToastPlace::Corner corner);

    const QList<ToastCard *> &cards() const { return m_cards; }
    /// Notices that can be read on the screen now.
    QStringList noticesInSight() const;
    /// What all of them cover now, with the room of one more.
    QSize wantedSize() const;

    /// The keyboard's words, for the marked card, or the oldest: 知道了, what a click does, and on
    /// to the next.
    void acknowledgeMarked();
    void chooseMarked();
    void markNext();

Q_SIGNALS:
    void orderChosen(CrmId orderId);
    void boardWanted(); ///< a toast without an order was clicked
    void moreWanted(const pressboard::client::Toast &toast); ///< that toast, just after
    void acknowledged(const QString &noticeId);

private:
    void open(const Toast &toast);
    bool retell(const Toast &toast);
    void close(ToastCard *card);
    void acknowledge(ToastCard *card);
    ToastCard *marked() const;
    bool isHovered() const;
    void choose(ToastCard *card);
    void place();
    QRect area() const;

    const Theme &m_theme;
    QRect m_area;
    ToastPlace::Corner m_corner = ToastPlace().corner;
    QList<ToastCard *> m_cards;
    QHash<const ToastCard *, int> m_ends; ///< the lower edge of each, where it stands
    QList<Toast> m_waiting;
};

} // namespace pressboard::client
