// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>

namespace pressboard::client {

/// A label whose text is never HTML, whatever it looks like: QLabel guesses. For those in the
/// colours and sizes of the theme there is TextLabel.
class PlainLabel final : public QLabel
{
    Q_OBJECT
public:
    explicit PlainLabel(const QString &text = {}, QWidget *parent = nullptr)
        : QLabel(parent)
    {
        setTextFormat(Qt::PlainText);
        setText(text);
    }
};

} // namespace pressboard::client
