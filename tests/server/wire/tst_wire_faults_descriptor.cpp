// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/platform/epoll_dispatcher.h"
#include "server/wire/web_socket_wire.h"
#include "tests/server/platform/socket_pair.h"
#include "tests/server/wire/both_loops.h"
#include "tests/server/wire/peers.h"
#include "tests/server/wire/wire_fixture.h"

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
void sendAtEverySignal(WireFixture &fixture, int &signalsHeard)
{
    const auto act = [&] {
        ++signalsHeard;
        sendByAllMeans(*fixture.wire);
    };
    QObject::connect(fixture.tcp, &QTcpSocket::errorOccurred, fixture.wire.get(), act);
    QObject::connect(fixture.tcp, &QTcpSocket::stateChanged, fixture.wire.get(), act);
    QObject::connect(fixture.tcp, &QTcpSocket::aboutToClose, fixture.wire.get(), act);
    QObject::connect(fixture.tcp, &QTcpSocket::readChannelFinished, fixture.wire.get(), act);
    QObject::connect(fixture.tcp, &QTcpSocket::disconnected, fixture.wire.get(), act);
    QObject::connect(fixture.tcp, &QTcpSocket::readyRead, fixture.wire.get(), act);
    fixture.handler.onHeard = act;
    QObject::connect(fixture.wire.get(), &Wire::closed, fixture.wire.get(), act);
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
    row("events", [](HubFixture &push) { appendNoise(push, 10, {ofA}); });
    row("revoked", [](HubFixture &push) { push.users.replace({twoUsers().at(1)}); });
    row("a look at the deadlines", [](HubFixture &push) { push.pass(std::chrono::seconds(60)); });
    row("another book", [](HubFixture &push) {
        Book book;
        book.epoch = QStringLiteral("e2");
        push.log.reset(book);
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
        ListenerFixture fixture(throughLimiter());
        fixture.push.users.replace(twoUsers());
        qintptr descriptor = -1;
        limiter.watch = [&](qintptr socket, QByteArrayView) { descriptor = socket; };
        Peers first = comeLive(fixture, 1, {QStringLiteral("a")});
        const qintptr descriptorOfA = descriptor;
        limiter.watch = [&](qintptr, QByteArrayView bytes) {
            QVERIFY(!bytes.toByteArray().contains(ofA.toUtf8())); // B's own are addressed to B
        };

        SocketPair pair; // heard last: what comes third in the same turn
        first.front()->reset();
        Peers second;
        second.push_back(std::make_unique<Peer>(fixture, Peer::Manner{QStringLiteral("b")}));
        quint16 portThen = 0;
        int sessionsThen = 0;
        CountingNotifier third(pair.near, QSocketNotifier::Read, [&] {
            pair.drain();
            portThen = peerPortOf(descriptorOfA);
            sessionsThen = fixture.push.hub->sessionCount();
            act(fixture.push);
        });
        pair.send();
        QVERIFY(turnUntil([&] { return third.heard > 0; }));
        limiter.watch = {};
        fixture.push.users.replace(twoUsers());
        becomeLive(second);
        reused += portThen == second.front()->localPort() && sessionsThen == 1;
        fixture.push.appendNotice(QStringLiteral("for a"), {ofA});
        fixture.push.appendNotice(QStringLiteral("for b"), {ofB});
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
    using End = std::function<void(WireFixture &)>;
    QTest::addColumn<End>("end");
    const auto row = [](const char *name, const End &end) { QTest::newRow(name) << end; };
    row("reset", [](WireFixture &fixture) { fixture.reset(); });
    row("hung up", [](WireFixture &fixture) { fixture.far.disconnectFromHost(); });
    row("said something, then reset", [](WireFixture &fixture) {
        fixture.far.write(clientFrame("{}"));
        fixture.far.flush();
        fixture.reset();
    });
    row("close frame", [](WireFixture &fixture) { fixture.far.write(clientFrame("\x03\xe8", 8)); });
    row("broke the rules", [](WireFixture &fixture) { fixture.far.write("\xff\xff\xff\xff"); });
    row("aborted by us", [](WireFixture &fixture) { fixture.wire->abort(); });
    row("closed by us", [](WireFixture &fixture) { fixture.wire->close(CloseCode::TooSlow, {}); });
    row("closed by us, then reset", [](WireFixture &fixture) {
        fixture.wire->close(CloseCode::TooSlow, {});
        fixture.reset();
    });
    row("reset while we write", [](WireFixture &fixture) {
        fixture.wire->write(QByteArray(8'000'000, 'x'));
        fixture.reset();
    });
}

/// Between Qt's closing of a descriptor and the wire's knowing of it there is no moment at which
/// anybody could send: not at any signal of the socket, however it ends.
void TestWireFaultsDescriptor::neverToWhatIsClosed()
{
    using End = std::function<void(WireFixture &)>;
    QFETCH(End, end);
    Limiter limiter;
    WireFixture fixture;
    const qintptr descriptor = fixture.tcp->socketDescriptor();
    const ino_t node = nodeOf(descriptor);
    int misled = 0;
    limiter.watch = [&](qintptr socket, QByteArrayView) {
        misled += socket != descriptor || nodeOf(socket) != node;
    };
    bool isClosed = false;
    QObject::connect(fixture.wire.get(), &Wire::closed, fixture.wire.get(),
                     [&] { isClosed = true; });
    int signalsHeard = 0;
    sendAtEverySignal(fixture, signalsHeard);
    end(fixture);
    QVERIFY(turnUntil([&] {
        if (fixture.far.isOpen())
            fixture.far.readAll();
        return isClosed;
    }));
    QCOMPARE(misled, 0);
    QVERIFY(signalsHeard >= 3);
    const int calls = limiter.calls;
    sendByAllMeans(*fixture.wire);
    fixture.wire->close(CloseCode::TooSlow, {});
    QCOMPARE(limiter.calls, calls);
}

int main(int argc, char **argv)
{
    return runOnBothLoops<TestWireFaultsDescriptor>(argc, argv);
}
#include "tst_wire_faults_descriptor.moc"
