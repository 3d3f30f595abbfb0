// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <cstdint>
#include <vector>

class QJsonObject;
class QWidget;

namespace pressboard::bench {

/// Sits in the desktop program as it is delivered (LD_PRELOAD), watches what it paints and when,
/// and does what a line on its stdin says; each answer is a line of JSON on stdout:
///
///   turns              how many turns of the loop there were since the last time, and the longest
///   paints             [[[received…], painted]…]: when something came from the network, and when
///   the
///                      first picture after it was on the screen, in ns of CLOCK_MONOTONIC
///   page N             as a click on the N-th tab, from 0; answers when the page is painted
///   notices N          opens what the bell opens, at its N-th tab, from 0; -1 closes it; says
///   whether
///                      it is open
///   heap               bytes that the program asked for and did not give back
///   resize W H         the window, as somebody drags its corner
///   type MS TEXT       types into the search, MS between two letters; milliseconds from each
///                      letter to the picture of its result
///   quit
///
/// By itself it says once when the first picture with rows was on the screen, and each time when an
/// order's card was painted (card_painted).
class Probe final : public QObject
{
    Q_OBJECT
public:
    explicit Probe(QObject *parent);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void readCommands();
    void obey(const QByteArray &command, const QByteArray &rest);
    void tellTurns();
    void tellPaints();
    void tellHeap();
    void resize(const QByteArray &size);
    void showPage(int page);
    void showNotices(int view);
    void type(const QByteArray &gapAndText);
    void typeNext();
    void notePaint(QWidget &widget);
    void noteFlush();

    bool m_passing = false; ///< the event is on its way already
    bool m_hasPainted = false; ///< since the last flush
    bool m_hasPaintedRows = false;
    bool m_toldRows = false;
    bool m_hasPaintedCard = false; ///< since the last flush
    bool m_awaitsPage = false;
    struct Paint
    {
        std::vector<std::int64_t> received;
        std::int64_t painted;
    };
    std::vector<Paint> m_paints;
    QString m_toType;
    qsizetype m_typed = 0;
    int m_gapMs = 0;
    std::int64_t m_keyAt = 0; ///< 0: no letter is awaited
    std::vector<double> m_typedMs;
    QByteArray m_input;
};

} // namespace pressboard::bench
