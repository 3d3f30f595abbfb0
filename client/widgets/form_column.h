// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLabel>
#include <QVBoxLayout>

namespace pressboard::client {

class Theme;

/// The dialogs' one shape: a small grey label over its field, 12 between the pairs.
class FormColumn final : public QVBoxLayout
{
public:
    /// Top level of `dialog` unless it is null: then it is to be added to another layout.
    explicit FormColumn(const Theme &theme, QWidget *dialog = nullptr);

    /// Returns the label, to be named anew when the language changes. It is the field's buddy, so
    /// the field is announced by it.
    QLabel *addField(QWidget *field);
    /// A grey sentence that wraps.
    QLabel *addHint();
    QLabel *addTitle();

private:
    const Theme &m_theme;
};

} // namespace pressboard::client
