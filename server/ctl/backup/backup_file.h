// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace pressboard::server::ctl {

/// Writes a file that is there whole, for its owner alone and on the disk, or not at all: what was
/// there under this name stays until then. The error says why not.
std::optional<Error> writeWhole(const QString &path, const QByteArray &bytes);

} // namespace pressboard::server::ctl
