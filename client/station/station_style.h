// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/big_style.h"
#include "client/station/station_layout.h"

namespace pressboard::client {

/// What the screen of a station is drawn with: its size and the distance decide.
class StationStyle final : public BigStyle
{
    Q_OBJECT
public:
    // The sizes of type, in the design's pixels. A digit is only three quarters of its line: what
    // must be read from the full distance is `next` or larger.
    static constexpr int current = 72; ///< the number in 在做, and the bands
    static constexpr int next = 64;
    static constexpr int clock = 48;
    static constexpr int row = 46;
    static constexpr int name = 42; ///< of the station
    static constexpr int badge = 40;
    static constexpr int label = 34;

    /// `theme` must outlive the style.
    explicit StationStyle(const Theme &theme, QObject *parent = nullptr);

    const StationLayout &layout() const { return m_layout; }
    void fit(QSize screen, double scale);

private:
    StationLayout m_layout;
};

} // namespace pressboard::client
