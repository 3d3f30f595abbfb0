// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/window/accessible_roles.h"

#include "client/board/board_panels.h"
#include "client/board/number_cell.h"
#include "client/board/numbers_strip.h"
#include "client/board/panel.h"
#include "client/board/panel_title.h"
#include "client/controls/header_button.h"
#include "client/controls/page.h"
#include "client/controls/segmented_control.h"
#include "client/controls/side_panel.h"
#include "client/window/banner.h"
#include "client/window/header_bar.h"
#include "client/window/main_window.h"

#include <QAccessibleWidget>

namespace pressboard::client {

namespace {

QAccessible::Role roleOf(const QObject *object)
{
    if (qobject_cast<const NumberCell *>(object) != nullptr)
        return QAccessible::StaticText;
    if (const auto *button = qobject_cast<const HeaderButton *>(object))
        return button->focusPolicy() == Qt::NoFocus ? QAccessible::StaticText : QAccessible::NoRole;
    if (qobject_cast<const PanelTitle *>(object) != nullptr)
        return QAccessible::Heading;
    if (qobject_cast<const Banner *>(object) != nullptr)
        return QAccessible::AlertMessage;
    if (qobject_cast<const HeaderBar *>(object) != nullptr)
        return QAccessible::ToolBar;
    if (qobject_cast<const MainWindow *>(object) != nullptr)
        return QAccessible::Window;
    if (qobject_cast<const Page *>(object) != nullptr
        || qobject_cast<const SidePanel *>(object) != nullptr)
        return QAccessible::Pane;
    const bool groups = qobject_cast<const NumbersStrip *>(object) != nullptr
        || qobject_cast<const Panel *>(object) != nullptr
        || qobject_cast<const BoardPanels *>(object) != nullptr
        || qobject_cast<const SegmentedControl *>(object) != nullptr;
    return groups ? QAccessible::Grouping : QAccessible::NoRole;
}

QAccessibleInterface *interfaceOf(const QString &className, QObject *object)
{
    // Asked for each of a widget's base classes, too: only the first time is ours.
    if (object == nullptr || className != QLatin1StringView(object->metaObject()->className()))
        return nullptr;
    const QAccessible::Role role = roleOf(object);
    if (role == QAccessible::NoRole)
        return nullptr; // Qt knows it
    return new QAccessibleWidget(static_cast<QWidget *>(object), role);
}

} // namespace

void installAccessibleRoles()
{
    QAccessible::installFactory(interfaceOf);
}

} // namespace pressboard::client
