// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "server/wire/message_assembler.h"

#include <utility>

namespace pressboard::server {

using Opcode = IncomingFrame::Opcode;

std::optional<FrameFault> MessageAssembler::judge(const IncomingFrame &frame, quint64 most) const
{
    const bool continues = frame.opcode == Opcode::Continuation;
    if (continues && !m_kind)
        return FrameFault{1002, QStringLiteral("nothing is there to be continued")};
    if (!continues && m_kind)
        return FrameFault{1002, QStringLiteral("a message begins inside another")};
    if (quint64(m_begun.size()) + quint64(frame.payload.size()) > most) {
        return FrameFault{
            1009, QStringLiteral("a message has at most %1 bytes (max-message-bytes)").arg(most)};
    }
    return std::nullopt;
}

MessageAssembler::MessageOrFault MessageAssembler::add(IncomingFrame frame, quint64 most)
{
    if (auto fault = judge(frame, most))
        return *fault;
    const Opcode kind = m_kind.value_or(frame.opcode);
    if (!frame.isLast) {
        m_kind = kind;
        m_begun += frame.payload;
        return {};
    }
    m_kind.reset();
    const QByteArray begun = std::exchange(m_begun, {});
    Message message{kind == Opcode::Text,
                    begun.isEmpty() ? std::move(frame.payload) : begun + frame.payload};
    if (message.isText && !QByteArrayView(message.bytes).isValidUtf8())
        return FrameFault{1007, QStringLiteral("text must be UTF-8")};
    return message;
}

} // namespace pressboard::server
