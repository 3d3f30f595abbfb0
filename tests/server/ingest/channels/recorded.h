// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

/// Messages as channels_redis wrote them, recorded from its releases.
namespace pressboard::test::recorded {

/// {"type": "notify.event", "id": 7, "text": "héllo", "ok": True, "none": None, "f": 1.5,
///  "big": 2**40, "neg": -3, "blob": b"\x00\xff", "list": [1, "a"]}, without its channels.
inline QByteArray fields()
{
    return QByteArray::fromHex("a474797065ac6e6f746966792e6576656e74a2696407a474657874a668c3a96c"
                               "6c6fa26f6bc3a46e6f6e65c0a166cb3ff8000000000000a3626967cf00000100"
                               "00000000a36e6567fda4626c6f62c40200ffa46c6973749201a161");
}

/// An item of the list, sent to two channels by channels_redis 2.4.2.
inline QByteArray listItem()
{
    return QByteArray::fromHex("8b") + fields()
        + QByteArray::fromHex("b05f5f617367695f6368616e6e656c5f5f92be73706563696669632e6678"
                              "4a774371795a2153575544"
                              "6d61516870517166be73706563696669632e66784a774371795a215571"
                              "6a73415179424f63"
                              "6f71");
}

/// A member of the sorted set, sent to one channel by channels_redis 4.0.0.
inline QByteArray sortedSetMember()
{
    const QByteArray channel = "specific.819977c87376451598f818b52ecc23a9!"
                               "936d90aed2bd4114b5d94f81c5064744";
    return QByteArray::fromHex("ffde80dfb7e76604580f0b89") + QByteArray::fromHex("8b") + fields()
        + QByteArray::fromHex("b0") + "__asgi_channel__" + QByteArray::fromHex("91d94a") + channel;
}

/// The same, by a layer with the symmetric_encryption_keys ["press secret"].
inline QByteArray encryptedMember()
{
    return QByteArray::fromHex("ffde80dfb7e76604580f0b89")
        + "gAAAAABrBNmRmbdlmQ2MHIHfKJx_zfmO9Nkn-gvED5mDOkNr3kIBvqEjhDHLRJb03jmMB0uqgtoR851_"
          "7M_0vvIDfrFC1d7Xi6O9uwPOXoBngDX_VkxixLQ-b6vpm-25C_j0fphxOU409P7Ft3J27Gccm_FVytbz"
          "jMK2C9ajAR39WZRwGss75xQJbgHJKnQ25mEpSaK2lHVIwVJ0pWyizQCj4vrNabsdGgJnb1fM8MOLk8Kp"
          "CdmZM7jdlq-uMBLqTAwjjKHJgOLOymIixAf70-jb00JWd5LrlS1p9mQCK7eHe4jMlw31VfFpmGUB-OUD"
          "VoInXVabwtUK";
}

} // namespace pressboard::test::recorded
