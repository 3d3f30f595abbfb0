// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/store/packer.h"
#include "client/store/unpacker.h"
#include "shared/state/custom_fields.h"

namespace pressboard::client {

// The shop's own fields, and what they say of a row, for the cache.

void pack(Packer &packer, const CustomFields &fields);
CustomFields unpackCustomFields(Unpacker &unpacker);
void pack(Packer &packer, const CustomValues &values);
CustomValues unpackCustomValues(Unpacker &unpacker);

} // namespace pressboard::client
