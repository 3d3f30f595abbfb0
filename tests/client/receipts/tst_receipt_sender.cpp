// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/receipts/receipt_sender.h"
#include "tests/client/connection/lone_connection.h"

#include <QTemporaryDir>
#include <QTest>

#include <random>

using namespace pressboard;
using namespace pressboard::client;
using namespace std::chrono_literals;
using State = ReceiptBook::State;

/// A station with its real connection, whose server is the test.
class TestReceiptSender : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void init();
    void cleanup();
    void tellsWhatArrivedWasSeenAndConfirmed();
    void saysNothingOfOrdinaryNotices();
    void saysNothingToAServerThatDoesNotAsk();
    void tellsAgainUntilItIsAnswered();
    void tellsWhatHappenedBeforeTheProgramEnded();
    void takesNoForAnAnswer();
    void triesAgainLaterWhenTheServerCannot();
    void aWallSeesNothing();
    void learnsWhatTheServerKnows();
    void whatTheServerKnowsIsWhatHappened_data();
    void whatTheServerKnowsIsWhatHappened();

private:
    void restart(); ///< the program, with its disk
    void goLive(bool asks = true);
    void cut() { m_desk->socket().end(0); }
    StreamId notice(const char *members);
    void pass(std::chrono::milliseconds time); ///< the server answers pings
    QStringList told() const; ///< on this socket, "seen 5-0"
    void answerAll();

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<test::LoneConnection> m_desk;
    std::unique_ptr<ReceiptSender> m_sender;
    quint64 m_last = 100;
    qsizetype m_answered = 0; ///< receipts of this socket
    QMap<StreamId, int> m_known; ///< by the server, how many states
};

void TestReceiptSender::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_last = 100;
    m_known.clear();
    restart();
}

void TestReceiptSender::cleanup()
{
    m_sender.reset();
    m_desk.reset();
}

void TestReceiptSender::restart()
{
    m_sender.reset();
    m_desk = std::make_unique<test::LoneConnection>();
    m_sender = std::make_unique<ReceiptSender>(
        m_desk->connection, m_desk->store, m_desk->scheduler,
        ReceiptFile(m_folder->filePath(QStringLiteral("receipts.json")), "key"));
}

void TestReceiptSender::goLive(bool asks)
{
    m_desk->start();
    auto greeting = m_desk->greeting();
    if (asks)
        greeting.features = {QString(protocol::receiptsFeature)};
    m_answered = 0;
    m_desk->socket().receive(greeting);
    const bool isEmpty = m_desk->store.book().epoch.isEmpty();
    m_desk->sync(isEmpty ? protocol::Sync::Mode::Snapshot : protocol::Sync::Mode::Resume, m_last);
    QVERIFY(m_desk->status().state == ConnectionState::Live);
}

StreamId TestReceiptSender::notice(const char *members)
{
    QJsonObject data = QJsonDocument::fromJson(members).object();
    data.insert(QStringLiteral("message"), QStringLiteral("x"));
    const StreamId id{++m_last, 0};
    m_desk->socket().receive(
        protocol::EventMessage{QString(event_type::notice), data, id, false, {}});
    return id;
}

void TestReceiptSender::pass(std::chrono::milliseconds time)
{
    for (; time > 0ms; time -= std::min<std::chrono::milliseconds>(time, 2s)) {
        m_desk->scheduler.advance(std::min<std::chrono::milliseconds>(time, 2s));
        if (m_desk->status().state == ConnectionState::Live)
            m_desk->pong();
    }
}

QStringList TestReceiptSender::told() const
{
    QStringList all;
    for (const auto &receipt : m_desk->socket().sentOf<protocol::Receipt>()) {
        for (const StreamId id : receipt.ids)
            all.append(protocol::nameOf(receipt.state) + u' ' + id.toString());
    }
    return all;
}

void TestReceiptSender::answerAll()
{
    const auto receipts = m_desk->socket().sentOf<protocol::Receipt>();
    for (; m_answered < receipts.size(); ++m_answered) {
        const protocol::Receipt &receipt = receipts.at(m_answered);
        for (const StreamId id : receipt.ids)
            m_known[id] = std::max(m_known.value(id), int(receipt.state) + 1);
        m_desk->socket().receive(protocol::Ack{receipt.ref, 0});
    }
}

void TestReceiptSender::tellsWhatArrivedWasSeenAndConfirmed()
{
    goLive();
    const StreamId id = notice(R"({"confirm":true})");
    pass(200ms);
    QCOMPARE(told(), QStringList{u"delivered 101-0"_qs});
    answerAll();
    m_sender->see({id.toString()});
    pass(200ms);
    answerAll();
    m_sender->confirm(id);
    pass(200ms);
    answerAll();
    QCOMPARE(told(), (QStringList{u"delivered 101-0"_qs, u"seen 101-0"_qs, u"confirmed 101-0"_qs}));
    pass(1h);
    QCOMPARE(told().size(), 3); // once each
}

void TestReceiptSender::saysNothingOfOrdinaryNotices()
{
    goLive();
    const StreamId id = notice("{}");
    m_sender->see({id.toString(), u"nonsense"_qs});
    m_sender->confirm(id);
    pass(1min);
    QVERIFY(told().isEmpty());
}

