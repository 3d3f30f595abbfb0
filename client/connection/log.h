// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLoggingCategory>

namespace pressboard::client {

Q_DECLARE_LOGGING_CATEGORY(lcConnection)

} // namespace pressboard::client
