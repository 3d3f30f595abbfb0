// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"
#include "shared/state/custom_fields.h"

#include <QByteArray>

namespace pressboard::server {

// [[fields]]: a list of objects, as the file's tables have them. The error names the table and its
// member.
Result<CustomFields> customFieldsFromJson(const QByteArray &json);
QByteArray toJson(const CustomFields &fields);

} // namespace pressboard::server
