// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/message_assembler.h"

#include <QTest>

using namespace pressboard::server;

using Opcode = IncomingFrame::Opcode;

namespace {

constexpr quint64 most = 1000;

IncomingFrame part(Opcode opcode, const QByteArray &payload, bool isLast)
{
    return {opcode, isLast, payload};
}

/// What the last of these makes; it is the only one that makes anything.
MessageAssembler::MessageOrFault assembled(MessageAssembler &assembler,
                                           const QList<IncomingFrame> &frames)
{
    for (qsizetype i = 0; i + 1 < frames.size(); ++i) {
        auto some = assembler.add(frames[i], most);
        if (!std::holds_alternative<std::monostate>(some))
            return some;
    }
    return assembler.add(frames.last(), most);
}

QByteArray textOf(const MessageAssembler::MessageOrFault &made)
{
    const auto *message = std::get_if<MessageAssembler::Message>(&made);
    return message && message->isText ? message->bytes : QByteArray("no text");
}

int codeOf(const QList<IncomingFrame> &frames)
{
    MessageAssembler assembler;
    const auto made = assembled(assembler, frames);
    const auto *fault = std::get_if<FrameFault>(&made);
    return fault ? fault->code : 0;
}

} // namespace

class TestMessageAssembler : public QObject
{
    Q_OBJECT
private Q_SLOTS:
    void textCutAnywhere();
    void oneAfterAnother();
    void faults();
};

/// Also inside a character, and into frames without content.
void TestMessageAssembler::textCutAnywhere()
{
    const QByteArray text = "a客户é🖨z";
    MessageAssembler assembler;
    for (qsizetype one = 0; one <= text.size(); ++one) {
        for (qsizetype two = one; two <= text.size(); ++two) {
            QCOMPARE(
                textOf(assembled(assembler,
                                 {part(Opcode::Text, text.first(one), false),
                                  part(Opcode::Continuation, text.sliced(one, two - one), false),
                                  part(Opcode::Continuation, text.sliced(two), true)})),
                text);
        }
    }
}

void TestMessageAssembler::oneAfterAnother()
{
    MessageAssembler assembler;
    for (int i = 0; i < 3; ++i) {
        QCOMPARE(textOf(assembled(assembler, {part(Opcode::Text, "{}", true)})), "{}");
        const auto binary = assembler.add(part(Opcode::Binary, "\xff", true), most);
        QVERIFY(!std::get<MessageAssembler::Message>(binary).isText);
    }
}

void TestMessageAssembler::faults()
{
    const QByteArray half(600, 'x');
    QCOMPARE(codeOf({part(Opcode::Continuation, "x", true)}), 1002);
    QCOMPARE(codeOf({part(Opcode::Text, "x", false), part(Opcode::Text, "x", true)}), 1002);
    QCOMPARE(codeOf({part(Opcode::Binary, "x", false), part(Opcode::Text, "x", true)}), 1002);
    QCOMPARE(codeOf({part(Opcode::Text, half, false), part(Opcode::Continuation, half, false),
                     part(Opcode::Continuation, half, true)}),
             1009);
    for (const QByteArray &bad : {QByteArray("\xc3\x28"), QByteArray("\xed\xa0\x80"),
                                  QByteArray("\xf4\x90\x80\x80"), QByteArray("\xe5\xae")}) {
        QCOMPARE(codeOf({part(Opcode::Text, bad, true)}), 1007);
        QCOMPARE(codeOf({part(Opcode::Text, bad, false), part(Opcode::Continuation, {}, true)}),
                 1007);
        QCOMPARE(codeOf({part(Opcode::Binary, bad, true)}), 0);
    }
}

QTEST_APPLESS_MAIN(TestMessageAssembler)
#include "tst_message_assembler.moc"
