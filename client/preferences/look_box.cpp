// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/preferences/look_box.h"

namespace pressboard::client {

LookBox::LookBox(QWidget *parent)
    : QComboBox(parent)
{
    setSizeAdjustPolicy(QComboBox::AdjustToContents);
}

void LookBox::retranslate()
{
    const ThemeChoice chosen = look();
    clear();
    addItem(tr("As the desk"), int(ThemeChoice::Auto));
    addItem(tr("Light"), int(ThemeChoice::Light));
    addItem(tr("Dark"), int(ThemeChoice::Dark));
    setLook(chosen);
}

void LookBox::setLook(ThemeChoice look)
{
    setCurrentIndex(findData(int(look)));
}

ThemeChoice LookBox::look() const
{
    return ThemeChoice(currentData().toInt());
}

} // namespace pressboard::client
