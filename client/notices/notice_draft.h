// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/notice.h"

#include <QMap>
#include <QStringList>

#include <chrono>
#include <optional>

namespace pressboard::client {

/// A notice somebody wants to send.
struct NoticeDraft
{
    QString text;
    NoticeLevel level = NoticeLevel::Info;
    QStringList groups; ///< empty: everyone
    /// How long it may still be shown; null: as long as notices are kept, unless `validUntil`.
    std::optional<std::chrono::hours> validFor;
    OptionalMoment validUntil;
    CrmId orderId; ///< what it is about: a click on its toast shows this order
    bool asksToConfirm = false; ///< 要求确认
    bool rings = false; ///< until somebody takes it; then it is important
};

/// To whom this person may send; the server has the last word.
struct NoticeRights
{
    bool toEveryone = false; ///< else only to `departments`
    QStringList departments; ///< names, without "dept_"
    QString sender; ///< shown in the preview
    bool mayWithdraw = false; ///< what was sent
    QMap<QString, QString> departmentNames = {}; ///< of `departments`; without one: its number
    bool hasReceipts = false; ///< the server tells what became of a notice
    bool hasAlarms = false; ///< it knows alarms

    bool operator==(const NoticeRights &) const = default;
};

} // namespace pressboard::client
