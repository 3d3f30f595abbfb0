// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "shared/base/whole_file.h"
#include "tests/support/small_disk.h"

#include <QTest>

using namespace pressboard;

class TestWholeFile : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void replacesWhatIsThere();
    void saysWhatIsWrong();
    void aFullDiskChangesNothing();
};

namespace {

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

} // namespace

void TestWholeFile::replacesWhatIsThere()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("orders.csv"));
    QCOMPARE(replaceFile(path, "one"), QString());
    QCOMPARE(replaceFile(path, "two"), QString());
    QCOMPARE(contentsOf(path), QByteArray("two"));
    QVERIFY(hasRoomBeside(path, 1000));
    QCOMPARE(QDir(folder.path()).entryList(QDir::Files | QDir::Hidden).size(), 1);
}

void TestWholeFile::saysWhatIsWrong()
{
    QVERIFY(!replaceFile(QStringLiteral("/nowhere/at/all"), "one").isEmpty());
    QVERIFY(hasRoomBeside(QStringLiteral("/nowhere/at/all"), 1)); // cannot be tried
}

void TestWholeFile::aFullDiskChangesNothing()
{
    const test::SmallDisk disk("size=256k");
    if (!disk.isMounted())
        QSKIP("only root may make a disk that is soon full");
    const QString path = disk.path(QStringLiteral("orders.csv"));
    const QByteArray before(3000, 'a');
    QCOMPARE(replaceFile(path, before), QString());
    disk.fill();
    // One that fits into Qt's buffer, so that only the last write fails, and one that does not.
    for (const int size : {100, 100'000}) {
        QVERIFY(!replaceFile(path, QByteArray(size, 'b')).isEmpty());
        QCOMPARE(contentsOf(path), before);
        QVERIFY(!hasRoomBeside(path, size));
    }
    disk.makeRoom();
    QVERIFY(hasRoomBeside(path, 100'000));
    QCOMPARE(replaceFile(path, "small"), QString());
    QCOMPARE(contentsOf(path), QByteArray("small"));
}

QTEST_GUILESS_MAIN(TestWholeFile)
#include "tst_whole_file.moc"
