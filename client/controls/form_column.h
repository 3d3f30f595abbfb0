// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "client/theme/theme.h"

#include <QLabel>
#include <QVBoxLayout>

namespace pressboard::client {

/// The dialogs' one shape: a small grey label over its field, 12 between the pairs. Follows the
/// theme's sizes while it is open: the size of the text is chosen in such a form.
class FormColumn final : public QVBoxLayout
{
public:
    /// Top level of `dialog` unless it is null: then it is to be added to another layout.
    explicit FormColumn(const Theme &theme, QWidget *dialog = nullptr);

    /// Returns the label, to be named anew when the language changes. It is the field's buddy, so
    /// the field is announced by it. A field that is as wide as its words stands on the left.
    QLabel *addField(QWidget *field, Qt::Alignment alignment = {});
    /// A grey sentence that wraps.
    QLabel *addHint();
    QLabel *addTitle();
    /// Empty room, in the design's pixels.
    void addGap(int designPx);

private:
    struct Words
    {
        QLabel *label;
        int designPx;
        Theme::Weight weight;
    };
    struct Gap
    {
        QSpacerItem *item;
        int designPx;
    };

    QLabel *addLabel(int designPx, Theme::Weight weight);
    void resize();

    const Theme &m_theme;
    bool m_isTop;
    QList<Words> m_words;
    QList<Gap> m_gaps;
};

} // namespace pressboard::client
