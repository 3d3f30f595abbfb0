// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// What the parts of the station are to a screen reader: they are painted, so Qt does not know.
void installStationRoles();

} // namespace pressboard::client
