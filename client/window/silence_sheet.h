// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/window/lines_sheet.h"

namespace pressboard::client {

class Store;

/// What a click on "no CRM data for 2 d 16 h" shows: since when, what came last, and what to look
/// at. As it is when it opens.
class SilenceSheet final : public LinesSheet
{
    Q_OBJECT
public:
    /// `lastNews`: the last change in words; may be empty. `theme` must outlive it.
    SilenceSheet(const Theme &theme, const Store &store, const QString &lastNews,
                 QWidget *parent = nullptr);

private:
    static QString advice(const Store &store);
};

} // namespace pressboard::client
