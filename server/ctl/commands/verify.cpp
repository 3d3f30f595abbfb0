// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/commands/verify.h"

#include "server/ctl/backup/backup.h"

namespace pressboard::server::ctl {

MadeCommand Verify::make(const Arguments &arguments, const Tools &tools)
{
    return std::unique_ptr<Command>(new Verify(arguments.plain().first(), tools));
}

Verify::Verify(QString path, const Tools &tools)
    : Command(tools)
    , m_path(std::move(path))
{
}

void Verify::start()
{
    const auto backup = Backup::read(m_path);
    if (!backup)
        return fail(backup.error().message);
    say(QStringLiteral("%1 is whole: %2, made %3 by version %4.")
            .arg(m_path, backup->summary(),
                 backup->about.value(QLatin1StringView("made")).toString(),
                 backup->about.value(QLatin1StringView("version")).toString()));
    succeed();
}

} // namespace pressboard::server::ctl
