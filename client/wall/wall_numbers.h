// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QWidget>

namespace pressboard::client {

class Board;
class WallStyle;

/// One number of the wall with what explains it.
struct WallNumber
{
    enum class Aside {
        Words, ///< one grey line each
        Tiers, ///< 逾期 filled, 今天 outlined
    };
    QString label;
    QString value;
    QStringList asides; ///< at most two
    Aside shape = Aside::Words;

    bool operator==(const WallNumber &) const = default;
};

/// 紧急·进行中·可开工·处理中·待处理·今日完成, to be read from the other end of the hall.
class WallNumbers final : public QWidget
{
    Q_OBJECT
public:
    explicit WallNumbers(const WallStyle &style, QWidget *parent = nullptr);

    /// The six numbers of this board, in words.
    static QList<WallNumber> numbersOf(Board &board);

    void show(const QList<WallNumber> &numbers);
    const QList<WallNumber> &numbers() const { return m_numbers; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int digitsFor(int room, const WallNumber &number) const;
    void paintCell(QPainter &painter, const QRect &cell, const WallNumber &number) const;
    void paintAsides(QPainter &painter, const QRect &box, const WallNumber &number) const;

    const WallStyle &m_style;
    QList<WallNumber> m_numbers;
};

} // namespace pressboard::client
