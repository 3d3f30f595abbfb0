// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/settings/theme_choice.h"

#include <QComboBox>

namespace pressboard::client {

/// Light, dark, or as the desk: of a screen that is read from metres away.
class LookBox final : public QComboBox
{
    Q_OBJECT
public:
    explicit LookBox(QWidget *parent = nullptr);

    void retranslate();
    void setLook(ThemeChoice look);
    ThemeChoice look() const;
};

} // namespace pressboard::client
