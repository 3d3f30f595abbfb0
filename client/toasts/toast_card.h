// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/notify/toast.h"
#include "client/theme/icon.h"

#include <QTimer>
#include <QWidget>

namespace pressboard::client {

class OutlineButton;
class Theme;

/// One toast: an icon column whose fill says how much it matters, a bold line, and what it is
/// about, whole while the pointer is over it. As a window it never takes the keyboard focus; in a
/// dialog it serves as the preview.
class ToastCard final : public QWidget
{
    Q_OBJECT
public:
    static constexpr int cardWidth = 360;

    enum class Place { Desktop, Preview };
    ToastCard(const Theme &theme, Toast toast, Place place, QWidget *parent = nullptr);

    const Toast &toast() const { return m_toast; }
    void setToast(Toast toast);
    /// Starts the time after which it goes by itself; the pointer over it holds it back.
    void startClock();
    /// The keyboard's next word is for this one: it has a ring, and stays.
    void setMarked(bool marked);
    bool isMarked() const { return m_marked; }
    bool isHovered() const { return m_hovered; }

Q_SIGNALS:
    void clicked();
    void acknowledged();
    void expired();
    /// The pointer came or went; its height may be another now.
    void hoverChanged();

protected:
    void paintEvent(QPaintEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    bool hasFilledColumn() const;
    QColor columnFill() const;
    QColor iconColor() const;
    int textLeft() const;
    QFont titleFont() const;
    QFont textFont() const;
    QStringList titleLines() const;
    QStringList textLines() const;
    QStringList wrapped(const QString &text, const QFont &font, int most) const;
    void setWhole(bool whole);
    void fitHeight();
    void paintColumn(QPainter &painter) const;
    void paintText(QPainter &painter) const;

    const Theme &m_theme;
    Toast m_toast;
    bool m_whole = false; ///< all of its text, as far as a toast goes
    bool m_marked = false;
    bool m_hovered = false;
    OutlineButton *m_gotIt;
    QTimer m_clock;
};

/// What a sticky toast's button says.
QString actText(ToastAct act);
/// The outline that stands for a kind of toast.
Icon iconOf(ToastKind kind);

} // namespace pressboard::client
