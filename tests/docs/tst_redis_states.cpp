// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/docs/page.h"
#include "tests/integration/server_process.h"
#include "tests/integration/wire_client.h"
#include "tests/support/redis/redis_fixture.h"

#include <QDir>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <vector>

using namespace pressboard;
using namespace pressboard::test;

/// A Redis with a server on it, a board that is open, and an order on it.
struct Shop
{
    RedisFixture redis{{}, RedisFixture::Tcp::Yes};
    RedisFixture other{{}, RedisFixture::Tcp::Yes};
    ServerProcess server;
    WireClient board{WireClient::Speaks::V1};

    bool open();
    QByteArray say(const char *command) { return redis.command(words(command)); }
    void comeBackWith(const QString &folder); ///< of another time; none: empty
};

/// The table of docs/operations.md: what is seen when Redis is in a state. Each row is made by
/// putting Redis into it.
class RedisStates : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void isWhatThePageSays_data();
    void isWhatThePageSays();
    void everyRowIsTried();
    void bothLanguagesTellTheSame();

private:
    QStringList rowOf(const QString &state) const;
};

using Begin = std::function<void(Shop &)>;

constexpr int rowsAtOnce = 6;

bool Shop::open()
{
    server.setRedisUrl(redis.tcpUrl());
    if (!redis.start() || !server.start() || !server.waitUntilReady()
        || !board.openAndWait(server.url(server.adminToken())))
        return false;
    say("XADD pressboard:events * type order_notification data {\"order_id\":1}");
    return board.waitFor([this] {
        return board.book().order(1) && redis.number(words("HEXISTS pressboard:book order:1")) == 1;
    });
}

void Shop::comeBackWith(const QString &folder)
{
    redis.kill();
    QDir(redis.dataDir()).removeRecursively();
    QDir().mkpath(redis.dataDir());
    if (!folder.isEmpty())
        QProcess::execute(u"cp"_qs, {u"-a"_qs, folder + u"/."_qs, redis.dataDir()});
    redis.start();
}

static void comeBackOlder(Shop &shop)
{
    QTemporaryDir copy;
    QProcess::execute(u"cp"_qs, {u"-a"_qs, shop.redis.dataDir() + u"/."_qs, copy.path()});
    shop.say("XADD pressboard:events * type order_notification data {\"order_id\":2}");
    shop.board.waitFor([&] { return shop.board.book().order(2); });
    shop.comeBackWith(copy.path());
}

/// A folder stands where the dump is to be written.
static void fillTheDisk(Shop &shop)
{
    QDir(shop.redis.dataDir()).mkpath(u"dump.rdb/in-the-way"_qs);
    shop.say("CONFIG SET appendonly no");
    shop.redis.command({u"CONFIG"_qs, u"SET"_qs, u"save"_qs, u"3600 1"_qs});
    shop.say("BGSAVE");
}

static void demote(Shop &shop)
{
    shop.other.start();
    shop.redis.command({u"REPLICAOF"_qs, u"127.0.0.1"_qs, QString::number(shop.other.port())});
}

static void loseARight(Shop &shop)
{
    shop.say("ACL SETUSER default -publish");
    shop.say("CLIENT KILL TYPE normal"); // it is asked at each new connection
}

static const QList<std::pair<QString, Begin>> &states()
{
    const auto saying = [](const char *command) {
        return [command](Shop &shop) { shop.say(command); };
    };
    static const QList<std::pair<QString, Begin>> all{
        {u"all is well"_qs, [](Shop &) {}},
        {u"restarted, with all that it had"_qs, [](Shop &shop) { shop.redis.restart(); }},
        {u"not there"_qs, [](Shop &shop) { shop.redis.kill(); }},
        {u"there, but it does not answer"_qs, [](Shop &shop) { shop.redis.pause(); }},
        {u"a replica"_qs, demote},
        {u"its memory is full"_qs, saying("CONFIG SET maxmemory 1")},
        {u"it cannot write its disk"_qs, fillTheDisk},
        {u"too few replicas"_qs, saying("CONFIG SET min-replicas-to-write 1")},
        {u"the account may not write"_qs, saying("ACL SETUSER default -xadd")},
        {u"the account may not do something else"_qs, loseARight},
        {u"back empty"_qs, [](Shop &shop) { shop.comeBackWith({}); }},
        {u"back as it was earlier"_qs, comeBackOlder},
        {u"the log is deleted"_qs, saying("DEL pressboard:events")},
        {u"the log is written over"_qs, saying("SET pressboard:events x")},
        {u"the checkpoint is written over"_qs, saying("SET pressboard:book x")},
        {u"an entry from the future"_qs,
         saying("XADD pressboard:events 99999999999999-0 type order_notification "
                "data {\"order_id\":2}")},
        {u"it may evict"_qs, saying("CONFIG SET maxmemory-policy allkeys-lru")},
        {u"no append-only file"_qs, saying("CONFIG SET appendonly no")},
    };
    return all;
}

