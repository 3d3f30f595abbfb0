// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/time.h"
#include "shared/state/notice.h"

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
};

/// To whom this person may send; the server has the last word.
struct NoticeRights
{
    bool toEveryone = false; ///< else only to `departments`
    QStringList departments; ///< names, without "dept_"
    QString sender; ///< shown in the preview
    bool mayWithdraw = false; ///< what was sent

    bool operator==(const NoticeRights &) const = default;
};

} // namespace pressboard::client
