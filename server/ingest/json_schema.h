// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace pressboard::server {

/// JSON Schemas (2020-12) of the data of every event that a table of fields is for, as v1 clients
/// get it: under "$defs" by the events' types. shared/protocol/events.schema.json is this.
QJsonObject eventsSchema();

} // namespace pressboard::server
