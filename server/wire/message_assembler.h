// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "server/wire/incoming_frame.h"

#include <optional>
#include <variant>

namespace pressboard::server {

/// Puts the frames of a client's messages together. Text is judged whole: a frame may end inside a
/// character.
class MessageAssembler
{
public:
    struct Message
    {
        bool isText = true;
        QByteArray bytes;
    };
    /// Nothing: there are more frames to come.
    using MessageOrFault = std::variant<std::monostate, Message, FrameFault>;

    /// The next data frame. A message of more than `most` bytes is a fault.
    MessageOrFault add(IncomingFrame frame, quint64 most);

private:
    std::optional<FrameFault> judge(const IncomingFrame &frame, quint64 most) const;

    std::optional<IncomingFrame::Opcode> m_kind; ///< of the message that is not complete
    QByteArray m_begun;
};

} // namespace pressboard::server
