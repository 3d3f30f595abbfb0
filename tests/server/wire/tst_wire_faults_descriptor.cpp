// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_dispatcher.h"
#include "server/wire/web_socket_wire.h"
#include "tests/server/platform/socket_pair.h"
#include "tests/server/wire/bare_line.h"
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/peers.h"

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/stat.h>

using namespace pressboard;
using namespace pressboard::server;
using namespace pressboard::test;

namespace {

/// Who is at the other end of a descriptor; 0: nobody, or it is not open.
quint16 peerPortOf(qintptr descriptor)
{
    sockaddr_in address = {};
    socklen_t size = sizeof(address);
    if (::getpeername(int(descriptor), reinterpret_cast<sockaddr *>(&address), &size) != 0)
        return 0;
    return ntohs(address.sin_port);
}

const QString ofA = QStringLiteral("dept_1");
const QString ofB = QStringLiteral("dept_2");

/// Two users who may not see the same.
QList<UserRecord> twoUsers()
{
    return {HubFixture::record(QStringLiteral("a"), Role::Viewer, {QStringLiteral("1")}),
            HubFixture::record(QStringLiteral("b"), Role::Viewer, {QStringLiteral("2")})};
}

bool isOnEpoll()
{
    return qobject_cast<platform::EpollDispatcher *>(QAbstractEventDispatcher::instance())
        != nullptr;
}

/// Which socket a descriptor stands for; 0: none.
ino_t nodeOf(qintptr descriptor)
{
    struct stat status = {};
    return ::fstat(int(descriptor), &status) == 0 ? status.st_ino : 0;
}

/// Sends by every way there is.
void sendByAllMeans(WebSocketWire &wire)
{
    FrameRun run;
    run.append("{}");
    wire.send(run);
    wire.write(run.bytes());
    wire.ping();
}

/// Whatever a socket says of itself, somebody sends at that moment.
void sendAtEverySignal(BareLine &line, int &signalsHeard)
{
    const auto act = [&] {
        ++signalsHeard;
        sendByAllMeans(*line.wire);
    };
    QObject::connect(line.tcp, &QTcpSocket::errorOccurred, line.wire.get(), act);
    QObject::connect(line.tcp, &QTcpSocket::stateChanged, line.wire.get(), act);
    QObject::connect(line.tcp, &QTcpSocket::aboutToClose, line.wire.get(), act);
    QObject::connect(line.tcp, &QTcpSocket::readChannelFinished, line.wire.get(), act);
    QObject::connect(line.tcp, &QTcpSocket::disconnected, line.wire.get(), act);
    QObject::connect(line.tcp, &QTcpSocket::readyRead, line.wire.get(), act);
    line.ear.onHeard = act;
    QObject::connect(line.wire.get(), &Wire::closed, line.wire.get(), act);
}

} // namespace

/// A descriptor is a number, and the next client gets the one that the last has left.
class TestWireFaultsDescriptor : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void theNextGetsNothingOfTheLast_data();
    void theNextGetsNothingOfTheLast();
    void neverToWhatIsClosed_data();
    void neverToWhatIsClosed();
};

void TestWireFaultsDescriptor::theNextGetsNothingOfTheLast_data()
{
    using Act = std::function<void(HubFixture &)>;
    QTest::addColumn<Act>("act");
    const auto row = [](const char *name, const Act &act) { QTest::newRow(name) << act; };
    row("events", [](HubFixture &house) { appendNoise(house, 10, {ofA}); });
    row("revoked", [](HubFixture &house) { house.users.replace({twoUsers().at(1)}); });
    row("a look at the deadlines", [](HubFixture &house) { house.pass(std::chrono::seconds(60)); });
    row("another book", [](HubFixture &house) {
        Book book;
        book.epoch = QStringLiteral("e2");
        house.log.reset(book);
    });
}

