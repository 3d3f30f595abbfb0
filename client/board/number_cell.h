// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/controls/badge.h"
#include "client/text/text_line.h"

#include <QWidget>

namespace pressboard::client {

class Theme;

/// One number of the strip: a label, the number, and what belongs beside it.
class NumberCell final : public QWidget
{
    Q_OBJECT
public:
    NumberCell(const Theme &theme, bool first, QWidget *parent = nullptr);

    /// "–" stands for a number nobody told us yet.
    void show(const QString &label, const QString &number, const QString &aside,
              const QList<Badge> &badges = {});

    const QString &label() const { return m_label; }
    const QString &number() const { return m_number; }
    const QString &aside() const { return m_aside; }
    const QList<Badge> &badges() const { return m_badges; }

    /// In one low line, for low windows: label and number alone.
    void setLow(bool low);
    /// Room for its number and everything beside it.
    int wantedWidth() const;
    /// Room for its label and its number.
    int leastWidth() const;
    bool labelFits() const;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void paintBadges(QPainter &painter, int left, const QRect &line) const;
    void paintLow(QPainter &painter) const;
    TextLine numberLine() const;
    void describe();
    bool isNarrow() const;
    TextLine labelLine() const;

    const Theme &m_theme;
    bool m_first;
    bool m_low = false;
    QString m_label;
    QString m_number;
    QString m_aside;
    QList<Badge> m_badges;
};

} // namespace pressboard::client
