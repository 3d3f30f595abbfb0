// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ingest/entry_reader.h"

#include <QString>
#include <QTimeZone>

namespace pressboard::server::ctl {

/// An entry of the log as one line for people: its time in the shop, its position, what it says.
QString tailLine(const Event &event, const QTimeZone &shopZone);
/// One that nobody sees, with the reason.
QString tailLine(const Rejected &rejected, const QTimeZone &shopZone);

} // namespace pressboard::server::ctl
