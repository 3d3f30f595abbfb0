// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "shared/base/result.h"

#include <QHash>
#include <QList>
#include <QString>
#include <QStringList>

namespace pressboard::server::ctl {

/// An option of a command: --name, or --name VALUE.
struct OptionSpec
{
    const char *name;
    bool takesValue = true;
    const char *help = ""; ///< for COMMAND --help; may have several lines
};

/// The arguments of one command, taken apart. Everything after a lone `--` is plain.
class Arguments
{
public:
    /// The error says what is wrong with which option.
    static Result<Arguments> parse(const QStringList &arguments, const QList<OptionSpec> &options);

    const QStringList &plain() const { return m_plain; }
    bool has(const char *name) const { return m_options.contains(QLatin1StringView(name)); }
    /// Of an option given several times, all in order.
    QStringList values(const char *name) const { return m_options.value(QLatin1StringView(name)); }
    /// The last one given, else `otherwise`.
    QString value(const char *name, const QString &otherwise = {}) const;
    /// A whole number within bounds, both included; the error names the option.
    Result<qint64> number(const char *name, qint64 otherwise, qint64 least, qint64 most) const;

private:
    QStringList m_plain;
    QHash<QString, QStringList> m_options;
};

} // namespace pressboard::server::ctl
