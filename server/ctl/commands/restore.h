// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/ctl/backup/backup.h"
#include "server/ctl/cli/arguments.h"
#include "server/ctl/cli/command.h"

namespace pressboard::server::ctl {

/// `restore FILE --yes`: writes everything beside what is there, under names of its own, and takes
/// it over in one act, under a new epoch. Whoever dies before that has changed nothing; running
/// servers are told, load what they find, and give every board a snapshot.
class Restore final : public Command
{
    Q_OBJECT
public:
    static MadeCommand make(const Arguments &arguments, const Tools &tools);

    Restore(QString path, bool replace, const Tools &tools);
    void start() override;

private:
    void look(const QByteArray &before);
    void begin(const QByteArray &before);
    void stage();
    void stageFields(const QByteArray &key, const Backup::Fields &fields);
    void stageEntries(const QByteArray &key, const QList<redis::StreamEntry> &entries);
    void stageEndOfLog();
    void sendSlice();
    void takeOver();
    void stageStations();
    void handleTakenOver(const redis::Reply &reply);
    QByteArray staged(const QByteArray &name) const;
    QByteArrayList finalKeys() const;

    QString m_path;
    bool m_replace; ///< a log that is there goes
    Backup m_backup;
    QByteArray m_token; ///< of this restore: two at a time do not mix
    QList<QByteArrayList> m_commands; ///< that write everything beside what is there
    qsizetype m_sent = 0; ///< of them
    qsizetype m_unanswered = 0;
};

} // namespace pressboard::server::ctl
