// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/large_blocks.h"

#include <QTest>

#include <cstdlib>

#ifdef __GLIBC__
#include <malloc.h>
#endif

/// What is large does not stay with the process.
class TestLargeBlocks : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void goBackAlsoAfterLargerOnes();
};

void TestLargeBlocks::goBackAlsoAfterLargerOnes()
{
#if defined(__GLIBC__) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    pressboard::server::platform::giveLargeBlocksBack();
    void *volatile block = std::malloc(8 * 1024 * 1024); // volatile: or it is optimised away
    std::free(block);
    const auto before = mallinfo2().hblks;
    block = std::malloc(256 * 1024);
    const auto during = mallinfo2().hblks;
    std::free(block);
    QCOMPARE(during, before + 1); // the system's, not the heap's
    QCOMPARE(mallinfo2().hblks, before);
#else
    QSKIP("another malloc");
#endif
}

QTEST_APPLESS_MAIN(TestLargeBlocks)
#include "tst_large_blocks.moc"
