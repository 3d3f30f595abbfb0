// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/canberra_sound.h"

#include <QFile>

#include <canberra.h>

#include <cmath>

namespace pressboard::client {

namespace {

QString nameOf(SoundLevel level)
{
    switch (level) {
    case SoundLevel::News:
        return QStringLiteral("news.wav");
    case SoundLevel::YourTurn:
        return QStringLiteral("your-turn.wav");
    case SoundLevel::Attention:
        return QStringLiteral("attention.wav");
    case SoundLevel::Alarm:
        break;
    }
    return QStringLiteral("alarm.wav");
}

/// In decibels, as the ear takes it: half the volume sounds half as loud.
QByteArray decibels(int volume)
{
    return QByteArray::number(40.0 * std::log10(volume / 100.0), 'f', 1);
}

} // namespace

CanberraSound::~CanberraSound()
{
    if (m_context != nullptr)
        ca_context_destroy(m_context);
}

ca_context *CanberraSound::context()
{
    if (m_context != nullptr || ca_context_create(&m_context) != CA_SUCCESS)
        return m_context;
    ca_context_change_props(m_context, CA_PROP_APPLICATION_NAME, "Pressboard",
                            CA_PROP_APPLICATION_ICON_NAME, "pressboard", nullptr);
    return m_context;
}

QString CanberraSound::fileOf(SoundLevel level)
{
    const QString path = m_folder.filePath(nameOf(level));
    const bool isThere =
        QFile::exists(path) || QFile::copy(QStringLiteral(":/sounds/") + nameOf(level), path);
    return isThere ? path : QString();
}

void CanberraSound::play(SoundLevel level, int volume)
{
    const QByteArray file = QFile::encodeName(fileOf(level));
    const bool plays = !file.isEmpty() && context() != nullptr
        && ca_context_play(m_context, 0, CA_PROP_MEDIA_FILENAME, file.constData(),
                           CA_PROP_MEDIA_ROLE, "event", CA_PROP_CANBERRA_VOLUME,
                           decibels(volume).constData(), nullptr)
            == CA_SUCCESS;
    if (!plays)
        m_beep.play(level, volume);
}

std::unique_ptr<Sound> Sound::ofSystem()
{
    return std::make_unique<CanberraSound>();
}

} // namespace pressboard::client
