// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/auth/identity.h"
#include "server/ctl/cli/arguments.h"

/// What `user add` and `user set` take of a user. The error names the option.
namespace pressboard::server::ctl::user_options {

Result<Role> role(const Arguments &arguments); ///< viewer, when none is given
/// An empty one stands for none.
Result<QStringList> departments(const Arguments &arguments);
Error notAName(const QString &option, const QString &name);

} // namespace pressboard::server::ctl::user_options