/// The cells of the rows below the table's head.
static QList<QStringList> tableOf(const Page &page, const QString &head)
{
    QList<QStringList> rows;
    const QString table = page.text().section(head, 1);
    for (const QString &line : table.split(u'\n').mid(2)) {
        if (!line.startsWith(u'|'))
            break;
        QStringList cells = line.split(u'|').mid(1, 4);
        for (QString &cell : cells)
            cell = cell.trimmed();
        rows << cells;
    }
    return rows;
}

static QList<QStringList> englishTable()
{
    return tableOf(Page(u"operations.md"_qs), u"| Redis | boards | `/readyz` | `status` |"_qs);
}

QStringList RedisStates::rowOf(const QString &state) const
{
    for (const QStringList &row : englishTable()) {
        if (row.first() == state)
            return row;
    }
    return {};
}

static QString boards(const WireClient &board)
{
    const QJsonObject source = board.lastOf(u"source"_qs);
    if (!board.sourceLive())
        return u"stale"_qs;
    if (source.value(u"loss"_qs).isObject())
        return u"live, the loss is told"_qs;
    return source.value(u"writes"_qs).toBool(true) ? u"live"_qs : u"live, amber"_qs;
}

static QString readyz(const ServerProcess &server)
{
    const QJsonObject answer = server.readiness();
    if (!answer.value(u"ready"_qs).toBool())
        return u"503"_qs;
    return answer.contains(u"degraded"_qs) ? u"200, `degraded`"_qs : u"200"_qs;
}

/// As the page has it, with the words of the page's own cell when they are said.
static QString status(const ServerProcess &server, const QString &expected)
{
    const Outcome outcome = server.ctl({u"status"_qs});
    const QString words = expected.section(u'*', 1, 1);
    const QString said = outcome.out + outcome.err;
    if (!words.isEmpty() && said.contains(words))
        return u"%1: *%2*"_qs.arg(outcome.exitCode).arg(words);
    return outcome.exitCode == 0 ? u"0"_qs : u"%1: %2"_qs.arg(outcome.exitCode).arg(said);
}

/// One row of the table, being tried.
struct Trial
{
    QString state;
    QStringList expected;
    QStringList found;
    Shop shop;

    bool isAsThere()
    {
        if (found != expected)
            found = {state, boards(shop.board), readyz(shop.server),
                     status(shop.server, expected.last())};
        return found == expected;
    }
};

void RedisStates::isWhatThePageSays_data()
{
    QTest::addColumn<int>("first");
    for (int first = 0; first < states().size(); first += rowsAtOnce)
        QTest::addRow("from row %d on", first + 1) << first;
}

/// Several at once, since each mostly waits.
void RedisStates::isWhatThePageSays()
{
    QFETCH(const int, first);
    std::vector<std::unique_ptr<Trial>> trials;
    for (const auto &[state, begin] : states().mid(first, rowsAtOnce)) {
        auto trial = std::make_unique<Trial>();
        trial->state = state;
        trial->expected = rowOf(state);
        QVERIFY2(trial->expected.size() == 4, qPrintable(u"the page has no row "_qs + state));
        QVERIFY2(trial->shop.open(), qPrintable(trial->shop.server.lastOutput()));
        begin(trial->shop);
        trials.push_back(std::move(trial));
    }
    const auto areAsThere = [&trials] {
        return std::ranges::all_of(trials, [](const auto &trial) { return trial->isAsThere(); });
    };
    trials.front()->shop.board.waitFor(areAsThere, 60'000);
    for (const auto &trial : trials)
        QCOMPARE(trial->found.join(u" | "_qs), trial->expected.join(u" | "_qs));
}

void RedisStates::everyRowIsTried()
{
    QStringList tried;
    for (const auto &[state, begin] : states())
        tried << state;
    QStringList told;
    for (const QStringList &row : englishTable())
        told << row.first();
    QCOMPARE(told, tried);
}

void RedisStates::bothLanguagesTellTheSame()
{
    const QHash<QString, QString> english{
        {u"正常"_qs, u"live"_qs},
        {u"正常，琥珀色提示"_qs, u"live, amber"_qs},
        {u"正常，并说明丢了什么"_qs, u"live, the loss is told"_qs},
        {u"变旧"_qs, u"stale"_qs},
    };
    const QList<QStringList> chinese =
        tableOf(Page(u"operations.zh_CN.md"_qs), u"| Redis | 看板 | `/readyz` | `status` |"_qs);
    const QList<QStringList> table = englishTable();
    QCOMPARE(chinese.size(), table.size());
    for (qsizetype i = 0; i < table.size(); ++i) {
        const QStringList &row = chinese[i];
        QCOMPARE(QStringList({table[i][0], english.value(row[1]), row[2], row[3]}), table[i]);
    }
}

QTEST_GUILESS_MAIN(RedisStates)
#include "tst_redis_states.moc"
