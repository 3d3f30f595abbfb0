// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/ctl/backup/backup.h"
#include "server/ctl/backup/backup_file.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <functional>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::server::ctl;

namespace {

Backup sample()
{
    Backup backup;
    backup.about = {{QStringLiteral("made"), QStringLiteral("2026-11-23T02:34:00Z")}};
    backup.epoch = "0123";
    backup.firstAdmin = "hash";
    backup.book = {{"order:1", QByteArray("{\"a\":\"\xe5\xae\xa2\\n\"}")},
                   {"meta", "{\"epoch\":\"0123\",\"position\":\"5-0\",\"added\":7}"}};
    backup.users = {{"lina", "{}"}, {"\xe6\x9d\x8e", QByteArray("\0\r\n$", 4)}};
    backup.revoked = {"wang"};
    backup.events = {{StreamId{5, 0}, {{"type", "x"}, {"data", "{}"}}},
                     {StreamId{6, 1}, {{"a", ""}}}};
    backup.rejected = {{StreamId{2, 0}, {{"reason", "why"}}}};
    backup.last = {9, 0};
    backup.added = 8;
    backup.maxDeleted = "1-0";
    backup.stations = {{"s1", "{}"}};
    backup.receipts = {{"5-0", {{".data", "{}"}, {"s1", "{}"}}}, {"6-1", {{".data", "{}"}}}};
    return backup;
}

} // namespace

using Spoil = std::function<void(Backup &)>;
Q_DECLARE_METATYPE(Spoil)

/// A backup as a value: there and back, and never anything else.
class TestBackup : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void thereAndBack();
    void withoutStationsItIsAsItWas();
    void withoutWhatOldRedisDoesNotTell();
    void halfIsNone();
    void changedIsNone();
    void whatDoesNotBelongTogether_data();
    void whatDoesNotBelongTogether();
    void anotherEpochIsInBothPlaces();
    void isWrittenWholeAndForItsOwner();
};

void TestBackup::thereAndBack()
{
    const auto read = Backup::fromBytes(sample().toBytes());
    QVERIFY2(read, read ? "" : qPrintable(read.error().message));
    QCOMPARE(read->toBytes(), sample().toBytes());
    QCOMPARE(read->users, sample().users);
    QCOMPARE(read->events.size(), 2);
    QCOMPARE(read->events.last().fields, sample().events.last().fields);
    QCOMPARE(read->added, std::optional<qint64>(8));
    QCOMPARE(read->orders(), 1);
    QCOMPARE(read->stations, sample().stations);
    QCOMPARE(read->receipts, sample().receipts);
}

/// What earlier versions of pressboardctl can read they are given.
void TestBackup::withoutStationsItIsAsItWas()
{
    Backup old = sample();
    QVERIFY(old.toBytes().startsWith("Pressboard backup 2\n"));
    old.stations.clear();
    old.receipts.clear();
    QVERIFY(old.toBytes().startsWith("Pressboard backup 1\n"));
    QVERIFY(Backup::fromBytes(old.toBytes()));
}

void TestBackup::withoutWhatOldRedisDoesNotTell()
{
    Backup old = sample();
    old.added.reset();
    old.maxDeleted.clear();
    const auto read = Backup::fromBytes(old.toBytes());
    QVERIFY(read && !read->added && read->maxDeleted.isEmpty());
}

void TestBackup::halfIsNone()
{
    const QByteArray whole = sample().toBytes();
    for (qsizetype size = 0; size < whole.size(); ++size)
        QVERIFY2(!Backup::fromBytes(whole.first(size)), QByteArray::number(size));
    QVERIFY(!Backup::fromBytes(whole + 'x'));
}

void TestBackup::changedIsNone()
{
    const QByteArray whole = sample().toBytes();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray changed = whole;
        changed[at] = char(changed[at] ^ 1);
        QVERIFY2(!Backup::fromBytes(changed), QByteArray::number(at));
    }
}

void TestBackup::whatDoesNotBelongTogether_data()
{
    QTest::addColumn<Spoil>("spoil");
    QTest::newRow("no epoch") << Spoil([](Backup &backup) { backup.epoch.clear(); });
    QTest::newRow("another epoch") << Spoil([](Backup &backup) { backup.epoch = "4567"; });
    QTest::newRow("no checkpoint") << Spoil([](Backup &backup) { backup.book.removeLast(); });
    QTest::newRow("not its entry") << Spoil([](Backup &backup) { backup.events.removeFirst(); });
    QTest::newRow("not its end") << Spoil([](Backup &backup) { backup.last = {5, 0}; });
    QTest::newRow("not in order") << Spoil(
        [](Backup &backup) { backup.events.append(backup.events.first()); });
}

void TestBackup::whatDoesNotBelongTogether()
{
    QFETCH(Spoil, spoil);
    Backup backup = sample();
    spoil(backup);
    QVERIFY(!Backup::fromBytes(backup.toBytes()));
}

void TestBackup::anotherEpochIsInBothPlaces()
{
    Backup backup = sample();
    backup.setEpoch("89ab");
    QVERIFY(!backup.flaw());
    QCOMPARE(backup.epoch, QByteArray("89ab"));
    QCOMPARE(backup.meta().value(QLatin1StringView("added")).toInt(), 7);
    QCOMPARE(backup.position(), StreamId({5, 0}));
}

void TestBackup::isWrittenWholeAndForItsOwner()
{
    QTemporaryDir dir;
    const QString path = dir.filePath(QStringLiteral("a.backup"));
    QVERIFY(!writeWhole(path, "one"));
    QVERIFY(!writeWhole(path, "two"));
    QFile file(path);
    QVERIFY(file.open(QIODevice::ReadOnly));
    QCOMPARE(file.readAll(), QByteArray("two"));
    QCOMPARE(file.permissions() & ~(QFile::ReadUser | QFile::WriteUser),
             QFile::ReadOwner | QFile::WriteOwner);
    QVERIFY(writeWhole(dir.filePath(QStringLiteral("nowhere/a.backup")), "x"));
}

QTEST_APPLESS_MAIN(TestBackup)
#include "tst_backup.moc"
