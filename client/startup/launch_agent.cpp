// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/startup/launch_agent.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QXmlStreamWriter>

namespace pressboard::client {

namespace {

QString label()
{
    return QStringLiteral("pressboard.desktop");
}

} // namespace

LaunchAgent::LaunchAgent(const QString &folder, const QStringList &command)
    : m_path(folder + u'/' + label() + QStringLiteral(".plist"))
    , m_command(command)
{
}

QByteArray LaunchAgent::text() const
{
    QByteArray bytes;
    QXmlStreamWriter xml(&bytes);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeDTD(QStringLiteral("<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" "
                                "\"http://www.apple.com/DTDs/PropertyList-1.0.dtd\">"));
    xml.writeStartElement(QStringLiteral("plist"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("1.0"));
    xml.writeStartElement(QStringLiteral("dict"));
    xml.writeTextElement(QStringLiteral("key"), QStringLiteral("Label"));
    xml.writeTextElement(QStringLiteral("string"), label());
    xml.writeTextElement(QStringLiteral("key"), QStringLiteral("ProgramArguments"));
    xml.writeStartElement(QStringLiteral("array"));
    for (const QString &word : m_command)
        xml.writeTextElement(QStringLiteral("string"), word);
    xml.writeEndElement();
    xml.writeTextElement(QStringLiteral("key"), QStringLiteral("RunAtLoad"));
    xml.writeEmptyElement(QStringLiteral("true"));
    xml.writeEndDocument();
    return bytes;
}

bool LaunchAgent::isOn() const
{
    return QFile::exists(m_path);
}

std::optional<Error> LaunchAgent::set(bool on)
{
    if (!on) {
        if (!QFile::exists(m_path) || QFile::remove(m_path))
            return std::nullopt;
        return Error{tr("%1 could not be removed. Remove it by hand.").arg(m_path)};
    }
    QDir().mkpath(QFileInfo(m_path).absolutePath());
    QSaveFile file(m_path);
    const QByteArray bytes = text();
    if (file.open(QSaveFile::WriteOnly) && file.write(bytes) == bytes.size() && file.commit())
        return std::nullopt;
    return Error{tr("%1 could not be written: %2.").arg(m_path, file.errorString())};
}

} // namespace pressboard::client
