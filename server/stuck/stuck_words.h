// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/stuck/stuck_case.h"

#include <QString>
#include <QTimeZone>

namespace pressboard::server {

/// The notice of a case: what does not go on, in one line. Nothing in it changes while that lasts.
/// `language` is "zh_CN" or "en".
QString stuckMessage(const StuckCase &found, const QString &language, const QTimeZone &zone);

} // namespace pressboard::server
