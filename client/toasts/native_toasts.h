// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"
#include "shared/base/crm_id.h"

#include <QObject>

#include <memory>

namespace pressboard::client {

/// Toasts shown by the desktop itself, for the hours in which our window is hidden: they stand
/// where its owner looks, in the desktop's manner, and keep its own silence. Not
/// QSystemTrayIcon's: that one forgets which message was clicked.
class NativeToasts : public QObject
{
    Q_OBJECT
public:
    using QObject::QObject;

    /// Somebody is there who shows them, as far as is known without waiting.
    virtual bool isAvailable() const = 0;
    virtual void show(const Toast &toast) = 0;
    /// The notice was withdrawn: its toast goes.
    virtual void withdraw(const QString &noticeId) = 0;

    /// Notices whose toasts stand on the screen now, as far as is known.
    virtual QStringList noticesInSight() const { return {}; }

    /// This system's; where there is none, one that is never available.
    static std::unique_ptr<NativeToasts> ofSystem();

Q_SIGNALS:
    void orderChosen(CrmId orderId);
    void boardWanted(); ///< a toast without an order was clicked
    void moreWanted(const pressboard::client::Toast &toast); ///< that toast, just after
    void acknowledged(const QString &noticeId);
    /// It was not shown, or stands no more though it should: somebody else has to show it.
    void dropped(const pressboard::client::Toast &toast);
};

} // namespace pressboard::client
