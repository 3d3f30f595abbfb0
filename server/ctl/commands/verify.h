// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `verify FILE`: whether a backup is whole and belongs together. Asks no Redis.
class Verify final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    Verify(QString path, const Tools &tools);
    void start() override;

private:
    QString m_path;
};

} // namespace pressboard::server::ctl
