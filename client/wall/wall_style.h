// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/big_style.h"
#include "client/wall/wall_layout.h"

namespace pressboard::client {

/// What the wall is drawn with: everything follows from the size of its screen.
class WallStyle final : public BigStyle
{
    Q_OBJECT
public:
    // The sizes of type, in the design's pixels. Nothing on a wall is smaller than `small`.
    static constexpr int number = 96;
    static constexpr int call = 64; ///< of WallCall
    static constexpr int clock = 44;
    static constexpr int row = 40;
    static constexpr int label = 34;
    static constexpr int line = 32;
    static constexpr int small = 30;

    /// `theme` must outlive the style.
    explicit WallStyle(const Theme &theme, QObject *parent = nullptr);

    const WallLayout &layout() const { return m_layout; }
    void fit(QSize screen);

private:
    WallLayout m_layout;
};

} // namespace pressboard::client
