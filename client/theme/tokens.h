// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>

namespace pressboard::client {

/// The colours of the program by what they mean. Colour means something or is not there: red,
/// orange, green and blue never stand without a word or a shape.
struct Tokens
{
    QColor bg; ///< window behind the panels
    QColor surface; ///< panels, header, numbers, menus
    QColor hover;
    QColor line; ///< panel border
    QColor hair; ///< row line
    QColor control; ///< border of inputs and buttons
    QColor text;
    QColor text2; ///< second line, labels
    QColor text3; ///< column names, shared prefix of order numbers, placeholder
    QColor red; ///< fill: 逾期, 断线, 重要, cancelled
    QColor onRed;
    QColor orange; ///< text of 今天交, 注意, CRM silent
    QColor orangeLine;
    QColor green; ///< ✓ 完成
    QColor dot; ///< connection dot
    QColor blue; ///< focus, tab underline, changed edge
    QColor select;
    QColor ink; ///< primary button, 轮到你 block
    QColor onInk;
    QColor bar; ///< of a chart: the one its sentence names; not started
    QColor barRest; ///< the others; in production
    QColor barDone; ///< finished: stands back, under 3:1, so its number never depends on it
};

/// Four tables, not two plus an effect: stale drains the colour and keeps every text readable.
const Tokens &tokensFor(bool dark, bool stale);

} // namespace pressboard::client
