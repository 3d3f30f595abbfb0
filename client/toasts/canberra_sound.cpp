// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/canberra_sound.h"

#include "client/toasts/system_beep.h"

#include <QCoreApplication>
#include <QFile>

#include <canberra.h>

#include <atomic>
#include <chrono>
#include <cmath>

namespace pressboard::client {

namespace {

/// For a sound that was just begun, at the program's end.
constexpr std::chrono::milliseconds patience{300};

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

/// What the thread has: nobody else calls libcanberra.
class CanberraSound::Player
{
public:
    Player() = default;
    ~Player()
    {
        if (m_context != nullptr)
            ca_context_destroy(m_context);
    }
    Q_DISABLE_COPY_MOVE(Player)

    /// Room for one sound more; a sound that comes too late says something wrong.
    bool enter()
    {
        if (++m_waiting <= mostWaiting)
            return true;
        --m_waiting;
        return false;
    }
    /// False when nothing plays here.
    bool play(const QByteArray &file, int volume)
    {
        const bool plays = context() != nullptr
            && ca_context_play(m_context, 0, CA_PROP_MEDIA_FILENAME, file.constData(),
                               CA_PROP_MEDIA_ROLE, "event", CA_PROP_CANBERRA_VOLUME,
                               decibels(volume).constData(), nullptr)
                == CA_SUCCESS;
        --m_waiting;
        return plays;
    }

private:
    static constexpr int mostWaiting = 3;

    ca_context *context()
    {
        if (m_context != nullptr || ca_context_create(&m_context) != CA_SUCCESS)
            return m_context;
        ca_context_change_props(m_context, CA_PROP_APPLICATION_NAME, "Pressboard",
                                CA_PROP_APPLICATION_ICON_NAME, "pressboard", nullptr);
        return m_context;
    }

    ca_context *m_context = nullptr; ///< made for the first sound; null: not yet, or impossible
    std::atomic<int> m_waiting{0};
};

CanberraSound::CanberraSound()
    : m_player(std::make_shared<Player>())
    , m_thread(std::make_unique<QThreadPool>())
{
    m_thread->setMaxThreadCount(1);
}

/// The program ends, whatever the sound server does: its thread ends with the process.
CanberraSound::~CanberraSound()
{
    if (!m_thread->waitForDone(int(patience.count())))
        static_cast<void>(m_thread.release());
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
    if (file.isEmpty())
        return SystemBeep().play(level, volume);
    if (!m_player->enter())
        return;
    m_thread->start([player = m_player, file, level, volume] {
        if (player->play(file, volume))
            return;
        QMetaObject::invokeMethod(QCoreApplication::instance(),
                                  [level, volume] { SystemBeep().play(level, volume); });
    });
}

std::unique_ptr<Sound> Sound::ofSystem()
{
    return std::make_unique<CanberraSound>();
}

} // namespace pressboard::client
