// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/config/config.h"

#include <QHash>
#include <QProcessEnvironment>

namespace pressboard::server {

/// Settings as somebody wrote them down, and where; later ones win over earlier ones.
struct Setting
{
    QString key;
    QString value;
    QString where; ///< "pressboard.toml:12", "the environment's PRESSBOARD_LISTEN", "--listen"
};

/// Where settings come from, before anybody judged them.
struct ConfigSources
{
    QList<Setting> settings;
    QStringList problems;
    QHash<QString, QString> robotSecrets; ///< PRESSBOARD_ROBOT_<NAME>_URL, …_SECRET

    /// A file of /etc is read only when it is there; one that was named must be.
    void readFile(const QString &path);
    void readEnvironment(const QProcessEnvironment &environment);
    /// Lines of PRESSBOARD_KEY=VALUE, as systemd's EnvironmentFile= has them. Nothing where this
    /// user may not read: then nobody meant him to.
    void readSecrets(const QString &path);
    /// Takes the --key VALUE and --key=VALUE it knows out of the arguments, up to a lone `--`.
    void readFlags(QStringList &arguments);

    /// All problems at once, or the configuration with every default filled in.
    ConfigOrProblems resolve() const;
};

/// The file that is read when none is named, if it exists.
QString defaultConfigFile();

/// What the service is told besides, and root's pressboardctl must know as well.
QString defaultSecretsFile();

/// flags > environment > secrets > file; the secrets are read only beside the default file. Takes
/// `--config FILE` and every known flag out of `arguments`.
ConfigOrProblems loadConfig(QStringList &arguments, const QProcessEnvironment &environment);

} // namespace pressboard::server
