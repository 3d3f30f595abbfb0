// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/process_use.h"

#include <QFile>
#include <QTest>

#include <sys/resource.h>

#include <vector>

using namespace pressboard::server;

class TestProcessUse : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void countsOpenFiles();
    void answersWhenNoFileCanBeOpened();
};

namespace {

/// Opens it as often as that; false when that cannot be.
bool openMore(std::vector<std::unique_ptr<QFile>> &files, int count)
{
    for (int i = 0; i < count; ++i) {
        auto file = std::make_unique<QFile>(QStringLiteral("/dev/null"));
        if (!file->open(QIODevice::ReadOnly))
            return false;
        files.push_back(std::move(file));
    }
    return true;
}

} // namespace

void TestProcessUse::countsOpenFiles()
{
    const auto before = platform::processUse();
    QVERIFY(before && before->cpu.count() >= 0 && before->residentBytes > 0);
    std::vector<std::unique_ptr<QFile>> files;
    QVERIFY(openMore(files, 3));
    QCOMPARE(platform::processUse()->openFiles, before->openFiles + 3);
    files.clear();
    QCOMPARE(platform::processUse()->openFiles, before->openFiles);
}

void TestProcessUse::answersWhenNoFileCanBeOpened()
{
    const auto before = platform::processUse();
    rlimit limit{};
    QCOMPARE(::getrlimit(RLIMIT_NOFILE, &limit), 0);
    const rlimit few{rlim_t(before->openFiles + 2), limit.rlim_max};
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &few), 0);
    std::vector<std::unique_ptr<QFile>> files;
    QVERIFY(!openMore(files, 100));
    const auto use = platform::processUse();
    QCOMPARE(::setrlimit(RLIMIT_NOFILE, &limit), 0);
    QVERIFY(use);
    QCOMPARE(use->openFiles, before->openFiles + qint64(files.size()));
    QCOMPARE(use->maxFiles, before->openFiles + 2);
    QVERIFY(use->residentBytes > 0);
}

QTEST_APPLESS_MAIN(TestProcessUse)
#include "tst_process_use.moc"
