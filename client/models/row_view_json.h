// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/models/row_view.h"

#include <QJsonObject>

namespace pressboard::client {

/// How a view is kept over a restart. What is standard is left out, what makes no sense counts as
/// standard.
QJsonObject toJson(const RowView &view);
RowView rowViewFrom(const QJsonObject &kept);

} // namespace pressboard::client
