// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace pressboard::client {

class WallStyle;

/// What the wall's first line says.
struct WallHeaderFacts
{
    QString shop;
    QString state; ///< 已连接
    bool needsCare = false; ///< connected, but the CRM is silent, or nothing can be written
    QString lastChange; ///< 最近变化 10:32
    QString clock; ///< 10:34
    QString stale; ///< 断线·以下是 10:32 的数据·正在重连; empty while live
    bool alarm = false; ///< that is not just a moment's syncing

    bool operator==(const WallHeaderFacts &) const = default;
};

/// The wall's first line: whose shop, how true, what time. While the board is not live, a band
/// that says so stands in its place.
class WallHeader final : public QWidget
{
    Q_OBJECT
public:
    /// `style` must outlive the widget, here and in all parts of the wall.
    explicit WallHeader(const WallStyle &style, QWidget *parent = nullptr);

    void show(const WallHeaderFacts &facts);
    const WallHeaderFacts &facts() const { return m_facts; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintLine(QPainter &painter) const;
    void paintBand(QPainter &painter) const;

    const WallStyle &m_style;
    WallHeaderFacts m_facts;
};

} // namespace pressboard::client
