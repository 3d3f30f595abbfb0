// SPDX-FileCopyrightText: The Pressboard authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/window/text_audit.h"

#include "tests/window/text_recorder.h"

#include <QAbstractItemView>
#include <QHeaderView>
#include <QScrollBar>
#include <QWidget>

#include <algorithm>

namespace pressboard::test {

namespace {

constexpr QChar ellipsis(0x2026);

bool isCutBadly(const QString &text, const QStringList &mayBeCut)
{
    const auto end = text.indexOf(ellipsis);
    if (end < 0)
        return false;
    // A product loses its beginning: the noun stands last.
    const QString tail = text.mid(end + 1);
    return std::none_of(mayBeCut.begin(), mayBeCut.end(), [&](const QString &whole) {
        if (!tail.isEmpty() && whole.endsWith(tail))
            return true;
        for (qsizetype from = 0; from <= end; ++from) {
            // A number may stand before the name in the same run.
            if (whole.startsWith(text.mid(from, end - from)) && whole.size() > end - from)
                return end > from;
        }
        return false;
    });
}

bool scrolls(const QWidget &widget)
{
    return qobject_cast<const QAbstractScrollArea *>(widget.parentWidget()) != nullptr;
}

/// A table that is wider than its window; its header moves with it.
bool scrollsAside(const QWidget &widget)
{
    const QWidget *area = widget.parentWidget();
    if (qobject_cast<const QHeaderView *>(area) != nullptr)
        area = area->parentWidget();
    const auto *table = qobject_cast<const QAbstractItemView *>(area);
    return table != nullptr && table->horizontalScrollBar()->isVisible();
}

/// Cut by the edge of the widget, or of any it lies in; what can be scrolled may reach beyond the
/// lower and the upper one.
bool leaves(const PaintedText &text, const QWidget &widget)
{
    QRectF place = text.box;
    QRectF ink = text.ink;
    bool canScroll = false;
    bool canScrollAside = false;
    for (const QWidget *around = &widget; around != nullptr; around = around->parentWidget()) {
        canScroll = canScroll || scrolls(*around);
        canScrollAside = canScrollAside || scrollsAside(*around);
        if (!canScrollAside && (place.left() < -1 || place.right() > around->width() + 1))
            return true;
        if (!canScroll && (ink.top() < -1 || ink.bottom() > around->height() + 1))
            return true;
        if (around->isWindow())
            break;
        place.translate(around->pos());
        ink.translate(around->pos());
    }
    return false;
}

bool lieOver(const PaintedText &a, const PaintedText &b)
{
    if (a.text == b.text && a.box == b.box)
        return false; // a field paints what is selected in it once more
    const QRectF both = a.ink & b.ink;
    return both.width() > 1.5 && both.height() > 1.5;
}

/// Something opened over all of it, as the wall's curtain does.
bool isCovered(const QWidget &widget)
{
    for (const QWidget *part = &widget; !part->isWindow(); part = part->parentWidget()) {
        const QObjectList siblings = part->parentWidget()->children(); // the topmost last
        for (qsizetype i = siblings.indexOf(part) + 1; i < siblings.size(); ++i) {
            const auto *over = qobject_cast<const QWidget *>(siblings.at(i));
            const bool covers = over != nullptr && !over->isWindow() && over->isVisible()
                && over->geometry().contains(part->geometry());
            if (covers)
                return true;
        }
    }
    return false;
}

QStringList faultsOf(QWidget &widget, const QStringList &mayBeCut)
{
    QStringList faults;
    const QList<PaintedText> texts = paintedTexts(widget);
    for (int i = 0; i < texts.size(); ++i) {
        const PaintedText &text = texts.at(i);
        if (leaves(text, widget))
            faults.append(QStringLiteral("leaves its widget: ") + text.text);
        if (isCutBadly(text.text, mayBeCut))
            faults.append(QStringLiteral("is cut: ") + text.text);
        for (int j = 0; j < i; ++j) {
            if (lieOver(text, texts.at(j)))
                faults.append(text.text + QStringLiteral(" lies over ") + texts.at(j).text);
        }
    }
    for (QString &fault : faults)
        fault.prepend(QStringLiteral("%1 %2 ").arg(
            QLatin1StringView(widget.metaObject()->className()), widget.objectName()));
    return faults;
}

} // namespace

QList<PaintedText> paintedTexts(QWidget &widget)
{
    TextRecorder sheet(widget.size());
    widget.render(&sheet, {}, {}, QWidget::RenderFlags());
    return sheet.texts();
}

QStringList textFaults(QWidget &window, const QStringList &mayBeCut)
{
    QStringList faults = faultsOf(window, mayBeCut);
    for (QWidget *widget : window.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == &window && !isCovered(*widget))
            faults += faultsOf(*widget, mayBeCut);
    }
    return faults;
}

} // namespace pressboard::test
