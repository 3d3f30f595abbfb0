// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/fuzz/mutator.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>

#include <cstdio>

extern "C" int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t size);

namespace {

void feed(const QByteArray &input)
{
    LLVMFuzzerTestOneInput(reinterpret_cast<const uint8_t *>(input.constData()),
                           size_t(input.size()));
}

QList<QByteArray> corpusIn(const QString &folder)
{
    QList<QByteArray> corpus;
    for (const QFileInfo &info : QDir(folder).entryInfoList(QDir::Files)) {
        QFile file(info.filePath());
        if (file.open(QIODevice::ReadOnly))
            corpus.append(file.readAll());
    }
    return corpus;
}

} // namespace

/// Feeds a folder's files, then changes of them, for PRESSBOARD_FUZZ_SECONDS (1). Says the seed,
/// which PRESSBOARD_FUZZ_SEED sets to find a failure again.
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv); // for timers
    const auto corpus = corpusIn(QString::fromLocal8Bit(argc > 1 ? argv[1] : "."));
    if (corpus.isEmpty()) {
        std::fprintf(stderr, "Name a folder with files to begin with.\n");
        return 2;
    }
    for (const QByteArray &input : corpus)
        feed(input);
    bool isSet = false;
    const int seconds = qEnvironmentVariableIntValue("PRESSBOARD_FUZZ_SECONDS", &isSet);
    const qint64 limit = isSet ? qint64(seconds) * 1000 : 1000;
    const int wanted = qEnvironmentVariableIntValue("PRESSBOARD_FUZZ_SEED", &isSet);
    const quint32 seed = isSet ? quint32(wanted) : QRandomGenerator::global()->generate();
    std::printf("seed %u\n", seed);
    std::fflush(stdout);

    pressboard::test::Mutator mutator(corpus, seed);
    quint64 runs = 0;
    QElapsedTimer timer;
    for (timer.start(); timer.elapsed() < limit; ++runs)
        feed(mutator.next());
    std::printf("%llu inputs\n", static_cast<unsigned long long>(runs));
    return 0;
}