void TestReceiptSender::saysNothingToAServerThatDoesNotAsk()
{
    goLive(false);
    m_sender->confirm(notice(R"({"type":"error"})"));
    pass(1min);
    QVERIFY(told().isEmpty());
}

void TestReceiptSender::tellsAgainUntilItIsAnswered()
{
    goLive();
    const StreamId id = notice(R"({"type":"error"})");
    pass(200ms);
    QCOMPARE(told().size(), 1);
    cut(); // no answer came
    goLive();
    pass(200ms);
    QCOMPARE(told(), QStringList{u"delivered 101-0"_qs});
    m_sender->confirm(id);
    answerAll();
    pass(200ms);
    answerAll();
    cut();
    goLive();
    pass(1min);
    QVERIFY(told().isEmpty());
}

void TestReceiptSender::tellsWhatHappenedBeforeTheProgramEnded()
{
    goLive();
    const StreamId id = notice(R"({"confirm":true})");
    cut();
    m_sender->confirm(id);
    pass(200ms);
    restart();
    QCOMPARE(m_sender->book().confirmed(), QSet{id});
    goLive();
    pass(200ms);
    QCOMPARE(told(), QStringList{u"confirmed 101-0"_qs});
}

void TestReceiptSender::takesNoForAnAnswer()
{
    goLive();
    notice(R"({"confirm":true})");
    pass(200ms);
    const auto receipt = m_desk->socket().sentOf<protocol::Receipt>().constLast();
    m_desk->socket().receive(protocol::Refusal{receipt.ref, u"invalid"_qs, u"no"_qs});
    pass(1h);
    QCOMPARE(told().size(), 1);
}

void TestReceiptSender::triesAgainLaterWhenTheServerCannot()
{
    goLive();
    notice(R"({"confirm":true})");
    pass(200ms);
    const auto receipt = m_desk->socket().sentOf<protocol::Receipt>().constLast();
    m_desk->socket().receive(protocol::Refusal{receipt.ref, u"unavailable"_qs, u"wait"_qs});
    pass(9s);
    QCOMPARE(told().size(), 1);
    pass(1s);
    QCOMPARE(told().size(), 2);
}

void TestReceiptSender::aWallSeesNothing()
{
    m_sender->setWatched(false);
    goLive();
    const StreamId id = notice(R"({"confirm":true})");
    m_sender->see({id.toString()});
    pass(20s);
    QCOMPARE(told(), QStringList{u"delivered 101-0"_qs});
}

void TestReceiptSender::learnsWhatTheServerKnows()
{
    goLive();
    const StreamId id = notice(R"({"confirm":true})");
    const Moment then = m_desk->clock.now();
    m_desk->socket().receive(protocol::OwnReceipts{{{id, {then, then, then}}}});
    QCOMPARE(m_sender->book().confirmed(), QSet{id});
    pass(1min);
    QVERIFY(told().isEmpty());
}

void TestReceiptSender::whatTheServerKnowsIsWhatHappened_data()
{
    QTest::addColumn<unsigned>("seed");
    for (unsigned seed = 1; seed <= 20; ++seed)
        QTest::addRow("script %u", seed) << seed;
}

/// The law, over scripts of cuts, lost answers and programs that end: the server never knows more
/// than what happened, and once all is quiet it knows all of it.
void TestReceiptSender::whatTheServerKnowsIsWhatHappened()
{
    QFETCH(unsigned, seed);
    std::mt19937 random(seed);
    const auto below = [&random](int most) { return int(random() % unsigned(most)); };
    QMap<StreamId, int> happened;
    goLive();
    for (int step = 0; step < 300; ++step) {
        switch (below(9)) {
        case 0:
            happened.insert(notice(R"({"confirm":true})"), 1);
            break;
        case 1:
        case 2:
        case 3:
            if (!happened.isEmpty()) {
                const auto one = std::next(happened.begin(), below(int(happened.size())));
                const bool confirms = below(2) == 0;
                *one = std::max(*one, confirms ? 3 : 2);
                confirms ? m_sender->confirm(one.key()) : m_sender->see({one.key().toString()});
            }
            break;
        case 4:
        case 5:
            answerAll();
            break;
        case 6:
            cut();
            goLive();
            break;
        case 7:
            pass(200ms); // on the disk
            if (below(4) == 0) {
                restart();
                goLive();
            }
            break;
        default:
            pass(std::chrono::milliseconds(below(3000)));
        }
        for (auto known = m_known.cbegin(); known != m_known.cend(); ++known)
            QVERIFY(known.value() <= happened.value(known.key()));
    }
    for (int turn = 0; turn < 5; ++turn) {
        pass(31s);
        if (m_desk->status().state != ConnectionState::Live)
            goLive();
        pass(200ms);
        answerAll();
    }
    for (auto known = m_known.cbegin(); known != m_known.cend(); ++known)
        QCOMPARE(known.value(),
                 m_sender->book().reached(known.key(), State::Confirmed)  ? 3
                     : m_sender->book().reached(known.key(), State::Seen) ? 2
                                                                          : 1);
    for (auto one = happened.cbegin(); one != happened.cend(); ++one) {
        if (m_sender->book().reached(one.key(), State::Delivered))
            QVERIFY(m_known.contains(one.key()));
    }
}

QTEST_GUILESS_MAIN(TestReceiptSender)
#include "tst_receipt_sender.moc"
