// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/store/cache.h"
#include "tests/client/store/sample_image.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace pressboard;
using namespace pressboard::client;

class TestCache : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void comesBackWhole();
    void anEmptyBookComesBack();
    void makesItsFolder();
    void isDroppedWhenOfAnotherServer();
    void isDroppedWhenOfAnotherToken();
    void isDroppedWhenOfAnotherVersion();
    void isDroppedWhenThereIsNone();
    void isDroppedWhenTornAtAnyByte();
    void isDroppedWhenAnyBitIsFlipped();
    void isDroppedWhenSomethingFollows();
    void isForThisUserAlone();
    void saysWhyItCannotBeWritten();
    void loadsABigShop();

private:
    Cache cache() const { return Cache(m_dir.filePath(QStringLiteral("board.cache")), key()); }
    static QByteArray key(const QString &server = QStringLiteral("ws://a:5173/ws/notifications/"),
                          const QString &token = QStringLiteral("secret"))
    {
        return Cache::keyFor(server, token);
    }
    QByteArray bytes() const;
    void overwrite(const QByteArray &bytes) const;

    QTemporaryDir m_dir;
};

QByteArray TestCache::bytes() const
{
    QFile file(cache().path());
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

void TestCache::overwrite(const QByteArray &bytes) const
{
    QFile file(cache().path());
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(bytes);
}

void TestCache::comesBackWhole()
{
    const StoreImage image = test::sampleImage(700, 3);
    QVERIFY(!cache().save(image));
    const Result<StoreImage> loaded = cache().load();
    QVERIFY2(loaded, loaded ? "" : qPrintable(loaded.error().message));
    QVERIFY(loaded->book == image.book);
    QCOMPARE(loaded->book.epoch, image.book.epoch);
    QVERIFY(loaded->book.position == image.book.position);
    QVERIFY(loaded->book.wasDeleted(77'777));
    QCOMPARE(loaded->stats, image.stats);
    QCOMPARE(loaded->dayStart, image.dayStart);
    QCOMPARE(loaded->dayStats, image.dayStats);
    QVERIFY(loaded->shop == image.shop);
    QCOMPARE(loaded->user, image.user);
    QCOMPARE(loaded->permissions, image.permissions);
    QCOMPARE(loaded->groups, image.groups);
    QVERIFY(loaded->dataAsOf == image.dataAsOf);
    QVERIFY(loaded->lastChange == image.lastChange);
}

void TestCache::anEmptyBookComesBack()
{
    QVERIFY(!cache().save(StoreImage()));
    const Result<StoreImage> loaded = cache().load();
    QVERIFY(loaded);
    QVERIFY(loaded->book == Book());
    QVERIFY(!loaded->dataAsOf);
    QVERIFY(loaded->dayStart.isNull());
}

void TestCache::makesItsFolder()
{
    const Cache deep(m_dir.filePath(QStringLiteral("not/there/yet/board.cache")), key());
    QVERIFY(!deep.save(test::sampleImage(1, 1)));
    QVERIFY(deep.load());
}

void TestCache::isDroppedWhenOfAnotherServer()
{
    QVERIFY(!cache().save(test::sampleImage(1, 1)));
    const Cache other(cache().path(), key(QStringLiteral("ws://b:5173/ws/notifications/")));
    QVERIFY(!other.load());
    QVERIFY(other.load().error().message.contains(QLatin1StringView("another server")));
}

void TestCache::isDroppedWhenOfAnotherToken()
{
    QVERIFY(!cache().save(test::sampleImage(1, 1)));
    const QString server = QStringLiteral("ws://a:5173/ws/notifications/");
    QVERIFY(!Cache(cache().path(), key(server, QStringLiteral("other"))).load());
    QVERIFY(!bytes().contains("secret"));
}

void TestCache::isDroppedWhenOfAnotherVersion()
{
    QVERIFY(!cache().save(test::sampleImage(1, 1)));
    QByteArray other = bytes();
    QVERIFY(other.startsWith("PRESSBOARD-4"));
    other.replace(0, 12, "PRESSBOARD-1");
    overwrite(other);
    QVERIFY(!cache().load());
}

void TestCache::isDroppedWhenThereIsNone()
{
    const Cache none(m_dir.filePath(QStringLiteral("none")), key());
    QVERIFY(!none.load());
    QVERIFY(!none.load().error().message.isEmpty());
}

void TestCache::isDroppedWhenTornAtAnyByte()
{
    QVERIFY(!cache().save(test::sampleImage(2, 2)));
    const QByteArray whole = bytes();
    for (qsizetype length = 0; length < whole.size(); ++length) {
        overwrite(whole.first(length));
        QVERIFY2(!cache().load(), qPrintable(QString::number(length)));
    }
    overwrite(whole);
    QVERIFY(cache().load());
}

void TestCache::isDroppedWhenAnyBitIsFlipped()
{
    QVERIFY(!cache().save(test::sampleImage(2, 2)));
    const QByteArray whole = bytes();
    for (qsizetype at = 0; at < whole.size(); ++at) {
        QByteArray flipped = whole;
        flipped[at] = char(flipped[at] ^ (1 << (at % 8)));
        overwrite(flipped);
        QVERIFY2(!cache().load(), qPrintable(QString::number(at)));
    }
}

void TestCache::isDroppedWhenSomethingFollows()
{
    QVERIFY(!cache().save(test::sampleImage(2, 2)));
    overwrite(bytes() + 'x');
    QVERIFY(!cache().load());
}

/// Customers and orders stand in it. One that an earlier version left open is closed.
void TestCache::isForThisUserAlone()
{
    const auto open = QFile::ReadGroup | QFile::WriteGroup | QFile::ReadOther | QFile::WriteOther;
    QVERIFY(!cache().save(test::sampleImage(3, 1)));
    QVERIFY(!(QFile::permissions(cache().path()) & open));
    QFile::setPermissions(cache().path(), QFile::ReadOwner | QFile::WriteOwner | open);
    QVERIFY(!cache().save(test::sampleImage(3, 1)));
    QVERIFY(!(QFile::permissions(cache().path()) & open));
}

void TestCache::saysWhyItCannotBeWritten()
{
    const Cache blocked(m_dir.path(), key());
    const std::optional<Error> error = blocked.save(test::sampleImage(1, 1));
    QVERIFY(error);
    QVERIFY(error->message.contains(m_dir.path()));
    QVERIFY(error->transient);
}

/// 20,000 orders have to leave room in the 300 ms to the first paint. No bound is asserted, a
/// sanitizer's build is slow: the times are printed.
void TestCache::loadsABigShop()
{
    const StoreImage image = test::sampleImage(20'000, 10);
    QElapsedTimer timer;
    timer.start();
    QVERIFY(!cache().save(image));
    const qint64 saved = timer.restart();
    const Result<StoreImage> loaded = cache().load();
    const qint64 read = timer.elapsed();
    QVERIFY(loaded);
    QCOMPARE(loaded->book.orders().size(), 20'000);
    qInfo("20,000 orders: saved in %lld ms, loaded in %lld ms, %lld bytes", saved, read,
          qint64(bytes().size()));
}

QTEST_GUILESS_MAIN(TestCache)
#include "tst_cache.moc"
