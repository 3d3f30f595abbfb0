// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class StationStyle;

/// What the band says.
struct StationBandFacts
{
    QString title; ///< 轮到你：覆膜 1122008 新知书局
    QString text; ///< 剩2天·1000册·《江南纪事》精装书
    QString hint; ///< 按任意键收起
    bool alarm = false; ///< red, else ink
    bool asksToTake = false; ///< Enter, or a click on it, is 我来处理; nothing else ends it

    bool operator==(const StationBandFacts &) const = default;
};

/// 轮到你: as wide as the screen, until somebody touches the station. Nothing blinks.
class StationBand final : public QWidget
{
    Q_OBJECT
public:
    /// `style` must outlive the band.
    explicit StationBand(const StationStyle &style, QWidget *parent = nullptr);

    /// An empty title: nothing is called, and the band is away.
    void show(const StationBandFacts &facts);
    const StationBandFacts &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    const StationStyle &m_style;
    StationBandFacts m_facts;
};

} // namespace pressboard::client
