// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "client/controls/dialog_body.h"

#include <QEvent>
#include <QLayout>
#include <QScreen>
#include <QScrollBar>

#include <algorithm>

namespace pressboard::client {

namespace {

constexpr int screenMargin = 48; ///< px kept free for the title bar and the desktop's own bars
constexpr int least = 120; ///< px; some lines are always seen

/// What the window `widget` is in may take of its screen.
QSize room(const QWidget &widget)
{
    const QSize screen = widget.screen()->availableSize() - QSize(screenMargin, screenMargin);
    return screen.boundedTo(widget.window()->maximumSize());
}

/// What of that is left within the window's margins.
QSize innerRoom(const QWidget &widget)
{
    const QLayout *layout = widget.window()->layout();
    return layout != nullptr ? room(widget).shrunkBy(layout->contentsMargins()) : room(widget);
}

} // namespace

DialogBody::DialogBody(QWidget *contents, QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus);
    setWidget(contents);
    contents->installEventFilter(this);
}

QSize DialogBody::sizeHint() const
{
    QSize hint = widget()->sizeHint();
    const QSize most = innerRoom(*this);
    if (hint.height() > most.height())
        hint.rwidth() += verticalScrollBar()->sizeHint().width();
    return hint.boundedTo(most);
}

QSize DialogBody::minimumSizeHint() const
{
    const QSize contents = widget()->minimumSizeHint();
    const QSize most = innerRoom(*this);
    const bool scrolls = contents.height() > most.height();
    const int bar = scrolls ? verticalScrollBar()->sizeHint().width() : 0;
    return {std::min(contents.width() + bar, most.width()), std::min(contents.height(), least)};
}

void DialogBody::fit(QWidget &dialog)
{
    dialog.resize(dialog.sizeHint().boundedTo(room(dialog)));
}

/// The dialog grows with its contents.
bool DialogBody::eventFilter(QObject *watched, QEvent *event)
{
    const bool grows = watched == widget() && event->type() == QEvent::LayoutRequest;
    const bool done = QScrollArea::eventFilter(watched, event);
    if (grows) {
        updateGeometry();
        QWidget &dialog = *window();
        dialog.resize(dialog.size().expandedTo(dialog.sizeHint()).boundedTo(room(dialog)));
    }
    return done;
}

} // namespace pressboard::client
