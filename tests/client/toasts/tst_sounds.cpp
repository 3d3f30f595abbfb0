// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/toasts/canberra_sound.h"

#include <QFile>
#include <QLocalServer>
#include <QSet>
#include <QTemporaryDir>
#include <QtEndian>
#include <QTest>

using namespace pressboard::client;

/// The sounds that the program carries, as players get them.
class TestSounds : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void eachLevelHasAShortOneOfItsOwn()
    {
        CanberraSound sound;
        QSet<QByteArray> different;
        for (const SoundLevel level : soundLevels) {
            QFile file(sound.fileOf(level));
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QByteArray wave = file.readAll();
            QVERIFY(wave.startsWith("RIFF") && wave.mid(8, 4) == "WAVE");
            const auto bytesPerSecond = qFromLittleEndian<quint32>(wave.constData() + 28);
            const auto bytes = qFromLittleEndian<quint32>(wave.constData() + 40);
            QCOMPARE(wave.size(), qsizetype(bytes) + 44);
            QVERIFY(bytes > bytesPerSecond / 5 && bytes < bytesPerSecond * 3 / 2);
            different.insert(wave);
        }
        QCOMPARE(different.size(), 4);
    }

    void withoutAnAudioSystemItGoesOn()
    {
        qputenv("CANBERRA_DRIVER", "none-such"); // as on a PC without a sound card
        CanberraSound sound;
        for (const SoundLevel level : soundLevels)
            sound.play(level, 50);
    }

    /// It takes the connection, and says nothing, for ever.
    void aHungSoundServerHoldsNobodyUp()
    {
        const QTemporaryDir folder;
        QLocalServer server;
        QVERIFY(server.listen(folder.filePath(u"pulse"_qs)));
        qputenv("CANBERRA_DRIVER", "pulse");
        qputenv("PULSE_SERVER", "unix:" + QFile::encodeName(server.fullServerName()));
        {
            CanberraSound sound;
            for (int i = 0; i < 20; ++i)
                sound.play(SoundLevel::Alarm, 50);
            if (!QTest::qWaitFor([&] { return server.hasPendingConnections(); }))
                QSKIP("libcanberra has no driver for PulseAudio here");
        }
        qunsetenv("PULSE_SERVER");
    }
};

QTEST_MAIN(TestSounds)
#include "tst_sounds.moc"
