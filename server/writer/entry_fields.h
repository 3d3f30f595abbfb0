// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/state/event.h"

#include <QByteArrayList>

namespace pressboard::server {

/// An event as XADD takes it: type, data, groups (when it has any) and src (when it has one).
QByteArrayList entryFields(const Event &event);

/// The same with the data as it was published, for what a CRM sends past the log (pub/sub, Django
/// Channels): classic clients get it in the CRM's own spelling.
QByteArrayList publishedFields(const Event &event);

} // namespace pressboard::server
