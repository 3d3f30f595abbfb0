// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>
#include <QString>

class QPoint;
class QWidget;

namespace pressboard::client {

/// Qt takes the text of a tooltip for HTML when it looks like it, and loads what that names: a
/// customer called <img src="//host/share"> would send a password there. Every tooltip is made
/// here, and shows its text letter by letter; a style test sees to it.
void setPlainTip(QWidget &widget, const QString &text);
/// Now, at a place of the screen; it goes when the pointer leaves `area` of `widget`, if that is
/// given. Nothing when there is no text.
void showPlainTip(const QPoint &place, const QString &text, QWidget *widget,
                  const QRect &area = {});

/// The text as a tooltip shows it letter by letter; itself, where it does not look like HTML.
QString plainTip(const QString &text);
/// For those who show it in ways of their own, as panels of desktops do: no letter that any of them
/// could take for markup.
QString withoutMarkup(QString text);

} // namespace pressboard::client
