// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QJsonObject>
#include <QStringList>

namespace pressboard::server::ctl {

/// Takes "groups" out of what a line says. Absent is everyone; anything but an array of texts is a
/// mistake, and must not become everyone.
Result<QStringList> takeGroups(QJsonObject &line);

} // namespace pressboard::server::ctl
