// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/backup/backup.h"
#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `backup FILE`, while everything runs. The checkpoint, the users and the end of the log are read
/// in one act; then the log from the checkpoint up to that end. Entries never change, so what is
/// read later is what it was, unless it was trimmed or replaced meanwhile: that is looked at last.
class MakeBackup final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    MakeBackup(QString path, const Tools &tools);
    void start() override;

private:
    void readState();
    bool takeState(const QList<redis::Reply> &parts);
    void readLog();
    void takePage(const redis::Reply &reply);
    void look();
    void readStations();
    void readReceipts(const QByteArrayList &notices);
    void write();

    QString m_path;
    Backup m_backup;
    int m_triesLeft =
        20; ///< to find a checkpoint, each half a second: a new writer is about to make one
};

} // namespace pressboard::server::ctl