/// In one turn of the loop: A's connection ends, B is accepted and gets A's descriptor, and before
/// the hub hears of A's end something happens that makes it act on A.
void TestWireFaultsDescriptor::theNextGetsNothingOfTheLast()
{
    using Act = std::function<void(HubFixture &)>;
    QFETCH(Act, act);
    int reused = 0;
    for (int i = 0; i < 20; ++i) {
        Limiter limiter;
        ListenerFixture front(throughLimiter());
        front.house.users.replace(twoUsers());
        qintptr descriptor = -1;
        limiter.watch = [&](qintptr socket, QByteArrayView) { descriptor = socket; };
        Peers first = comeLive(front, 1, {QStringLiteral("a")});
        const qintptr descriptorOfA = descriptor;
        limiter.watch = [&](qintptr, QByteArrayView bytes) {
            QVERIFY(!bytes.toByteArray().contains(ofA.toUtf8())); // B's own are addressed to B
        };

        SocketPair pair; // heard last: what comes third in the same turn
        first.front()->reset();
        Peers second;
        second.push_back(std::make_unique<Peer>(front, Peer::Manner{QStringLiteral("b")}));
        quint16 portThen = 0;
        int sessionsThen = 0;
        Listener third(pair.near, QSocketNotifier::Read, [&] {
            pair.drain();
            portThen = peerPortOf(descriptorOfA);
            sessionsThen = front.house.hub->sessionCount();
            act(front.house);
        });
        pair.send();
        QVERIFY(turnUntil([&] { return third.heard > 0; }));
        limiter.watch = {};
        front.house.users.replace(twoUsers());
        becomeLive(second);
        reused += portThen == second.front()->localPort() && sessionsThen == 1;
        front.house.appendNotice(QStringLiteral("for a"), {ofA});
        front.house.appendNotice(QStringLiteral("for b"), {ofB});
        QVERIFY(turnUntilAll(second,
                             [](const Peer &peer) { return hasHeard(peer, event_type::notice); }));
        QCOMPARE(second.front()->complaint(), QString());
        QCOMPARE(withoutNumbers(second.front()->texts()).size(), 1);
        QVERIFY(withoutNumbers(second.front()->texts()).last().contains("for b"));
    }
    qInfo("%d times the descriptor was another's already", reused);
    QVERIFY(reused > 0 || !isOnEpoll()); // Qt's own loop may hear of B later
}

void TestWireFaultsDescriptor::neverToWhatIsClosed_data()
{
    using End = std::function<void(BareLine &)>;
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const End &end) { QTest::newRow(name) << end; };
    row("reset", [](BareLine &line) { line.reset(); });
    row("hung up", [](BareLine &line) { line.far.disconnectFromHost(); });
    row("said something, then reset", [](BareLine &line) {
        line.far.write(clientFrame("{}"));
        line.far.flush();
        line.reset();
    });
    row("close frame", [](BareLine &line) { line.far.write(clientFrame("\x03\xe8", 8)); });
    row("broke the rules", [](BareLine &line) { line.far.write("\xff\xff\xff\xff"); });
    row("aborted by us", [](BareLine &line) { line.wire->abort(); });
    row("closed by us", [](BareLine &line) { line.wire->close(CloseCode::TooSlow, {}); });
    row("closed by us, then reset", [](BareLine &line) {
        line.wire->close(CloseCode::TooSlow, {});
        line.reset();
    });
    row("reset while we write", [](BareLine &line) {
        line.wire->write(QByteArray(8'000'000, 'x'));
        line.reset();
    });
}

/// Between Qt's closing of a descriptor and the wire's knowing of it there is no moment at which
/// anybody could send: not at any signal of the socket, however it ends.
void TestWireFaultsDescriptor::neverToWhatIsClosed()
{
    using End = std::function<void(BareLine &)>;
    QFETCH(End, end);
    Limiter limiter;
    BareLine line;
    const qintptr descriptor = line.tcp->socketDescriptor();
    const ino_t node = nodeOf(descriptor);
    int misled = 0;
    limiter.watch = [&](qintptr socket, QByteArrayView) {
        misled += socket != descriptor || nodeOf(socket) != node;
    };
    bool isClosed = false;
    QObject::connect(line.wire.get(), &Wire::closed, line.wire.get(), [&] { isClosed = true; });
    int signalsHeard = 0;
    sendAtEverySignal(line, signalsHeard);
    end(line);
    QVERIFY(turnUntil([&] {
        if (line.far.isOpen())
            line.far.readAll();
        return isClosed;
    }));
    QCOMPARE(misled, 0);
    QVERIFY(signalsHeard >= 3);
    const int calls = limiter.calls;
    sendByAllMeans(*line.wire);
    line.wire->close(CloseCode::TooSlow, {});
    QCOMPARE(limiter.calls, calls);
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaultsDescriptor>(argc, argv);
}
#include "tst_wire_faults_descriptor.moc"
