// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/cli/arguments.h"

#include <algorithm>
#include <optional>

namespace pressboard::server::ctl {

namespace {

const OptionSpec *specOf(const QString &name, const QList<OptionSpec> &options)
{
    const auto found = std::find_if(options.begin(), options.end(), [&](const OptionSpec &spec) {
        return name == QLatin1StringView(spec.name);
    });
    return found == options.end() ? nullptr : &*found;
}

} // namespace

Result<Arguments> Arguments::parse(const QStringList &arguments, const QList<OptionSpec> &options)
{
    Arguments read;
    for (qsizetype i = 0; i < arguments.size(); ++i) {
        const QString &argument = arguments.at(i);
        if (argument == QLatin1StringView("--")) {
            read.m_plain += arguments.mid(i + 1);
            break;
        }
        if (!argument.startsWith(QLatin1StringView("--"))) {
            read.m_plain.append(argument);
            continue;
        }
        const QString name = argument.mid(2).section(u'=', 0, 0);
        const OptionSpec *spec = specOf(name, options);
        if (!spec)
            return Error{QStringLiteral("there is no option --%1").arg(name)};
        const bool inPlace = argument.contains(u'=');
        if (inPlace != spec->takesValue && (inPlace || i + 1 == arguments.size())) {
            return Error{(inPlace ? QStringLiteral("--%1 takes no value")
                                  : QStringLiteral("--%1 needs a value"))
                             .arg(name)};
        }
        QStringList &values = read.m_options[name];
        if (spec->takesValue)
            values.append(inPlace ? argument.section(u'=', 1) : arguments.at(++i));
    }
    return read;
}

QString Arguments::value(const char *name, const QString &otherwise) const
{
    const QStringList given = values(name);
    return given.isEmpty() ? otherwise : given.last();
}

Result<qint64> Arguments::number(const char *name, qint64 otherwise, qint64 least,
                                 qint64 most) const
{
    if (!has(name))
        return otherwise;
    bool numeric = false;
    const qint64 number = value(name).toLongLong(&numeric);
    if (!numeric || number < least || number > most) {
        return Error{QStringLiteral("--%1: found \"%2\", expected a whole number from %3 to %4")
                         .arg(QLatin1StringView(name), value(name))
                         .arg(least)
                         .arg(most)};
    }
    return number;
}

} // namespace pressboard::server::ctl
