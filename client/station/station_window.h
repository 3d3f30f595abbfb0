// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/bigscreen/key_hold.h"
#include "client/bigscreen/screen_strip.h"
#include "client/settings/station_setup.h"
#include "client/station/station_band.h"
#include "client/station/station_board.h"
#include "client/station/station_card.h"
#include "client/station/station_style.h"

#include <QTimer>
#include <QWidget>

namespace pressboard::client {

class CallBlock;
class CallSheet;
class ScreenCurtain;
class ScreenHeader;
class StationCurrent;
class StationList;
class StationNext;
struct ScreenHeaderFacts;

/// 机台模式: one person, their steps, three metres. One fixed page: what runs, what is next, the
/// queue, what comes soon. Nothing needs the mouse; every part can be touched all the same. What it
/// shows is decided elsewhere.
class StationWindow final : public QWidget
{
    Q_OBJECT
public:
    /// Both must outlive the window.
    StationWindow(const Theme &theme, const Clock &clock, QWidget *parent = nullptr);

    void setSetup(const StationSetup &setup);
    void setHeader(const ScreenHeaderFacts &facts);
    void setBoard(const StationBoard &board);
    /// The last line: the newest notice, or how long a scanned order still stands there.
    void setFoot(const ScreenStripFacts &facts);
    void setBand(const StationBandFacts &facts);
    /// Instead of all that; an empty title: the page is seen.
    void setCurtain(const QString &title, const QString &text);
    StationCard &card() { return *m_card; }
    void hideCard();
    /// 呼叫, where the shop has set up whom; else there is no button.
    void setCallable(bool callable);
    /// What is called for, in the place of the card.
    CallSheet &callSheet() { return *m_callSheet; }
    const StationBoard &board() const { return m_shown; }
    const StationBandFacts &band() const { return m_band->facts(); }
    const ScreenStripFacts &foot() const { return m_foot->facts(); }
    /// From how far it can really be read, in metres.
    double legibleFrom() const { return m_legibleFrom; }
    void tick(); ///< about once a second

Q_SIGNALS:
    void orderWanted(CrmId orderId); ///< touched
    void touched(); ///< any key or click
    void taken(); ///< 我来处理, of the band that asks for it
    void callPressed(); ///< 呼叫
    void digitPressed(int digit);
    void confirmed(); ///< Enter, while nothing is called
    void closeWanted(); ///< of the card
    void left(); ///< Esc was held, or somebody closed the window

protected:
    void resizeEvent(QResizeEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void keyReleaseEvent(QKeyEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void closeEvent(QCloseEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void retranslate();
    void answerByTouch();
    bool takeByTouch(const QObject *touched);
    void fit();
    void place();
    void showCursor();
    void showWayOut();

    const Clock &m_clock;
    StationStyle m_style;
    StationSetup m_setup;
    StationBoard m_shown;
    double m_legibleFrom = 0;
    KeyHold m_escape;
    std::optional<std::chrono::milliseconds> m_moved; ///< monotonic: the mouse
    std::optional<std::chrono::milliseconds> m_answered; ///< monotonic: a call, by a click

    ScreenHeader *m_header;
    StationCurrent *m_current;
    StationNext *m_next;
    StationList *m_queue;
    StationList *m_soon;
    ScreenStrip *m_foot;
    StationCard *m_card; ///< over the panels
    CallSheet *m_callSheet; ///< over the panels and the card
    CallBlock *m_call; ///< 呼叫, in the corner of the foot
    StationBand *m_band; ///< over the card, too
    ScreenCurtain *m_curtain;
    QTimer m_holding; ///< while Esc is down
};

} // namespace pressboard::client
