// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class BigStyle;

/// What the first line says.
struct ScreenHeaderFacts
{
    QString title; ///< whose shop, or which station
    QStringList details; ///< behind it, standing back: 覆膜, 烫金; those that have room
    QString state; ///< 已连接
    bool needsCare = false; ///< connected, but the CRM is silent, or nothing can be written
    QString lastChange; ///< 最近变化 10:32
    QString clock; ///< 10:34
    QString stale; ///< 断线·以下是 10:32 的数据·正在重连; empty while live
    bool alarm = false; ///< that is not just a moment's syncing

    bool operator==(const ScreenHeaderFacts &) const = default;
};

/// The sizes of the first line, in the design's pixels.
struct ScreenHeaderSizes
{
    int side; ///< where the panels' text begins, too
    int title;
    int label;
    int clock;
    int dot;
    int band; ///< of the sentence on it, never smaller than `label`
};

/// The first line of a screen that is read from metres away: whose it is, how true, what time.
/// While the board is not live, a band that says so stands in its place.
class ScreenHeader final : public QWidget
{
    Q_OBJECT
public:
    /// `style` must outlive the widget, here and in all parts of such a screen.
    ScreenHeader(const BigStyle &style, const ScreenHeaderSizes &sizes, QWidget *parent = nullptr);

    void show(const ScreenHeaderFacts &facts);
    const ScreenHeaderFacts &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter) const;
    void paintDetails(QPainter &painter, const QRect &room) const;
    void paintBand(QPainter &painter) const;

    const BigStyle &m_style;
    const ScreenHeaderSizes m_sizes;
    ScreenHeaderFacts m_facts;
};

} // namespace pressboard::client
