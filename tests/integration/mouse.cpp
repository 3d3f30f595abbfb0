// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/integration/mouse.h"

#include "client/controls/segmented_control.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QApplication>
#include <QMenu>
#include <QTest>

using namespace pressboard::client;

namespace pressboard::test {

namespace {

bool isInReach(const QWidget &widget, const QPoint &at)
{
    const QWidget *waitingFor = QApplication::activePopupWidget();
    if (waitingFor == nullptr)
        waitingFor = QApplication::activeModalWidget();
    const bool isFree = waitingFor == nullptr || widget.window() == waitingFor;
    return isFree && widget.isVisible() && widget.isEnabled()
        && QApplication::widgetAt(widget.mapToGlobal(at)) == &widget;
}

QString nameOf(QWidget &widget)
{
    return QAccessible::queryAccessibleInterface(&widget)->text(QAccessible::Name);
}

} // namespace

bool Mouse::click(QWidget *widget)
{
    return widget != nullptr && click(widget, widget->rect().center());
}

bool Mouse::click(QWidget *widget, const QPoint &at)
{
    if (widget == nullptr || !isInReach(*widget, at))
        return false;
    ++m_clicks;
    QTest::mouseClick(widget, Qt::LeftButton, {}, at);
    return true;
}

bool Mouse::clickButton(const QString &words)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *button = qobject_cast<QAbstractButton *>(widget);
        if (button != nullptr && nameOf(*button) == words && click(button))
            return true;
    }
    return false;
}

bool Mouse::choose(const QString &entry)
{
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    if (menu == nullptr)
        return false;
    for (QAction *action : menu->actions()) {
        if (action->isVisible() && action->isEnabled() && action->text().startsWith(entry))
            return click(menu, menu->actionGeometry(action).center());
    }
    return false;
}

bool Mouse::pick(const QString &segment)
{
    for (QWidget *widget : QApplication::allWidgets()) {
        auto *control = qobject_cast<SegmentedControl *>(widget);
        for (int i = 0; control != nullptr && i < control->segments().size(); ++i) {
            if (control->segments().at(i).text == segment
                && click(control, control->rectOf(i).center()))
                return true;
        }
    }
    return false;
}

} // namespace pressboard::test
