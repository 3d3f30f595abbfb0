// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"
#include "server/stations/station_record.h"

namespace pressboard::server::ctl {

/// `stations`: which desks and walls there are, who is on, and with which version.
class Stations final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    using Command::Command;
    void start() override;

private:
    void tell(const redis::Reply &stations);
    QString lineOf(const StationRecord &station) const;

    QStringList m_servers; ///< that live
};

/// A moment as people read it, in the shop's zone: 2026-11-23 16:50.
QString shownMoment(Moment moment, const Config &config);

} // namespace pressboard::server::ctl
