// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace pressboard::client {

/// How much a sound is to move somebody. Each has a sound and a switch of its own.
enum class SoundLevel {
    News, ///< worth a look: 订单有改动, 返工
    YourTurn, ///< 轮到你
    Attention, ///< 注意
    Alarm, ///< 重要, 逾期, 订单已取消
};

constexpr SoundLevel soundLevels[] = {SoundLevel::News, SoundLevel::YourTurn, SoundLevel::Attention,
                                      SoundLevel::Alarm};

} // namespace pressboard::client
