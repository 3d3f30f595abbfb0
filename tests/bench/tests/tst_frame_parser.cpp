// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/wire/frame_parser.h"

#include <QTest>

#include <vector>

using namespace pressboard::bench;

namespace {

struct Got
{
    Opcode opcode;
    std::string payload;
    bool operator==(const Got &) const = default;
};

/// What the parser hands out when the bytes come in pieces of this size.
std::vector<Got> parsed(std::string_view bytes, std::size_t pieceSize)
{
    FrameParser parser;
    std::vector<Got> all;
    for (; !bytes.empty(); bytes.remove_prefix(std::min(pieceSize, bytes.size()))) {
        parser.feed(bytes.substr(0, pieceSize), [&](const Frame &frame) {
            all.push_back({frame.head.opcode, frame.unmasked()});
        });
    }
    return all;
}

} // namespace

class TestFrameParser : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void cutsAnywhere();
    void unmasks();
    void waitsForTheWholeFrame();
};

/// Frames with heads of all three sizes, torn at every place.
void TestFrameParser::cutsAnywhere()
{
    const std::vector<Got> sent{{Opcode::Text, "short"},
                                {Opcode::Pong, ""},
                                {Opcode::Text, std::string(300, 'a')},
                                {Opcode::Binary, std::string(70'000, 'b')},
                                {Opcode::Close, "\x03\xe8"}};
    std::string bytes;
    for (const Got &frame : sent)
        appendFrame(bytes, frame.opcode, frame.payload);
    for (const std::size_t pieceSize : {1UL, 2UL, 3UL, 7UL, 128UL, 4096UL, 65'536UL, bytes.size()})
        QVERIFY2(parsed(bytes, pieceSize) == sent, qPrintable(QString::number(pieceSize)));
}

void TestFrameParser::unmasks()
{
    const std::string masked = "\x81\x85\x37\xfa\x21\x3d\x7f\x9f\x4d\x51\x58"; // RFC 6455, 5.7
    QVERIFY((parsed(masked, 3) == std::vector<Got>{{Opcode::Text, "Hello"}}));
    std::string ours;
    appendMaskedFrame(ours, Opcode::Ping, "bench");
    QVERIFY((parsed(ours, 1) == std::vector<Got>{{Opcode::Ping, "bench"}}));
}

void TestFrameParser::waitsForTheWholeFrame()
{
    std::string bytes;
    appendFrame(bytes, Opcode::Text, std::string(1000, 'x'));
    bytes.pop_back();
    QVERIFY(parsed(bytes, 100).empty());
}

QTEST_APPLESS_MAIN(TestFrameParser)
#include "tst_frame_parser.moc"
