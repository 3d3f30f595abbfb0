// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/window/desktop_fixture.h"
#include "tests/window/silent_probe.h"
#include "tests/window/variant.h"

#include <QPixmap>

#include <memory>
#include <vector>

namespace pressboard::test {

/// The desktop in one variant, on which a scene is set: the window, or a dialog of it.
class Stage
{
public:
    explicit Stage(const Variant &variant);

    bool isChinese() const { return variant.language == u"zh_CN"; }
    /// Words that were not written by the program, in the variant's language.
    QString text(const char16_t *chinese, const char16_t *english) const;

    QWidget *openWindow();
    /// Shows a dialog or a wall as on a screen of the variant's size; the stage owns it from now
    /// on.
    QWidget *open(std::unique_ptr<QWidget> widget);
    /// The same for what fills the whole screen.
    QWidget *openOverAll(std::unique_ptr<QWidget> widget);
    /// The same, as large as it is.
    QWidget *openAsItIs(std::unique_ptr<QWidget> widget);

    /// With whatever is open over it: menus, popups.
    static QPixmap picture(QWidget &widget);
    /// See textFaults(); names of customers and products may be cut, and what was added.
    QStringList faults(QWidget &widget) const;

    /// The largest dialog the variant's screen has room for.
    QSize room() const;

    const Variant variant;
    DesktopFixture desktop;
    SilentProbe probe;
    QStringList mayBeCut;

private:
    std::vector<std::unique_ptr<QWidget>> m_opened;
};

} // namespace pressboard::test
