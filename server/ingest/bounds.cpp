// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ingest/bounds.h"

#include "shared/base/cut_text.h"
#include "shared/base/json_text.h"
#include "shared/base/limits.h"

#include <QJsonArray>

#include <algorithm>

namespace pressboard::server::bounds {

namespace {

constexpr qsizetype nameShown = 64;
constexpr auto longest = qsizetype(limits::stringBytes);

bool isTooLong(const QString &text)
{
    // A UTF-16 unit is at most three bytes of UTF-8: most strings need no encoding to be measured.
    return text.size() * 3 > longest && text.toUtf8().size() > longest;
}

/// Walks through all of an event's data. It stops at the first thing that nests too deep.
class Fitter
{
public:
    explicit Fitter(QList<Oddity> &oddities)
        : m_oddities(oddities)
    {
    }

    QJsonObject object(const QJsonObject &sent, const QString &path, int depth);
    const std::optional<Error> &error() const { return m_error; }

private:
    QJsonValue value(const QJsonValue &sent, const QString &path, int depth);
    QJsonArray array(const QJsonArray &sent, const QString &path, int depth);
    void note(const QString &member, Oddity::Fate fate, const char *what);

    QList<Oddity> &m_oddities;
    std::optional<Error> m_error;
};

QJsonValue Fitter::value(const QJsonValue &sent, const QString &path, int depth)
{
    if (sent.isString()) {
        const QString text = sent.toString();
        if (!isTooLong(text))
            return sent;
        note(path, Oddity::Fate::Cut, "the text is longer than %1 bytes");
        return cutToBytes(text, longest);
    }
    if (!sent.isObject() && !sent.isArray())
        return sent;
    if (depth >= limits::jsonDepth) {
        m_error = Error{
            QStringLiteral("%1: nests deeper than %2 levels").arg(path).arg(limits::jsonDepth)};
        return {};
    }
    return sent.isObject() ? QJsonValue(object(sent.toObject(), path, depth + 1))
                           : QJsonValue(array(sent.toArray(), path, depth + 1));
}

QJsonArray Fitter::array(const QJsonArray &sent, const QString &path, int depth)
{
    QJsonArray kept;
    for (qsizetype i = 0; i < sent.size() && !m_error; ++i)
        kept.append(value(sent[i], QStringLiteral("%1[%2]").arg(path).arg(i), depth));
    return kept;
}

QJsonObject Fitter::object(const QJsonObject &sent, const QString &path, int depth)
{
    QJsonObject kept;
    for (auto field = sent.begin(); field != sent.end() && !m_error; ++field) {
        const QString name = path.isEmpty() ? field.key() : path + u'.' + field.key();
        if (isTooLong(field.key()))
            note(cutToUnits(name, nameShown), Oddity::Fate::LeftOut,
                 "its name is longer than %1 bytes");
        else
            kept.insert(field.key(), value(*field, name, depth));
    }
    return kept;
}

void Fitter::note(const QString &member, Oddity::Fate fate, const char *what)
{
    if (m_oddities.size() < limits::oddities)
        m_oddities.append({cutToUnits(member, nameShown), fate,
                           QString::fromLatin1(what).arg(limits::stringBytes)});
}

/// Does any string in it, names included, take more bytes than one may have?
bool hasLongString(QByteArrayView json)
{
    for (qsizetype i = 0; i < json.size(); ++i) {
        if (json[i] != '"')
            continue;
        const qsizetype begin = ++i;
        for (; i < json.size() && json[i] != '"'; ++i)
            i += json[i] == '\\';
        if (i - begin > longest)
            return true;
    }
    return false;
}

bool isGroupName(const QString &text)
{
    const auto mayBeIn = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'_' || c == u'.' || c == u'-');
    };
    return !text.isEmpty() && text.size() <= limits::groupNameLength
        && std::all_of(text.begin(), text.end(), mayBeIn);
}

} // namespace

bool mayNotFit(QByteArrayView json)
{
    return hasLongString(json) || nestsDeeperThan(json, limits::jsonDepth);
}

Result<QJsonObject> fitted(const QJsonObject &data, QList<Oddity> &oddities)
{
    Fitter fitter(oddities);
    QJsonObject kept = fitter.object(data, QString(), 1);
    if (fitter.error())
        return *fitter.error();
    return kept;
}

std::optional<Error> checkSize(qsizetype dataBytes)
{
    if (dataBytes <= qsizetype(limits::dataBytes))
        return std::nullopt;
    return Error{QStringLiteral("data: found %1 bytes, at most %2 are taken")
                     .arg(dataBytes)
                     .arg(limits::dataBytes)};
}

std::optional<Error> checkGroups(const QStringList &groups)
{
    if (groups.size() > limits::groups) {
        return Error{QStringLiteral("groups: found %1, at most %2 are taken")
                         .arg(groups.size())
                         .arg(limits::groups)};
    }
    for (const QString &group : groups) {
        if (!isGroupName(group)) {
            return Error{QStringLiteral("groups: found \"%1\", expected names of 1 to %2 letters, "
                                        "digits, '_', '.' and '-', such as dept_3")
                             .arg(group.left(limits::groupNameLength))
                             .arg(limits::groupNameLength)};
        }
    }
    return std::nullopt;
}

} // namespace pressboard::server::bounds
